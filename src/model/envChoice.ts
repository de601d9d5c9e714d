import type { EnvEntry } from './envFile';

/** What is chosen of a `.env` file. */
export interface EnvChoice {
  /** The names that are not to be set. */
  readonly unticked: ReadonlySet<string>;
  /** The values that were mended, by name. */
  readonly mended: ReadonlyMap<string, string>;
}

/** All that can be set, as it stands in the file. */
export const wholeFile: EnvChoice = { unticked: new Set(), mended: new Map() };

/** The entries that are to be set, with the values that they are to have. */
export function chosenEntries(entries: readonly EnvEntry[], { unticked, mended }: EnvChoice): EnvEntry[] {
  return mendedEntries(entries, mended).filter(({ name, refusal }) => !refusal && !unticked.has(name));
}

/** All entries, some with values in place of those of the file. */
export function mendedEntries(entries: readonly EnvEntry[], mended: ReadonlyMap<string, string>): EnvEntry[] {
  return entries.map(entry => ({ ...entry, value: mended.get(entry.name) ?? entry.value }));
}
