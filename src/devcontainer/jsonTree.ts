import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { OffsetRange } from '../model/textLines';
import { readTokens, withoutMark } from './tokens';
import { maxLength } from '../model/declarationsCheck';

/** How deep objects and arrays can lie in each other. The parser calls itself, and deeper ones could exhaust its stack. */
const maxDepth = 200;

/** A place at which the parser could not go on. */
export interface SyntaxError extends OffsetRange {
  /** One of jsonc-parser's `ParseErrorCode`. */
  readonly code: number;
}

/** What the fault-tolerant parser made of a text. */
export interface JsonTree {
  /** Nothing in a text without any value. */
  readonly root?: Node;
  /** In the order of the text. */
  readonly errors: readonly SyntaxError[];
}

/** Parses JSON with comments and trailing commas; nothing where the text is too long or nested too deeply to be parsed. */
export function parseJson(text: string): JsonTree | undefined {
  if (text.length > maxLength || isTooDeep(text)) return undefined;
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark(text), errors, { allowTrailingComma: true, allowEmptyContent: true });
  return {
    ...(root && { root }),
    errors: errors.map(({ error, offset, length }) => ({
      code: error,
      start: offset,
      end: offset + length,
    })),
  };
}

function isTooDeep(text: string): boolean {
  const reader = readTokens(text);
  let depth = 0;
  for (let token = reader.next(); token; token = reader.next())
    if (token.kind === '{' || token.kind === '[') {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (token.kind === '}' || token.kind === ']') depth -= 1;
  return false;
}

export function rangeOf({ offset, length }: Node): OffsetRange {
  return { start: offset, end: offset + length };
}

/** A property of an object, with what stands behind its colon, if anything does. */
export interface Property extends OffsetRange {
  readonly name: string;
  /** With the quotation marks. */
  readonly nameRange: OffsetRange;
  readonly value?: Node;
}

/** The properties of an object in the order of the text, also those whose names stand twice. */
export function propertiesOf(object: Node): Property[] {
  return (object.children ?? []).flatMap(node => {
    const [name, value] = node.children ?? [];
    if (!name) return [];
    // While a value is missing, the parser has the property go on to whatever comes next.
    const { end } = rangeOf(value ?? name);
    const property = { name: String(name.value), nameRange: rangeOf(name), start: node.offset, end };
    return [{ ...property, ...(value && { value }) }];
  });
}

/** The property of a name. Of properties with the same name the last one counts, as in `JSON.parse`. */
export function lastProperty(object: Node, name: string): Property | undefined {
  return propertiesOf(object).findLast(property => property.name === name);
}
