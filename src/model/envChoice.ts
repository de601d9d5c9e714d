import type { EnvEntry } from './envFile';

/** What is chosen of a `.env` file, in whichever stores it was asked. */
export interface EnvChoice {
  /** The names that are not to be created. */
  readonly leftOut: ReadonlySet<string>;
  /** The names whose values will be rotated, by the key of their store. What exists is rotated only if the user selects it. */
  readonly rotated: ReadonlyMap<string, ReadonlySet<string>>;
  /** The values that were fixed, by name. */
  readonly fixed: ReadonlyMap<string, string>;
}

/** The secrets that a store has. */
export interface ExistingSecrets {
  /** Its key. */
  readonly store: string;
  /** Their names, in upper case. */
  readonly existing: ReadonlySet<string>;
}

/** All that is new, as it stands in the file. */
export const allNew: EnvChoice = { leftOut: new Set(), rotated: new Map(), fixed: new Map() };

/** The entries to set in a store, with their values. */
export function chosenEntries(
  entries: readonly EnvEntry[],
  { leftOut, rotated, fixed }: EnvChoice,
  { store, existing }: ExistingSecrets,
): EnvEntry[] {
  const isChosen = (name: string): boolean =>
    existing.has(name) ? rotated.get(store)?.has(name) === true : !leftOut.has(name);
  return fixedEntries(entries, fixed).filter(({ name, refusal }) => !refusal && isChosen(name));
}

/** A choice after these names, and no others, were chosen in a store. */
export function choiceOf(
  entries: readonly EnvEntry[],
  before: EnvChoice,
  { store, existing }: ExistingSecrets,
  chosen: ReadonlySet<string>,
): EnvChoice {
  const leftOut = new Set(before.leftOut);
  const rotated = new Set<string>();
  for (const { name, refusal } of entries) {
    if (refusal) continue;
    if (existing.has(name)) {
      if (chosen.has(name)) rotated.add(name);
    } else if (chosen.has(name)) leftOut.delete(name);
    else leftOut.add(name);
  }
  return { ...before, leftOut, rotated: new Map(before.rotated).set(store, rotated) };
}

/** All entries, some with values in place of those of the file. */
export function fixedEntries(entries: readonly EnvEntry[], fixed: ReadonlyMap<string, string>): EnvEntry[] {
  return entries.map(entry => ({ ...entry, value: fixed.get(entry.name) ?? entry.value }));
}
