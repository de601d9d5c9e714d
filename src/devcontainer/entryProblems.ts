import type { OffsetRange } from '../model/textLines';
import { propertiesOf, type Property, rangeOf } from './jsonTree';

/** The properties of an entry, in the order in which the specification has them. */
export const entryProperties = ['description', 'documentationUrl'] as const;
export type EntryPropertyName = (typeof entryProperties)[number];

/** What does not fit the specification in the entry of one secret. */
export type EntryProblem = { readonly range: OffsetRange; readonly name: string } & (
  | { readonly kind: 'entryNotObject' }
  /** `suggestion` is the property that was probably meant. */
  | { readonly kind: 'unknownProperty'; readonly property: string; readonly suggestion?: EntryPropertyName }
  | { readonly kind: 'notText'; readonly property: EntryPropertyName }
  /** The address lacks a scheme, such as `https:`, or is broken. */
  | { readonly kind: 'notAddress' }
);

/**
 * Checks the entry of one secret. A problem's range is the value that is wrong, or the name of an unknown property.
 * @see https://github.com/devcontainers/spec/blob/main/schemas/devContainer.base.schema.json
 */
export function entryProblems({ name, value }: Property): EntryProblem[] {
  if (!value) return [];
  if (value.type !== 'object') return [{ kind: 'entryNotObject', name, range: rangeOf(value) }];
  return propertiesOf(value).flatMap((property): EntryProblem[] => {
    const known = entryProperties.find(one => one === property.name);
    return known ? valueProblems(name, known, property) : [unknownProperty(name, property)];
  });
}

function valueProblems(name: string, property: EntryPropertyName, { value }: Property): EntryProblem[] {
  if (!value) return [];
  const range = rangeOf(value);
  if (value.type !== 'string') return [{ kind: 'notText', name, property, range }];
  const isAddress = property !== 'documentationUrl' || URL.canParse(String(value.value));
  return isAddress ? [] : [{ kind: 'notAddress', name, range }];
}

function unknownProperty(name: string, { name: property, nameRange: range }: Property): EntryProblem {
  const suggestion = entryProperties.find(known => isMisspelling(property, known));
  return { kind: 'unknownProperty', name, property, range, ...(suggestion && { suggestion }) };
}

/** How many letters can be wrong, missing or too many in a word that still stands for another. */
const maxTypos = 2;

/** Whether a word was probably meant to be another: case and signs aside it is its beginning, or nearly the same. */
function isMisspelling(written: string, known: string): boolean {
  const word = written.toLowerCase().replace(/[^a-z]/g, '');
  const meant = known.toLowerCase();
  const isBeginning = word.length >= 4 && meant.startsWith(word);
  return isBeginning || (Math.abs(word.length - meant.length) <= maxTypos && typos(word, meant) <= maxTypos);
}

/** In how many letters two words differ: the Levenshtein distance. */
function typos(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let above = 0; above < one.length; above++) {
    const next = [above + 1];
    for (let index = 0; index < other.length; index++) {
      const replaced = (row[index] ?? 0) + (one[above] === other[index] ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
