import { type AccessMap, appOfKey, titleOf, whyCanUse } from './accessMap';
import type { CellChange } from './protocol';

/** Changes made in the map that GitHub has not confirmed, by `cellKey`. */
export type Pending = ReadonlyMap<string, CellChange>;

/** Identifies a cell, also after rows and columns have moved. */
export function cellKey(secret: string, repository: number): string {
  return `${secret}/${repository}`;
}

/** The pending change of a cell. */
export function pendingAt(
  pending: Pending,
  map: AccessMap,
  row: number,
  column: number,
): CellChange | undefined {
  const [secret, repository] = [map.secrets[column], map.repositories[row]];
  return secret && repository && pending.get(cellKey(secret.key, repository.id));
}

/** Toggles a cell. Does nothing unless the secret's visibility is `selected`. */
export function toggled(pending: Pending, map: AccessMap, row: number, column: number): Pending {
  const [secret, repository] = [map.secrets[column], map.repositories[row]];
  if (secret?.visibility !== 'selected' || !repository) return pending;
  const key = cellKey(secret.key, repository.id);
  const after = new Map(pending);
  if (after.delete(key)) return after;
  const kind = whyCanUse(map, row, column) ? 'remove' : 'add';
  return after.set(key, { kind, secret: secret.key, repository: repository.id });
}

/** Why changes were dropped: they are no longer possible. `secret`: what it is called. */
export type Dropped =
  { readonly reason: 'secret' | 'visibility'; readonly secret: string } | { readonly reason: 'repositories' };

/**
 * The changes that are still pending after a refresh. A change that GitHub already shows is done. A change is dropped
 * if its secret or repository is gone, or if the secret is no longer limited to selected repositories. One of an app
 * whose secrets are missing waits until they are shown again.
 */
export function reconciled(
  pending: Pending,
  map: AccessMap,
): { readonly pending: Pending; readonly dropped: readonly Dropped[] } {
  const left = new Map<string, CellChange>();
  const dropped = new Map<string, Dropped>();
  for (const [key, change] of pending) {
    const [row, column] = [map.rows.get(change.repository), map.columns.get(change.secret)];
    const app = appOfKey(change.secret);
    const title = titleOf(map, change.secret);
    if (!map.apps.some(([shown]) => shown === app)) left.set(key, change);
    else if (column === undefined) dropped.set(change.secret, { reason: 'secret', secret: title });
    else if (map.secrets[column]?.visibility !== 'selected')
      dropped.set(change.secret, { reason: 'visibility', secret: title });
    else if (row === undefined) dropped.set('', { reason: 'repositories' });
    else if ((whyCanUse(map, row, column) !== undefined) !== (change.kind === 'add')) left.set(key, change);
  }
  return { pending: left, dropped: [...dropped.values()] };
}

/** The number of grants and of revocations. */
export interface Tally {
  readonly grants: number;
  readonly removals: number;
}

export const nothing: Tally = { grants: 0, removals: 0 };

/** Pending changes counted in total, by secret, and by repository. */
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
