import type { Node } from 'jsonc-parser';
import type { Unread } from '../model/declarationsCheck';
import { nameProblem, normalizeName } from '../model/secretName';
import type { OffsetRange } from '../model/textLines';
import { entryProblems, type EntryProblem } from './entryProblems';
import { incompleteParts } from './incomplete';
import { lastProperty, parseJson, propertiesOf, type Property, rangeOf } from './jsonTree';

/** A secret that a devcontainer.json recommends. */
export interface DeclaredSecret {
  /** As it is written. GitHub keeps it in upper case. */
  readonly name: string;
  /** The name with its quotation marks. */
  readonly nameRange: OffsetRange;
  /** From the name to the end of what is said of it. */
  readonly range: OffsetRange;
  readonly description?: string;
  /** A text from the file. It need not be an address. */
  readonly documentationUrl?: string;
  /** Whether there is a syntax error in the entry or beside it, as while it is typed. */
  readonly isIncomplete: boolean;
}

/** What does not fit the specification, or cannot work on GitHub. */
export type DeclarationProblem = { readonly range: OffsetRange } & (
  | { readonly kind: 'secretsNotObject' }
  /** Only letters, digits and underscores can be in a name, and no digit in front. */
  | { readonly kind: 'invalidName'; readonly name: string }
  /** The specification allows the name, but GitHub keeps no secrets whose names start like this. */
  | { readonly kind: 'reservedName'; readonly name: string }
  /** The name stands further up as well, so the entry there has no effect. */
  | { readonly kind: 'duplicateName'; readonly name: string; readonly first: OffsetRange }
  /** The name further up differs in case only: two variables to the specification, one secret to GitHub. */
  | {
      readonly kind: 'differsInCase';
      readonly name: string;
      readonly firstName: string;
      readonly first: OffsetRange;
    }
  | EntryProblem
);

/** What the `secrets` property of a devcontainer.json says. */
export interface DeclaredSecrets {
  /** Every entry with a valid name, in the order of the file. A name can be in it twice. */
  readonly secrets: readonly DeclaredSecret[];
  /** In the order of the file. */
  readonly problems: readonly DeclarationProblem[];
  /** Why there might be more than was read. Without this and without secrets, the file declares none. */
  readonly unread?: Unread;
}

/** A name as the specification's schema wants it. */
const validName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Reads the secrets that a devcontainer.json declares. Takes any text: what is broken, too long or nested too deeply
 * declares what can be read of it. Nothing is reported on entries that are incomplete.
 * @see https://github.com/devcontainers/spec/blob/main/schemas/devContainer.base.schema.json
 */
export function readDeclaredSecrets(text: string): DeclaredSecrets {
  const tree = parseJson(text);
  if (!tree) return { secrets: [], problems: [], unread: 'tooLarge' };
  // If `secrets` stands twice, JSON takes the last one, and so does every tool that reads the file.
  const property = tree.root?.type === 'object' ? lastProperty(tree.root, 'secrets') : undefined;
  const isIncomplete = incompleteParts(text, tree.errors);
  // Where there is no such value, any error might hide it.
  const isInvalid = property?.value ? isIncomplete(property) : tree.errors.length > 0;
  const unread = isInvalid ? ({ unread: 'invalid' } as const) : {};
  if (!property?.value) return { secrets: [], problems: [], ...unread };
  if (property.value.type === 'object')
    return { ...entriesOf(text, property.value, isIncomplete), ...unread };
  const problem = { kind: 'secretsNotObject', range: rangeOf(property.value) } as const;
  return { secrets: [], problems: isInvalid ? [] : [problem], ...unread };
}

function entriesOf(
  text: string,
  object: Node,
  isIncomplete: (part: OffsetRange) => boolean,
): DeclaredSecrets {
  const secrets: DeclaredSecret[] = [];
  const problems: DeclarationProblem[] = [];
  const firsts = new Map<string, Property>();
  for (const property of propertiesOf(object)) {
    const incomplete = !property.value || isIncomplete(property);
    if (validName.test(property.name)) secrets.push(secretOf(text, property, incomplete));
    if (incomplete) continue;
    problems.push(...nameProblems(property, firsts), ...entryProblems(property));
  }
  return { secrets, problems };
}

/** What is wrong with a name, given the first properties by the names that GitHub gives them, to which it adds this one. */
function nameProblems(property: Property, firsts: Map<string, Property>): DeclarationProblem[] {
  const { name, nameRange: range } = property;
  if (!validName.test(name)) return [{ kind: 'invalidName', name, range }];
  const key = normalizeName(name);
  // An exact duplicate is reported before one that differs in case.
  const first = firsts.get(name) ?? firsts.get(key);
  if (!firsts.has(key)) firsts.set(key, property);
  if (!firsts.has(name)) firsts.set(name, property);
  const problems: DeclarationProblem[] = isReservedName(name) ? [{ kind: 'reservedName', name, range }] : [];
  if (!first) return problems;
  const at = { name, range, first: first.nameRange };
  const duplicate: DeclarationProblem =
    first.name === name
      ? { kind: 'duplicateName', ...at }
      : { kind: 'differsInCase', ...at, firstName: first.name };
  return [...problems, duplicate];
}

/**
 * Whether GitHub refuses a secret of a name that the specification allows. Codespaces sets some of these variables itself,
 * such as `GITHUB_TOKEN`.
 * @see https://docs.github.com/en/codespaces/developing-in-a-codespace/default-environment-variables-for-your-codespace
 */
export function isReservedName(name: string): boolean {
  return nameProblem(name) === 'reservedPrefix';
}

function secretOf(text: string, property: Property, isIncomplete: boolean): DeclaredSecret {
  const { name, nameRange, start, end, value } = property;
  const description = value && textOf(value, 'description');
  const documentationUrl = value && textOf(value, 'documentationUrl');
  return {
    name,
    nameRange,
    // In front of a comment without an end, the parser has an object end behind the text.
    range: { start, end: Math.min(end, text.length) },
    ...(description !== undefined && { description }),
    ...(documentationUrl !== undefined && { documentationUrl }),
    isIncomplete,
  };
}

/** The text of a property; nothing where it is missing or not a text. */
function textOf(object: Node, name: string): string | undefined {
  if (object.type !== 'object') return undefined;
  const value: unknown = lastProperty(object, name)?.value?.value;
  return typeof value === 'string' ? value : undefined;
}
