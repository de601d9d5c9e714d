import { accessChanges } from './accessChange';
import { type SecretAccess, reason } from './access';
import type { Repository } from './repository';
import { secretKey, type SecretReference, type Visibility } from './secret';

/** One call to GitHub that changes who receives a secret. */
export type Change =
  | { readonly kind: 'add' | 'remove'; readonly secret: SecretReference; readonly repository: Repository }
  | {
      readonly kind: 'visibility';
      readonly secret: SecretReference;
      readonly visibility: Visibility;
      readonly selection: readonly Repository[];
    };

/** What turns who receives a secret from `before` into `after`: the fewest calls, additions first. */
export function changesBetween(secret: SecretReference, before: SecretAccess, after: SecretAccess): Change[] {
  if (before.visibility !== after.visibility) return [{ kind: 'visibility', secret, ...after }];
  return accessChanges(before.selection, after.selection).map(change => ({ ...change, secret }));
}

/** Who receives a secret once a change to it is made. */
export function changed(before: SecretAccess, change: Change): SecretAccess {
  switch (change.kind) {
    case 'visibility':
      return { visibility: change.visibility, selection: change.selection };
    case 'add':
      return { ...before, selection: [...without(before, change.repository), change.repository] };
    case 'remove':
      return { ...before, selection: without(before, change.repository) };
  }
}

function without({ selection }: SecretAccess, repository: Repository): Repository[] {
  return selection.filter(({ id }) => id !== repository.id);
}

/** What a plan does to one secret. */
export interface Effect {
  readonly secret: SecretReference;
  readonly before: SecretAccess;
  readonly after: SecretAccess;
  /** The repositories that can use it afterwards and could not before. */
  readonly gained: readonly Repository[];
  /** The repositories that cannot use it afterwards and could before. */
  readonly lost: readonly Repository[];
  /** All repositories that can use it afterwards. */
  readonly reached: readonly Repository[];
}

/** What a plan does as a whole. */
export interface Summary {
  readonly effects: readonly Effect[];
  /** Calls that change something, and one to read each changed secret again. */
  readonly requests: number;
  /** About how long that takes, in seconds, at the pace that GitHub allows. */
  readonly seconds: number;
}

/** How many calls, and how many repositories that gain or lose access, are made without a confirmation. */
const unconfirmed = { calls: 10, gained: 10, lost: 1 };

/**
 * What `changes` do.
 * @param accessOf who receives a secret now
 * @param repositories all of the organization's; needed to count where a visibility changes
 */
export function summarize(
  changes: readonly Change[],
  accessOf: (secret: SecretReference) => SecretAccess,
  repositories: readonly Repository[],
): Summary {
  const bySecret = new Map<string, { secret: SecretReference; before: SecretAccess; after: SecretAccess }>();
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
  const requests = changes.length + effects.length;
  return { effects, requests, seconds: secondsFor(changes.length) };
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
export function needsConfirmation({ effects, requests }: Summary, isReviewed = false): boolean {
  return (
    requests - effects.length > unconfirmed.calls ||
    sum(effects, ({ lost }) => lost.length) > unconfirmed.lost ||
    effects.some(
      ({ gained }) => gained.length > unconfirmed.gained || (!isReviewed && publicCount(gained) > 0),
    )
  );
}

/** How many of some repositories everybody can see. */
export function publicCount(repositories: readonly Repository[]): number {
  return repositories.filter(({ visibility }) => visibility === 'public').length;
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

/** GitHub takes 80 writes a minute; up to there they take about a quarter of a second each. */
function secondsFor(writes: number): number {
  const minutes = Math.floor(Math.max(0, writes - 1) / 80);
  return minutes * 60 + Math.ceil((writes - minutes * 80) / 4);
}
