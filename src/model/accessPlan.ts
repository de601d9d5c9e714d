import { isFailure } from './failure';
import { type Change, changesBetween, type Effect, summarize, type Summary } from './plan';
import { type Reach, sameReach } from './reach';
import type { Repository } from './repository';
import { secretKey, type SecretReference } from './secret';
import type { Store } from './store';

/** The secrets that changes are about, each once. */
export function secretsOf(changes: readonly Change[]): SecretReference[] {
  return [...new Map(changes.map(({ secret }) => [secretKey(secret), secret])).values()];
}

/** Changes of access, what they start from, and what they do. */
export class AccessPlan {
  readonly #store: Store;
  readonly #changes: readonly Change[];
  readonly #before: Map<string, Reach>;
  readonly #repositories: readonly Repository[];

  private constructor(
    store: Store,
    changes: readonly Change[],
    before: Map<string, Reach>,
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
      secretsOf(changes).map(async secret => [secretKey(secret), await store.currentReach(secret)] as const),
    );
    const organizations = new Set(
      changes.filter(({ kind }) => kind === 'visibility').map(({ secret }) => secret.organization),
    );
    const lists = Promise.all([...organizations].map(organization => store.repositories(organization)));
    const [entries, repositories] = await Promise.all([before, lists]);
    return new AccessPlan(store, changes, new Map(entries), repositories.flat());
  }

  get summary(): Summary {
    return this.summaryOf(this.#changes);
  }

  /** What some of the changes do. */
  summaryOf(changes: readonly Change[]): Summary {
    return summarize(
      changes,
      secret => this.#before.get(secretKey(secret)) ?? { visibility: 'selected', selection: [] },
      this.#repositories,
    );
  }

  /**
   * Makes one change. A change of visibility replaces the whole access, so that what it replaces is read once more right
   * before it, for an undo to bring back.
   * @param value sent along with a visibility, where GitHub asks for it
   */
  async apply(change: Change, value?: string): Promise<void> {
    if (change.kind !== 'visibility') return this.#store.apply(change);
    this.#before.set(secretKey(change.secret), await this.#store.currentReach(change.secret));
    await this.#store.changeVisibility(change.secret, change, value);
  }
}

/** What an undo does, and what it cannot do. */
export interface Undo {
  readonly changes: readonly Change[];
  /** Secrets that somebody has changed since, which stay as they are. */
  readonly changedSince: readonly SecretReference[];
}

/** What brings back who could use the secrets before, wherever nobody has changed it since. */
export async function planUndo(store: Store, { effects }: Summary): Promise<Undo> {
  const read = await Promise.all(
    effects.map(async effect => ({ effect, now: await accessNow(store, effect.secret) })),
  );
  const isUnchanged = ({ effect, now }: { effect: Effect; now: Reach | undefined }): boolean =>
    now !== undefined && sameReach(now, effect.after);
  return {
    changes: read
      .filter(isUnchanged)
      .flatMap(({ effect }) => changesBetween(effect.secret, effect.after, effect.before)),
    changedSince: read.filter(it => !isUnchanged(it)).map(({ effect }) => effect.secret),
  };
}

/**
 * Makes one change of an undo. GitHub refuses a selection with a repository that is gone since: it is then sent without
 * such ones, which are given.
 */
export async function undoChange(store: Store, change: Change): Promise<readonly Repository[]> {
  try {
    await store.apply(change);
    return [];
  } catch (error) {
    if (change.kind !== 'visibility' || !isFailure(error, 'refused', 'notFound')) throw error;
    const there = await store.currentRepositories(change.secret.organization);
    const ids = new Set(there.map(({ id }) => id));
    const selection = change.selection.filter(({ id }) => ids.has(id));
    if (selection.length === change.selection.length) throw error;
    await store.apply({ ...change, selection });
    return change.selection.filter(({ id }) => !ids.has(id));
  }
}

/** Who can use a secret now; nothing where it is gone. */
async function accessNow(store: Store, secret: SecretReference): Promise<Reach | undefined> {
  try {
    return await store.currentReach(secret);
  } catch (error) {
    if (isFailure(error, 'notFound')) return undefined;
    throw error;
  }
}
