import type { Token } from './tokens';

/** An object or array whose end has not been read yet. */
export interface Level {
  readonly kind: '{' | '[';
  /** What comes next if nothing is missing. */
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** The name of the property that is being read. */
  key: string;
  /** The names of its properties so far, also of the one that is being read. */
  readonly keys: string[];
  /** Where the last token of the level ends. */
  end: number;
}

/** How deep objects and arrays are looked into. */
export const maxDepth = 200;

/** Goes on by a token that is not a comment, whether it is expected or not. The last level is the innermost one. */
export function readToken(levels: Level[], { kind, value, end }: Token): void {
  const level = levels.at(-1);
  if (level && kind !== 'comment') level.end = end;
  switch (kind) {
    case '{':
    case '[':
      // What is expected once the end of the new level has been read.
      if (level) level.expects = 'comma';
      levels.push({ kind, expects: kind === '{' ? 'key' : 'value', key: '', keys: [], end });
      break;
    case '}':
    case ']':
      close(levels, kind === '}' ? '{' : '[', end);
      break;
    case ',':
      if (level) level.expects = level.kind === '{' ? 'key' : 'value';
      break;
    case ':':
      if (level) level.expects = 'value';
      break;
    case 'string':
    case 'word':
      if (level) readValue(level, value);
      break;
    case 'comment':
      break;
  }
}

/** A text or word is a name where no value is expected, also if a colon or comma is missing before it. */
function readValue(level: Level, value: string): void {
  if (level.kind === '[' || level.expects === 'value') {
    level.expects = 'comma';
    return;
  }
  level.expects = 'colon';
  level.key = value;
  level.keys.push(value);
}

/** Ends the innermost level of a kind, and those in it. Without any, the bracket means nothing. */
function close(levels: Level[], kind: Level['kind'], end: number): void {
  const index = levels.findLastIndex(level => level.kind === kind);
  if (index < 0) return;
  levels.length = index;
  const outer = levels.at(-1);
  if (outer) outer.end = end;
}
