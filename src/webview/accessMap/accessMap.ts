import { receives } from '../../model/receives';
import type { RepositoryVisibility } from '../../model/repository';
import type { Visibility } from '../../model/secret';
import { type AccessMessage, repositoryVisibilities } from './protocol';

/** A secret: a column of the map. */
export interface MapSecret {
  /** Tells it from the others, whichever apps are shown: `codespaces/NPM_TOKEN`. */
  readonly key: string;
  /** What it is called: its name, and its app if there are several. */
  readonly name: string;
  /** What the commands know it by. */
  readonly id: { readonly app: string; readonly name: string };
  readonly visibility: Visibility;
  /** How many repositories can use it. */
  readonly count: number;
  /** One entry for each row: 1 if its repository is selected. Undefined unless the visibility is `selected`. */
  readonly selected: Uint8Array | undefined;
}

/** A repository: a row of the map. */
export interface MapRepository {
  readonly id: number;
  readonly name: string;
  readonly visibility: RepositoryVisibility;
  readonly isArchived: boolean;
  /** How many secrets it can use. */
  readonly count: number;
}

/** Who can use which secret, as GitHub last said. Rows and columns are indexes into these lists. */
export interface AccessMap {
  /** The apps whose secrets are shown: what secrets name, and what it is called. */
  readonly apps: AccessMessage['apps'];
  /** Which apps' secrets are missing and why, in sentences. */
  readonly missing: readonly string[];
  readonly secrets: readonly MapSecret[];
  readonly repositories: readonly MapRepository[];
  /** Repository ids to rows. */
  readonly rows: ReadonlyMap<number, number>;
  /** Keys of secrets to columns. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Unpacks the extension's message. */
export function accessMap(access: AccessMessage): AccessMap {
  const { ids, names, visibilities, archived } = access.repositories;
  const rows = new Map<number, number>();
  const sizes = repositoryVisibilities.map(() => 0);
  ids.forEach((id, row) => {
    rows.set(id, row);
    const place = visibilities[row] ?? 0;
    sizes[place] = (sizes[place] ?? 0) + 1;
  });
  const countOf = (secret: Visibility): number =>
    repositoryVisibilities.reduce(
      (sum, visibility, place) => sum + (receives(secret, { visibility }) ? (sizes[place] ?? 0) : 0),
      0,
    );
  const total = { all: countOf('all'), private: countOf('private') };
  const counts = new Uint16Array(rows.size);
  const secrets = access.secrets.map(([name, visibility, selection, app, nameInApp]): MapSecret => {
    const id = { app, name: nameInApp };
    const key = `${app}/${nameInApp}`;
    if (visibility !== 'selected')
      return { key, id, name, visibility, count: total[visibility], selected: undefined };
    const selected = new Uint8Array(rows.size);
    for (const id of selection) {
      const row = rows.get(id);
      if (row === undefined || selected[row]) continue;
      selected[row] = 1;
      counts[row] = (counts[row] ?? 0) + 1;
    }
    return { key, id, name, visibility, count: selection.length, selected };
  });
  // Of ten thousand repositories each would look at hundreds of secrets, so that it is counted once for each visibility.
  const unselected = repositoryVisibilities.map(
    visibility => secrets.filter(secret => receives(secret.visibility, { visibility })).length,
  );
  const repositories = ids.map((id, row): MapRepository => {
    const place = visibilities[row] ?? 0;
    return {
      id,
      name: names[row] ?? '',
      visibility: repositoryVisibilities[place] ?? 'public',
      isArchived: archived[row] === true,
      count: (counts[row] ?? 0) + (unselected[place] ?? 0),
    };
  });
  const { apps, missing } = access;
  const columns = new Map(secrets.map(({ key }, column) => [key, column]));
  return { apps, missing, secrets, repositories, rows, columns };
}

/** Why the repository of a row can use a secret: the visibility that allows it. Undefined if it can't. */
export function whyCanUse(map: AccessMap, row: number, column: number): Visibility | undefined {
  const [secret, repository] = [map.secrets[column], map.repositories[row]];
  if (!secret || !repository) return undefined;
  const isSelected = (): boolean => secret.selected?.[row] === 1;
  return receives(secret.visibility, repository, isSelected) ? secret.visibility : undefined;
}

/** The app of a secret, by its key. */
export function appOfKey(key: string): string {
  return key.split('/')[0] ?? '';
}

/** What a secret is called. One that the map does not show names its app, unless the map has no other one. */
export function titleOf({ apps, secrets, columns }: AccessMap, key: string): string {
  const shown = secrets[columns.get(key) ?? -1];
  if (shown) return shown.name;
  const [app = '', name = ''] = key.split('/');
  const [only, ...others] = apps;
  if (only?.[0] === app && others.length === 0) return name;
  return `${name} (${apps.find(([id]) => id === app)?.[1] ?? app})`;
}
