import { isSameAccess, noAccess, type SecretAccess } from '../model/access';
import { Failure, isFailure, ofSecret } from '../model/failure';
import {
  type Change,
  changesBetween,
  type Effect,
  hidesGrants,
  summarize,
  type Summary,
} from '../model/plan';
import { type Repository, without } from '../model/repository';
import { secretKey, type SecretId } from '../model/secret';
import { repositoriesToCount } from './accessPlan';
import { sendExisting } from './sendExisting';
import type { Store } from './store';

/** What an undo does, and what it cannot do. */
export interface Undo {
  readonly changes: readonly Change[];
  /** What the changes start from, by the keys of their secrets. */
  readonly expected: ReadonlyMap<string, SecretAccess>;
  /** Secrets that somebody has changed since, which stay as they are. */
  readonly changedSince: readonly SecretId[];
  /** Repositories that had access before and no longer exist, as far as that is known yet. */
  readonly gone: readonly Repository[];
}

/** What brings back who could use the secrets before, wherever nobody has changed it since. */
export async function planUndo(store: Store, { effects }: Summary): Promise<Undo> {
  const starts = await Promise.all(effects.map(effect => startOfUndo(store, effect)));
  const found = starts.filter(start => start !== undefined);
  return {
    changes: found.flatMap(({ effect, now, before }) => changesBetween(effect.secret, now, before)),
    expected: new Map(found.map(({ effect, now }) => [secretKey(effect.secret), now])),
    changedSince: effects.filter((_, index) => !starts[index]).map(({ secret }) => secret),
    gone: found.flatMap(({ gone }) => gone),
  };
}

/** What an undo does, in counts. */
export async function summarizeUndo(store: Store, { changes, expected }: Undo): Promise<Summary> {
  const repositories = await repositoriesToCount(store, changes);
  return summarize(changes, secret => expected.get(secretKey(secret)) ?? noAccess, repositories);
}

/** What the undo of one effect starts from and leads to, without repositories that are gone since. */
interface UndoStart {
  readonly effect: Effect;
  readonly now: SecretAccess;
  readonly before: SecretAccess;
  readonly gone: readonly Repository[];
}

/** Undefined where somebody has changed the access since. A repository that was deleted is no such change. */
async function startOfUndo(store: Store, effect: Effect): Promise<UndoStart | undefined> {
  const { secret, before, after } = effect;
  if (hidesGrants(effect)) return undefined;
  const now = await ofSecret(secret, accessNow(store, secret));
  if (!now) return undefined;
  if (isSameAccess(now, after)) return { effect, now, before, gone: [] };
  const missing = without(after.selection, now.selection);
  const isOnlySmaller = now.selection.length + missing.length === after.selection.length;
  if (now.visibility !== after.visibility || missing.length === 0 || !isOnlySmaller) return undefined;
  // What is selected now exists, whatever the lists have.
  const unselected = without([...without(before.selection, missing), ...missing], now.selection);
  const gone = await store.gone(secret.owner, unselected);
  // Somebody has unselected one that is still there.
  if (without(missing, gone).length > 0) return undefined;
  const selection = without(before.selection, gone);
  return { effect, now, before: { ...before, selection }, gone: without(before.selection, selection) };
}

/**
 * Makes one change of an undo. A whole access is brought back only where nobody has changed it by the time of the
 * writing; else this is a `changedSince` failure. GitHub refuses repositories that are gone since: these are left out,
 * and given.
 */
export async function undoChange(
  store: Store,
  { expected }: Undo,
  change: Change,
): Promise<readonly Repository[]> {
  switch (change.kind) {
    case 'selection':
      return (await store.changeSelection(change)).gone;
    case 'add':
    case 'remove':
      return unlessGone(store, change, () => store.apply(change));
    case 'visibility': {
      const { secret, visibility } = change;
      const { gone } = await sendExisting(store, secret.owner, change.selection, selection =>
        store.changeVisibility(secret, now => {
          const after = expected.get(secretKey(secret));
          if (!after || !isSameAccess(now, after)) throw new Failure({ kind: 'changedSince' });
          return { visibility, selection };
        }),
      );
      return gone;
    }
  }
}

/** Makes the call of one repository. GitHub finds nothing where the repository is gone: one to be added is then given. */
async function unlessGone(
  store: Store,
  { kind, secret, repository }: Extract<Change, { kind: 'add' | 'remove' }>,
  call: () => Promise<void>,
): Promise<readonly Repository[]> {
  try {
    await call();
    return [];
  } catch (error) {
    if (!isFailure(error, 'notFound')) throw error;
    if ((await store.gone(secret.owner, [repository])).length === 0) throw error;
    return kind === 'add' ? [repository] : [];
  }
}

/** Who can use a secret now; nothing where it is gone. */
async function accessNow(store: Store, secret: SecretId): Promise<SecretAccess | undefined> {
  try {
    return await store.currentAccess(secret);
  } catch (error) {
    if (isFailure(error, 'notFound')) return undefined;
    throw error;
  }
}
