import { type AccessMap, whyReaches } from './accessMap';
import type { CellChange } from './protocol';

/** The changes that were asked for in the map and that GitHub has not confirmed, by `cellKey`. */
export type Pending = ReadonlyMap<string, CellChange>;

/** Tells a cell from all others, as long as its secret and its repository exist. */
export function cellKey(secret: string, repository: number): string {
  return `${secret}/${repository}`;
}

/** The change that is pending for a cell. */
export function pendingAt(
  pending: Pending,
  map: AccessMap,
  row: number,
  column: number,
): CellChange | undefined {
  const [secret, repository] = [map.secrets[column], map.repositories[row]];
  return secret && repository && pending.get(cellKey(secret.name, repository.id));
}

/** Turns a cell over, or back. Nothing changes where the secret is not for selected repositories. */
export function toggled(pending: Pending, map: AccessMap, row: number, column: number): Pending {
  const [secret, repository] = [map.secrets[column], map.repositories[row]];
  if (secret?.visibility !== 'selected' || !repository) return pending;
  const key = cellKey(secret.name, repository.id);
  const after = new Map(pending);
  if (after.delete(key)) return after;
  const kind = whyReaches(map, row, column) ? 'remove' : 'add';
  return after.set(key, { kind, secret: secret.name, repository: repository.id });
}

/** Why changes were given up that GitHub cannot make any more. */
export type Dropped =
  { readonly reason: 'secret' | 'visibility'; readonly secret: string } | { readonly reason: 'repositories' };

/**
 * What is still pending once GitHub has said how things are: a change that it shows as made is done, and one whose
 * secret or repository is gone, or whose secret no longer goes to selected repositories, is dropped.
 */
export function reconciled(
  pending: Pending,
  map: AccessMap,
): { readonly pending: Pending; readonly dropped: readonly Dropped[] } {
  const left = new Map<string, CellChange>();
  const dropped = new Map<string, Dropped>();
  for (const [key, change] of pending) {
    const [row, column] = [map.rows.get(change.repository), map.columns.get(change.secret)];
    if (column === undefined) dropped.set(change.secret, { reason: 'secret', secret: change.secret });
    else if (map.secrets[column]?.visibility !== 'selected')
      dropped.set(change.secret, { reason: 'visibility', secret: change.secret });
    else if (row === undefined) dropped.set('', { reason: 'repositories' });
    else if ((whyReaches(map, row, column) !== undefined) !== (change.kind === 'add')) left.set(key, change);
  }
  return { pending: left, dropped: [...dropped.values()] };
}

/** How many grants and removals there are. */
export interface Tally {
  readonly grants: number;
  readonly removals: number;
}

export const nothing: Tally = { grants: 0, removals: 0 };

/** The sums of pending changes: of all, of each secret, and of each repository. */
export interface Tallies {
  readonly all: Tally;
  readonly secrets: ReadonlyMap<string, Tally>;
  readonly repositories: ReadonlyMap<number, Tally>;
}

export function tallies(pending: Pending): Tallies {
  const secrets = new Map<string, Tally>();
  const repositories = new Map<number, Tally>();
  let all = nothing;
  for (const { kind, secret, repository } of pending.values()) {
    all = plus(all, kind);
    secrets.set(secret, plus(secrets.get(secret), kind));
    repositories.set(repository, plus(repositories.get(repository), kind));
  }
  return { all, secrets, repositories };
}

function plus(tally: Tally = nothing, kind: CellChange['kind']): Tally {
  return kind === 'add' ? { ...tally, grants: tally.grants + 1 } : { ...tally, removals: tally.removals + 1 };
}
