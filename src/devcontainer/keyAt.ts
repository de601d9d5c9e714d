import type { OffsetRange } from '../model/textLines';
import { type Level, maxDepth, readToken } from './levels';
import { nextSignificant, readTokens, type Token, type TokenReader } from './tokens';

/** A place where the name of a property stands, or can stand. */
export interface KeyPlace {
  /** The names of the properties in which the object is, from the top. */
  readonly path: readonly string[];
  /** The name with its quotation marks as far as they are typed; empty where nothing is. */
  readonly range: OffsetRange;
  /** Whether a colon follows. */
  readonly hasValue: boolean;
  /** Whether another property follows without a comma between. */
  readonly needsComma: boolean;
  /** Where a comma is missing between the property before and this one. */
  readonly missingComma?: number;
  /** The names of the object's other properties. */
  readonly others: readonly string[];
}

/**
 * The place for a name at an offset; nothing where there is a value, a comment or an array. It reads token by token and not
 * with jsonc-parser's `getLocation`, which takes a place in a comment for one of a name, and knows nothing of what follows.
 */
export function keyAt(text: string, offset: number): KeyPlace | undefined {
  const reader = readTokens(text);
  const levels: Level[] = [];
  let token = nextToken(reader, levels);
  for (; token && !(token.start >= offset || isTouched(token, offset)); token = nextToken(reader, levels)) {
    if (token.kind === 'comment' && isWithinComment(token, offset)) return undefined;
    readToken(levels, token);
    if (levels.length > maxDepth) return undefined;
  }
  const level = levels.at(-1);
  const touched = token && isTouched(token, offset) ? token : undefined;
  if (!level || levels.some(({ kind }) => kind === '[') || !canBeKey(level, touched, offset))
    return undefined;
  const path = levels.slice(0, -1).map(({ key }) => key);
  const missingComma = level.expects === 'key' ? {} : { missingComma: level.end };
  if (touched) level.expects = 'colon';
  let next = touched || token?.kind === 'comment' ? nextSignificant(reader) : token;
  const hasValue = next?.kind === ':';
  const needsComma = next?.kind === 'string' || next?.kind === 'word';
  for (; next && levels.includes(level) && levels.length <= maxDepth; next = nextToken(reader, levels))
    readToken(levels, next);
  const range = touched ? { start: touched.start, end: touched.end } : { start: offset, end: offset };
  return { path, range, hasValue, needsComma, ...missingComma, others: level.keys };
}

/** Whether a name can be at an offset, given what has been read before it. */
function canBeKey({ expects, end }: Level, touched: Token | undefined, offset: number): boolean {
  switch (expects) {
    case 'key':
      return true;
    case 'comma':
      return touched !== undefined || offset > end;
    case 'colon':
      // The name before has neither colon nor comma yet.
      return touched?.kind === 'string';
    case 'value':
      return false;
  }
}

function isTouched({ kind, start, end }: Token, offset: number): boolean {
  return (kind === 'string' || kind === 'word') && start <= offset && offset <= end;
}

function isWithinComment({ value, start, end, isOpen }: Token, offset: number): boolean {
  const goesOn = isOpen || value.startsWith('//');
  return start < offset && (offset < end || (goesOn && offset === end));
}

/**
 * The next token. A name without its closing quotation mark goes on to the end of the line for jsonc-parser; here it ends
 * with its last letter, so that what stands behind it is read.
 */
function nextToken(reader: TokenReader, levels: readonly Level[]): Token | undefined {
  const token = reader.next();
  const level = levels.at(-1);
  if (!token?.isOpen || token.kind !== 'string' || level?.kind !== '{' || level.expects === 'value')
    return token;
  const value = /^\w*/.exec(token.value)?.[0] ?? '';
  const end = token.start + 1 + value.length;
  reader.moveTo(end);
  return { ...token, value, end };
}
