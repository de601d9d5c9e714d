/** How the code of a language is divided into strings, comments and the rest. */
export interface Lexis {
  readonly lineComment: '//' | '#';
  readonly hasBlockComments: boolean;
  /** What opens and closes a string of several lines. */
  readonly longQuotes: readonly string[];
  /** Whether a slash can begin a regular expression. */
  readonly hasPatterns: boolean;
}

/** A part of a text that is no code: from its first character to behind its last one. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** A literal stands in single or double quotation marks on one line, and is closed. */
  readonly kind: 'literal' | 'other';
}

/** Finds the strings, comments and patterns of a text up to behind `end`. */
export function spansOf(text: string, end: number, lexis: Lexis): Span[] {
  const spans: Span[] = [];
  const code = /[^"'`/#]+|[^]/y;
  let last = '';
  for (let at = 0; at < end;) {
    const span = spanAt(text, at, last, lexis);
    code.lastIndex = at;
    const [piece = ''] = span ? ['"'] : (code.exec(text) ?? []);
    if (span) spans.push(span);
    last = piece.trimEnd().slice(-1) || last;
    at = span?.end ?? at + piece.length;
  }
  return spans;
}

/** What may stand before a slash that begins a pattern. */
const beforePattern = /^[(,=:[!&|?{};+*%<>~^-]?$/;

function spanAt(text: string, start: number, last: string, lexis: Lexis): Span | undefined {
  const other = (end: number): Span => ({ start, end, kind: 'other' });
  const starts = (mark: string): boolean => text.startsWith(mark, start);
  const lineEnd = (): number => indexOrEnd(text, '\n', start);
  if (starts(lexis.lineComment)) return other(lineEnd());
  if (lexis.hasBlockComments && starts('/*')) return other(indexOrEnd(text, '*/', start + 2) + 2);
  const long = lexis.longQuotes.find(starts);
  if (long !== undefined) return other(closing(text, start + long.length, long) + long.length);
  const character = text.charAt(start);
  if (character === '"' || character === "'") {
    const end = closing(text, start + 1, character, lineEnd());
    return text.charAt(end) === character ? { start, end: end + 1, kind: 'literal' } : other(end);
  }
  if (lexis.hasPatterns && character === '/' && beforePattern.test(last))
    return other(closing(text, start + 1, '/', lineEnd()) + 1);
  return undefined;
}

/** Where `mark` stands next without a backslash before it, or else `limit`. */
function closing(text: string, from: number, mark: string, limit = text.length): number {
  for (let at = from; at < limit; at += 1)
    if (text.charAt(at) === '\\') at += 1;
    else if (text.startsWith(mark, at)) return at;
  return limit;
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? text.length : index;
}
