import { type NameProblem, nameProblem, normalizeName } from './secretName';
import { valueBytes, valueProblem } from './secretValue';

/** Reads a `.env` text as the dotenv library does: the variables by name, of a name that stands twice the last. */
export type ParseEnv = (text: string) => Readonly<Record<string, string>>;

/** Why an entry cannot be a secret. */
export type EnvRefusal =
  | { readonly kind: 'name'; readonly problem: NameProblem }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge'; readonly bytes: number }
  /** These names differ in case only, and GitHub keeps one of them; their values differ. */
  | { readonly kind: 'clash'; readonly names: readonly string[] };

/** One variable of a `.env` file. */
export interface EnvEntry {
  /** The name as it is written; several that differ in case only where their values are equal. */
  readonly written: readonly string[];
  /** The name as GitHub keeps it. */
  readonly name: string;
  readonly value: string;
  /** How often its name stands in the file; the last one is taken. */
  readonly times: number;
  /** Whether the value has line breaks that are not LF in the file: dotenv makes all of them LF. */
  readonly hadOtherBreaks: boolean;
  /** Nothing where it can be a secret. */
  readonly refusal?: EnvRefusal;
}

/** What a `.env` file says. */
export interface EnvFile {
  /** In the order of the file. */
  readonly entries: readonly EnvEntry[];
  /** The numbers of the lines that are neither blank, nor a comment, nor part of an entry: dotenv skips them. */
  readonly skippedLines: readonly number[];
}

/** Reads a `.env` file's text, with or without a byte order mark. */
export function readEnvFile(text: string, parse: ParseEnv): EnvFile {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const severalLines = text.includes('\r') ? namesOfSeveralLines(lines, parse) : new Set<number>();
  const taken = new Map<string, Assigned>();
  for (const { name, value, index } of assignments(lines, parse)) {
    const times = (taken.get(name)?.times ?? 0) + 1;
    taken.delete(name);
    taken.set(name, { value, times, hadOtherBreaks: severalLines.has(index) });
  }
  const bySecret = new Map<string, [string, Assigned][]>();
  for (const [written, assigned] of taken) {
    const name = normalizeName(written);
    bySecret.set(name, [...(bySecret.get(name) ?? []), [written, assigned]]);
  }
  const entries = [...bySecret].flatMap(([name, all]) => entriesOf(name, all));
  return { entries, skippedLines: skippedLines(lines, parse) };
}

/** What is known of a name before it is compared with others. */
type Assigned = Pick<EnvEntry, 'value' | 'times' | 'hadOtherBreaks'>;

/** The entries of names that are one name to GitHub: one where their values are equal, else all of them, refused. */
function entriesOf(name: string, all: readonly (readonly [string, Assigned])[]): EnvEntry[] {
  const names = all.map(([written]) => written);
  const [first] = all;
  if (first && all.every(([, { value }]) => value === first[1].value))
    return [entryOf(name, names, first[1], undefined)];
  return all.map(([written, assigned]) => entryOf(name, [written], assigned, { kind: 'clash', names }));
}

function entryOf(
  name: string,
  written: readonly string[],
  assigned: Assigned,
  clash: EnvRefusal | undefined,
): EnvEntry {
  const problem = nameProblem(name);
  const refusal = problem ? { kind: 'name' as const, problem } : (clash ?? refusalOf(assigned.value));
  return { ...assigned, written, name, ...(refusal && { refusal }) };
}

function refusalOf(value: string): EnvRefusal | undefined {
  const kind = valueProblem(value);
  return kind === 'tooLarge' ? { kind, bytes: valueBytes(value) } : kind && { kind };
}

/** One place at which the parser finds a variable. */
interface Assignment {
  readonly name: string;
  readonly value: string;
  /** Which of the file's possible assignments it is. */
  readonly index: number;
}

/** The beginning of a line as dotenv knows it: what is before the name, and the name. */
const head = /^([^\S\n]*(?:export\s+)?)([\w.-]+)(?=\s*=|:\s)/gm;

/**
 * Every place at which the parser finds a variable. It tells each name once, and not where it stands; so each name is
 * replaced by a mark of its own before, and what looks like a name within a value is put back after.
 */
function assignments(text: string, parse: ParseEnv): Assignment[] {
  const mark = unusedMark(text);
  const names: string[] = [];
  const marked = text.replace(
    head,
    (_, before: string, name: string) => `${before}${mark}${names.push(name) - 1}_`,
  );
  const parsed = parse(marked);
  const marks = new RegExp(`${mark}(\\d+)_`, 'g');
  return names.flatMap((name, index) => {
    const value = parsed[`${mark}${index}_`];
    if (value === undefined) return [];
    return [{ name, value: value.replace(marks, (_, at: string) => names[Number(at)] ?? ''), index }];
  });
}

/** Which assignments have values of several lines in the file, and not by `\n` in quotes. */
function namesOfSeveralLines(text: string, parse: ParseEnv): Set<number> {
  const unescaped = text.replace(/\\n/g, '  ');
  return new Set(
    assignments(unescaped, parse)
      .filter(({ value }) => value.includes('\n'))
      .map(({ index }) => index),
  );
}

/** Lines that could be part of a value, and are nothing where they are not. */
const otherLine = /^([^\S\n]*[^\s#"'`\\])(.*)$/;

/** The numbers of the lines that the parser makes nothing of. */
function skippedLines(text: string, parse: ParseEnv): number[] {
  const mark = unusedMark(text);
  const heads = new Set([...text.matchAll(head)].map(({ index }) => index));
  let offset = 0;
  const marked = text.split('\n').map((line, index) => {
    const isHead = heads.has(offset) || /^\s*export\s*$/.test(line);
    offset += line.length + 1;
    // The sign cannot stand in a name, so that a mark makes no line an assignment.
    return isHead ? line : line.replace(otherLine, `$1\u00A7${mark}${index + 1}_$2`);
  });
  const marks = new RegExp(`\u00A7${mark}(\\d+)_`, 'g');
  const numbers = (it: string): number[] => [...it.matchAll(marks)].map(([, number]) => Number(number));
  const read = new Set(assignments(marked.join('\n'), parse).flatMap(({ value }) => numbers(value)));
  return numbers(marked.join('\n')).filter(number => !read.has(number));
}

/** Letters that stand nowhere in a text. */
function unusedMark(text: string): string {
  let number = 0;
  while (text.includes(`name${number}x`)) number += 1;
  return `name${number}x`;
}
