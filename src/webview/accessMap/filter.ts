import { receives } from '../../model/receives';
import type { AccessMap } from './accessMap';

/** Which part of the map to show. */
export interface Filter {
  /** Words that a repository's name must all contain, in any case. */
  readonly repositories: string;
  /** The same for secrets. */
  readonly secrets: string;
  /** The app whose secrets are shown; empty for all. */
  readonly app: string;
  /**
   * Hides the repositories with the most common access to the secrets shown, so that the exceptions remain. If two
   * kinds of access are equally common, hides the kind that comes first.
   */
  readonly onlyDifferences: boolean;
  /** Hides the secrets for all or for private and internal repositories, because their cells can't be changed. */
  readonly onlySelected: boolean;
}

export const noFilter: Filter = {
  repositories: '',
  secrets: '',
  app: '',
  onlyDifferences: false,
  onlySelected: false,
};

/** The rows and columns of the map that are shown. */
export interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The app that a filter lets through; empty for all, also if the map does not have that app any more. */
export function appOf({ apps }: AccessMap, { app }: Filter): string {
  return apps.some(([id]) => id === app) ? app : '';
}

/** Applies a filter to the map. */
export function shown(map: AccessMap, filter: Filter): Shown {
  const hasSecretWords = matcher(filter.secrets);
  const app = appOf(map, filter);
  const columns = indexesOf(
    map.secrets,
    ({ id, name, visibility }) =>
      hasSecretWords(name) &&
      (app === '' || id.app === app) &&
      (!filter.onlySelected || visibility === 'selected'),
  );
  return { rows: shownRows(map, filter, columns), columns };
}

function shownRows(map: AccessMap, filter: Filter, columns: readonly number[]): readonly number[] {
  const { repositories } = map;
  // The first paint waits for this, and then nothing is filtered.
  if (filter.repositories.trim() === '' && !filter.onlyDifferences) return repositories.map((_, row) => row);
  const hasWords = matcher(filter.repositories);
  const isDifferent = filter.onlyDifferences ? exceptions(map, columns) : () => true;
  return indexesOf(repositories, ({ name }, row) => hasWords(name) && isDifferent(row));
}

function matcher(text: string): (name: string) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return name => words.length === 0 || words.every(word => name.toLowerCase().includes(word));
}

function indexesOf<T>(items: readonly T[], isShown: (item: T, index: number) => boolean): number[] {
  const indexes: number[] = [];
  items.forEach((item, index) => {
    if (isShown(item, index)) indexes.push(index);
  });
  return indexes;
}

/** Tells whether a row differs from the most common one, looking only at some columns. */
function exceptions(map: AccessMap, columns: readonly number[]): (row: number) => boolean {
  const hasPrivate = columns.some(column => map.secrets[column]?.visibility === 'private');
  const selections = columns.flatMap(column => map.secrets[column]?.selected ?? []);
  const patterns = map.repositories.map(({ visibility }, row) =>
    String.fromCharCode(
      hasPrivate && receives('private', { visibility }) ? 1 : 0,
      ...selections.map(selected => selected[row] ?? 0),
    ),
  );
  const counts = new Map<string, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  let [common, most] = ['', 0];
  for (const [pattern, count] of counts) if (count > most) [common, most] = [pattern, count];
  return row => patterns[row] !== common;
}
