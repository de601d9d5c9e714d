import type { AccessMap } from './accessMap';

/** What of the map is to be seen. */
export interface Filter {
  /** Words that all have to stand in a repository's name, whatever the case. */
  readonly repositories: string;
  /** The same for secrets. */
  readonly secrets: string;
  /**
   * Hides the repositories that receive, of the secrets that are shown, the same as most others do: what is left are
   * the exceptions. Of two rows that are as common, the one that stands first is hidden.
   */
  readonly onlyDifferences: boolean;
  /** Hides the secrets that go to all or to private repositories, whose cells cannot be changed. */
  readonly onlySelected: boolean;
}

export const noFilter: Filter = {
  repositories: '',
  secrets: '',
  onlyDifferences: false,
  onlySelected: false,
};

/** What of the map is shown, as indexes into it. */
export interface Shown {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** What a filter leaves of the map. */
export function shown(map: AccessMap, filter: Filter): Shown {
  const hasSecretWords = matcher(filter.secrets);
  const columns = indexesOf(
    map.secrets,
    ({ name, visibility }) => hasSecretWords(name) && (!filter.onlySelected || visibility === 'selected'),
  );
  const hasRepositoryWords = matcher(filter.repositories);
  const isDifferent = filter.onlyDifferences ? exceptions(map, columns) : () => true;
  const rows = indexesOf(map.repositories, ({ name }, row) => hasRepositoryWords(name) && isDifferent(row));
  return { rows, columns };
}

function matcher(text: string): (name: string) => boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return name => words.length === 0 || words.every(word => name.toLowerCase().includes(word));
}

function indexesOf<T>(items: readonly T[], isShown: (item: T, index: number) => boolean): number[] {
  return items.flatMap((item, index) => (isShown(item, index) ? [index] : []));
}

/** Says of each row whether it is unlike the most common one, in some of the columns. */
function exceptions(map: AccessMap, columns: readonly number[]): (row: number) => boolean {
  const hasPrivate = columns.some(column => map.secrets[column]?.visibility === 'private');
  const selections = columns.flatMap(column => map.secrets[column]?.selected ?? []);
  const patterns = map.repositories.map(({ visibility }, row) =>
    String.fromCharCode(
      hasPrivate && visibility !== 'public' ? 1 : 0,
      ...selections.map(selected => selected[row] ?? 0),
    ),
  );
  const counts = new Map<string, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  let [common, most] = ['', 0];
  for (const [pattern, count] of counts) if (count > most) [common, most] = [pattern, count];
  return row => patterns[row] !== common;
}
