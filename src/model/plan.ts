import { accessChanges } from './accessChange';
import { type SecretAccess, reason } from './access';
import { secondaryLimits } from './rateLimit';
import { type Repository, without } from './repository';
import { secretKey, type SecretId, type Visibility } from './secret';
import { appRules } from './secretApp';

/** One call to GitHub that changes who can use a secret. */
export type Change =
  | { readonly kind: 'add' | 'remove'; readonly secret: SecretId; readonly repository: Repository }
  | SelectionChange
  | {
      readonly kind: 'visibility';
      readonly secret: SecretId;
      readonly visibility: Visibility;
      readonly selection: readonly Repository[];
    };

/** Whether GitHub makes a change only together with the secret's value, so that it can't be undone without one. */
export function needsValue({ kind, secret }: Change): boolean {
  return kind === 'visibility' && appRules[secret.app].needsValue;
}

/** Many repositories of one secret in one call, which sends the whole selection. */
export interface SelectionChange {
  readonly kind: 'selection';
  readonly secret: SecretId;
  readonly added: readonly Repository[];
  readonly removed: readonly Repository[];
}

/** Up to so many repositories of one secret are added and removed one by one, each in a call that touches nothing else. */
const maxSingleCalls = 10;

/**
 * The same changes in fewer calls: those of a secret with more than ten repositories become one.
 * @param most how many of one secret stay single calls
 */
