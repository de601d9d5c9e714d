import { noAccess, type SecretAccess } from '../model/access';
import { ofSecret } from '../model/failure';
import { type Change, summarize, type Summary } from '../model/plan';
import type { Repository } from '../model/repository';
import { secretKey, type SecretId } from '../model/secret';
import type { Store } from './store';
import { ownerName } from '../model/secretStore';

/** The secrets that changes are about, each once. */
export function secretsOf(changes: readonly Change[]): SecretId[] {
  return [...new Map(changes.map(({ secret }) => [secretKey(secret), secret])).values()];
}

/** Changes of access, what they start from, and what they do. */
export class AccessPlan {
  readonly #store: Store;
  readonly #changes: readonly Change[];
  readonly #before: Map<string, SecretAccess>;
  readonly #repositories: readonly Repository[];

  private constructor(
    store: Store,
    changes: readonly Change[],
    before: Map<string, SecretAccess>,
    repositories: readonly Repository[],
  ) {
    this.#store = store;
    this.#changes = changes;
    this.#before = before;
    this.#repositories = repositories;
  }

  /** Reads who can use the secrets now; all repositories only where a visibility changes, for then they are counted. */
  static async read(store: Store, changes: readonly Change[]): Promise<AccessPlan> {
    const before = Promise.all(
      secretsOf(changes).map(
        async secret => [secretKey(secret), await ofSecret(secret, store.currentAccess(secret))] as const,
      ),
    );
    const [entries, repositories] = await Promise.all([before, repositoriesToCount(store, changes)]);
    return new AccessPlan(store, changes, new Map(entries), repositories);
  }

  get summary(): Summary {
    return this.summaryOf(this.#changes);
  }

  /** What some of the changes do. */
  summaryOf(changes: readonly Change[]): Summary {
    return summarize(changes, secret => this.#before.get(secretKey(secret)) ?? noAccess, this.#repositories);
  }

  /**
   * Makes one change. Gives those of the repositories that it could not add because they are gone. A change that replaces
   * the whole access, or the whole selection, reads it last: an undo brings back what that was.
   * @param value sent along with a visibility, where GitHub asks for it
   */
  async apply(change: Change, value?: string): Promise<readonly Repository[]> {
    if (change.kind === 'selection') {
      const { replaced, gone } = await this.#store.changeSelection(change);
      this.#before.set(secretKey(change.secret), { visibility: 'selected', selection: replaced });
      return gone;
    }
    if (change.kind !== 'visibility') {
      await this.#store.apply(change);
      return [];
    }
    const replaced = await this.#store.changeVisibility(change.secret, () => change, value);
    this.#before.set(secretKey(change.secret), replaced);
    return [];
  }
}

/** All repositories of the organizations in which a visibility changes: those that gain or lose access are among them. */
export async function repositoriesToCount(store: Store, changes: readonly Change[]): Promise<Repository[]> {
  const organizations = new Set(
    changes.filter(({ kind }) => kind === 'visibility').map(({ secret }) => ownerName(secret.owner)),
  );
  return (await Promise.all([...organizations].map(organization => store.repositories(organization)))).flat();
}
