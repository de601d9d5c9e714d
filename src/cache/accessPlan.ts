import { Failure, isFailure } from '../model/failure';
import { type Change, changesBetween, type Effect, summarize, type Summary } from '../model/plan';
import { type SecretAccess, isSameAccess } from '../model/access';
import type { Repository } from '../model/repository';
import { secretKey, type SecretReference } from '../model/secret';
import { sendExisting } from './sendExisting';
import type { Store } from './store';

/** The secrets that changes are about, each once. */
export function secretsOf(changes: readonly Change[]): SecretReference[] {
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
      secretsOf(changes).map(async secret => [secretKey(secret), await store.currentAccess(secret)] as const),
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

/** What an undo does, and what it cannot do. */
export interface Undo {
  readonly changes: readonly Change[];
  /** What the changes start from, by the keys of their secrets. */
  readonly expected: ReadonlyMap<string, SecretAccess>;
  /** Secrets that somebody has changed since, which stay as they are. */
  readonly changedSince: readonly SecretReference[];
}

/** What brings back who could use the secrets before, wherever nobody has changed it since. */
export async function planUndo(store: Store, { effects }: Summary): Promise<Undo> {
  const read = await Promise.all(
    effects.map(async effect => ({ effect, now: await accessNow(store, effect.secret) })),
  );
  const isUnchanged = ({ effect, now }: { effect: Effect; now: SecretAccess | undefined }): boolean =>
    now !== undefined && isSameAccess(now, effect.after);
  return {
    changes: read
      .filter(isUnchanged)
      .flatMap(({ effect }) => changesBetween(effect.secret, effect.after, effect.before)),
    expected: new Map(effects.map(({ secret, after }) => [secretKey(secret), after])),
    changedSince: read.filter(it => !isUnchanged(it)).map(({ effect }) => effect.secret),
  };
}

/**
 * Makes one change of an undo. A whole access is brought back only where nobody has changed it by the time of the
 * writing; else this is a `changedSince` failure. GitHub refuses a selection with a repository that is gone since: it
 * is then sent without such ones, which are given.
 */
export async function undoChange(
  store: Store,
  { expected }: Undo,
  change: Change,
): Promise<readonly Repository[]> {
  if (change.kind === 'selection') return (await store.changeSelection(change)).gone;
  if (change.kind !== 'visibility') {
    await store.apply(change);
    return [];
  }
  const { secret, visibility } = change;
  const { gone } = await sendExisting(store, secret.organization, change.selection, selection =>
    store.changeVisibility(secret, now => {
      const after = expected.get(secretKey(secret));
      if (!after || !isSameAccess(now, after)) throw new Failure({ kind: 'changedSince' });
      return { visibility, selection };
    }),
  );
  return gone;
}

/** Who can use a secret now; nothing where it is gone. */
async function accessNow(store: Store, secret: SecretReference): Promise<SecretAccess | undefined> {
  try {
    return await store.currentAccess(secret);
  } catch (error) {
    if (isFailure(error, 'notFound')) return undefined;
    throw error;
  }
}