export function bundled(changes: readonly Change[], most = maxSingleCalls): Change[] {
  const counts = new Map<string, number>();
  for (const change of changes)
    if (isSingle(change)) {
      const key = secretKey(change.secret);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const bundles = new Map<string, SelectionChange & { added: Repository[]; removed: Repository[] }>();
  return changes.flatMap((change): Change[] => {
    const key = secretKey(change.secret);
    if (!isSingle(change) || (counts.get(key) ?? 0) <= most) return [change];
    const known = bundles.get(key);
    const bundle = known ?? { kind: 'selection', secret: change.secret, added: [], removed: [] };
    bundles.set(key, bundle);
    (change.kind === 'add' ? bundle.added : bundle.removed).push(change.repository);
    return known ? [] : [bundle];
  });
}

/** The same changes with one for each repository. */
export function unbundled(changes: readonly Change[]): Change[] {
  return changes.flatMap(change => {
    if (change.kind !== 'selection') return [change];
    const { secret, added, removed } = change;
    return [
      ...added.map(repository => ({ kind: 'add', secret, repository }) as const),
      ...removed.map(repository => ({ kind: 'remove', secret, repository }) as const),
    ];
  });
}

/** What a change did, one for each repository, where some of those that it was to add are gone. */
export function withoutGone(change: Change, gone: readonly Repository[]): Change[] {
  const ids = new Set(gone.map(({ id }) => id));
  return unbundled([change]).filter(it => it.kind !== 'add' || !ids.has(it.repository.id));
}

function isSingle(change: Change): change is Extract<Change, { repository: Repository }> {
  return change.kind === 'add' || change.kind === 'remove';
}

/** What turns who receives a secret from `before` into `after`: the fewest calls, additions first. */
export function changesBetween(secret: SecretId, before: SecretAccess, after: SecretAccess): Change[] {
  if (before.visibility !== after.visibility) return [{ kind: 'visibility', secret, ...after }];
  return accessChanges(before.selection, after.selection).map(change => ({ ...change, secret }));
}

/** Who receives a secret once a change to it is made. */
function changed(before: SecretAccess, change: Change): SecretAccess {
  switch (change.kind) {
    case 'visibility':
      return { visibility: change.visibility, selection: change.selection };
    case 'add':
      return { ...before, selection: [...without(before.selection, [change.repository]), change.repository] };
    case 'remove':
      return { ...before, selection: without(before.selection, [change.repository]) };
    case 'selection':
      return { ...before, selection: selectionAfter(before.selection, change) };
  }
}

/** A selection with some repositories added and others removed. */
export function selectionAfter(
  selection: readonly Repository[],
  { added, removed }: Pick<SelectionChange, 'added' | 'removed'>,
): Repository[] {
  const all = new Map([...selection, ...added].map(repository => [repository.id, repository]));
  return without([...all.values()], removed);
}

/** What a plan does to one secret. */
export interface Effect {
  readonly secret: SecretId;
  readonly before: SecretAccess;
  readonly after: SecretAccess;
  /** The repositories that can use it afterwards and could not before. */
  readonly gained: readonly Repository[];
  /** The repositories that cannot use it afterwards and could before. */
  readonly lost: readonly Repository[];
  /** All repositories that can use it afterwards. */
  readonly reached: readonly Repository[];
}

/** Whether repositories were given access that they may have had before, unseen: taking it away again is no undo. */
export function hidesGrants({ before, after }: Pick<Effect, 'before' | 'after'>): boolean {
  return before.isPartial === true && without(after.selection, before.selection).length > 0;
}

/** What a plan does as a whole. */
export interface Summary {
  readonly effects: readonly Effect[];
  /** How many repositories are added or removed and visibilities changed, all in all. */
  readonly changeCount: number;
  /** Calls that change something and what they read first, and one to read each changed secret again. */
  readonly requests: number;
  /** About how long that takes, in seconds, at the pace that GitHub allows. */
  readonly seconds: number;
}

/** How many changes, and how many repositories that gain or lose access, are made without a confirmation. */
const unconfirmed = { changes: 10, gained: 10, lost: 1 };

/**
 * What `changes` do.
 * @param accessOf who receives a secret now
 * @param repositories all of the organization's; needed to count where a visibility changes
 */
export function summarize(
  changes: readonly Change[],
  accessOf: (secret: SecretId) => SecretAccess,
  repositories: readonly Repository[],
): Summary {
  const bySecret = new Map<string, { secret: SecretId; before: SecretAccess; after: SecretAccess }>();
  for (const change of changes) {
    const key = secretKey(change.secret);
    const entry = bySecret.get(key) ?? {
      secret: change.secret,
      before: accessOf(change.secret),
      after: accessOf(change.secret),
    };
    bySecret.set(key, { ...entry, after: changed(entry.after, change) });
  }
  const effects = [...bySecret.values()].map(entry => ({
    ...entry,
    ...differences(entry.before, entry.after, repositories),
  }));
  const calls = bundled(changes);
  const requests = sum(calls, call => requestsFor(call, accessOf)) + effects.length;
  return { effects, changeCount: unbundled(changes).length, requests, seconds: secondsFor(calls.length) };
}

function differences(
  before: SecretAccess,
  after: SecretAccess,
  repositories: readonly Repository[],
): Pick<Effect, 'gained' | 'lost' | 'reached'> {
  const had = withAccess(before, repositories);
  const has = withAccess(after, repositories);
  return {
    gained: [...has.values()].filter(({ id }) => !had.has(id)),
    lost: [...had.values()].filter(({ id }) => !has.has(id)),
    reached: [...has.values()],
  };
}

/** The repositories that can use a secret, by their ids. */
function withAccess(access: SecretAccess, repositories: readonly Repository[]): Map<number, Repository> {
  const all = access.visibility === 'selected' ? access.selection : repositories;
  return new Map(all.filter(it => reason(access, it)).map(it => [it.id, it]));
}

/**
 * Whether a plan is confirmed before it is carried out: it is long, takes access away, or gives it to many or to public
 * repositories.
 * @param isReviewed whether the user has seen each of its repositories by name, and which of them are public
 */
export function needsConfirmation(summary: Summary, isReviewed = false): boolean {
  return (
    summary.changeCount > unconfirmed.changes ||
    sum(summary.effects, ({ lost }) => lost.length) > unconfirmed.lost ||
    widens(summary, isReviewed)
  );
}

/** Whether a plan gives access to many repositories, or to public ones that the user has not seen by name. */
export function widens({ effects }: Summary, isReviewed = false): boolean {
  return effects.some(
    ({ gained }) => gained.length > unconfirmed.gained || (!isReviewed && publicCount(gained) > 0),
  );
}

/** How many of some repositories everybody can see. */
export function publicCount(repositories: readonly Repository[]): number {
  return repositories.filter(({ visibility }) => visibility === 'public').length;
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** A whole selection is read twice before it is sent, to know that it did not move meanwhile. */
function requestsFor(change: Change, accessOf: (secret: SecretId) => SecretAccess): number {
  if (change.kind !== 'selection') return 1;
  const pages = Math.max(1, Math.ceil(accessOf(change.secret).selection.length / 100));
  return 2 * (1 + pages) + 1;
}

/** Up to GitHub's limit writes take about a quarter of a second each. */
function secondsFor(writes: number): number {
  const { writesAMinute } = secondaryLimits;
  const minutes = Math.floor(Math.max(0, writes - 1) / writesAMinute);
  return minutes * 60 + Math.ceil((writes - minutes * writesAMinute) / 4);
}
