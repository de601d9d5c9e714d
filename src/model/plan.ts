import { accessChanges } from './accessChange';
import type { Reach } from './reach';
import type { Repository } from './repository';
import type { SecretReference, Visibility } from './secret';

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
export function changesBetween(secret: SecretReference, before: Reach, after: Reach): Change[] {
  if (before.visibility !== after.visibility) return [{ kind: 'visibility', secret, ...after }];
  return accessChanges(before.selection, after.selection).map(change => ({ ...change, secret }));
}

/** Who receives a secret once a change to it is made. */
export function changed(before: Reach, change: Change): Reach {
  switch (change.kind) {
    case 'visibility':
      return { visibility: change.visibility, selection: change.selection };
    case 'add':
      return { ...before, selection: [...without(before, change.repository), change.repository] };
    case 'remove':
      return { ...before, selection: without(before, change.repository) };
  }
}

function without({ selection }: Reach, repository: Repository): Repository[] {
  return selection.filter(({ id }) => id !== repository.id);
}

/** What a plan does to one secret. */
export interface Effect {
  readonly secret: SecretReference;
  readonly before: Reach;
  readonly after: Reach;
  readonly gain: number;
  readonly lose: number;
}

/** What a plan does as a whole. */
export interface Summary {
  readonly effects: readonly Effect[];
  /** Calls that change something, and one to read each changed secret again. */
  readonly requests: number;
  /** About how long that takes, in seconds, at the pace that GitHub allows. */
  readonly seconds: number;
}

/** How many calls, and how many repositories that lose access, are shown before they are made. */
const largeCalls = 10;
const largeLosses = 1;

/**
 * What `changes` do.
 * @param reachOf who receives a secret now
 * @param repositories all of the organization's; needed to count where a visibility changes
 */
export function summarize(
  changes: readonly Change[],
  reachOf: (secret: SecretReference) => Reach,
  repositories: readonly Repository[],
): Summary {
  const bySecret = new Map<string, { secret: SecretReference; before: Reach; after: Reach }>();
  for (const change of changes) {
    const key = `${change.secret.organization}/${change.secret.name}`;
    const entry = bySecret.get(key) ?? {
      secret: change.secret,
      before: reachOf(change.secret),
      after: reachOf(change.secret),
    };
    bySecret.set(key, { ...entry, after: changed(entry.after, change) });
  }
  const effects = [...bySecret.values()].map(entry => ({
    ...entry,
    ...counts(entry.before, entry.after, repositories),
  }));
  const requests = changes.length + effects.length;
  return { effects, requests, seconds: secondsFor(changes.length) };
}

function counts(
  before: Reach,
  after: Reach,
  repositories: readonly Repository[],
): { gain: number; lose: number } {
  if (before.visibility === 'selected' && after.visibility === 'selected') {
    const changes = accessChanges(before.selection, after.selection);
    const gain = changes.filter(({ kind }) => kind === 'add').length;
    return { gain, lose: changes.length - gain };
  }
  const had = receivers(before, repositories);
  const has = receivers(after, repositories);
  return {
    gain: [...has].filter(id => !had.has(id)).length,
    lose: [...had].filter(id => !has.has(id)).length,
  };
}

function receivers(reach: Reach, repositories: readonly Repository[]): Set<number> {
  if (reach.visibility === 'selected') return new Set(reach.selection.map(({ id }) => id));
  const received = repositories.filter(
    ({ visibility }) => reach.visibility === 'all' || visibility !== 'public',
  );
  return new Set(received.map(({ id }) => id));
}

/** Whether a plan is shown before it is carried out. */
export function isLarge({ effects, requests }: Summary): boolean {
  const lose = effects.reduce((sum, effect) => sum + effect.lose, 0);
  return requests - effects.length > largeCalls || lose > largeLosses;
}

/** GitHub takes 80 writes a minute; up to there they take about a quarter of a second each. */
function secondsFor(writes: number): number {
  const minutes = Math.floor(Math.max(0, writes - 1) / 80);
  return minutes * 60 + Math.ceil((writes - minutes * 80) / 4);
}
