import type { OffsetRange } from '../model/textLines';
import type { SyntaxError } from './jsonTree';
import { nextSignificant, readTokens } from './tokens';

/**
 * Errors after which nobody can tell which part of the text belongs to which object. Of jsonc-parser's `ParseErrorCode`:
 * CloseBraceExpected, CloseBracketExpected, EndOfFileExpected, UnexpectedEndOfComment.
 */
const misplacing: readonly number[] = [7, 8, 9, 11];

/** With more errors a text is something else than JSON, and comparing each with each part would take long. */
const maxErrors = 100;

/**
 * Tells which parts of a text are incomplete: those with a syntax error in them or beside them, with no more than white
 * space and comments between. While somebody types, such a part gets no finding.
 */
export function incompleteParts(
  text: string,
  errors: readonly SyntaxError[],
): (part: OffsetRange) => boolean {
  if (errors.length === 0) return () => false;
  if (errors.length > maxErrors || errors.some(({ code }) => misplacing.includes(code))) return () => true;
  const reader = readTokens(text);
  const nextAfter = (offset: number): number => {
    reader.moveTo(offset);
    return nextSignificant(reader)?.start ?? text.length;
  };
  // Where a comma comes too early, what follows it is in order.
  const affected = errors.map(({ start, end }) => ({
    start,
    end: text[start] === ',' ? start : nextAfter(end),
  }));
  return part => {
    const end = nextAfter(part.end);
    return affected.some(error => error.start <= end && error.end >= part.start);
  };
}
