export type LineBreak = '\n' | '\r\n' | '\r';

/** A value as a text area holds it. A text area has only one kind of line break, so the kinds are kept separately. */
export interface Lines {
  /** Every line break is LF. */
  readonly text: string;
  /** The kinds of the line breaks, in order. */
  readonly breaks: readonly LineBreak[];
  /** The most frequent kind, also after the last line break is deleted. New line breaks get this kind. */
  readonly usual: LineBreak;
}

const anyBreak = /\r\n|\n|\r/g;

export const noLines: Lines = { text: '', breaks: [], usual: '\n' };

export function linesOf(value: string, usual: LineBreak = '\n'): Lines {
  const breaks = breaksIn(value);
  return { text: value.replace(anyBreak, '\n'), breaks, usual: mostOf(breaks) ?? usual };
}

export function valueOf({ text, breaks }: Lines): string {
  let index = 0;
  return text.replace(/\n/g, () => breaks[index++] ?? '\n');
}

/** The lines after `value` replaces the text from `start` to `end`, including the kinds of line breaks. */
export function inserted(lines: Lines, start: number, end: number, value: string): Lines {
  const { text, breaks, usual } = lines;
  const first = countBreaks(text.slice(0, start));
  const last = first + countBreaks(text.slice(start, end));
  const between = linesOf(value);
  return withUsual(
    text.slice(0, start) + between.text + text.slice(end),
    [...breaks.slice(0, first), ...between.breaks, ...breaks.slice(last)],
    usual,
  );
}

/** The lines after an unknown edit of their text. The common start and end count as unchanged. */
export function edited(lines: Lines, text: string): Lines {
  const before = lines.text;
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before[start] === text[start]) start += 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const between = text.slice(start, text.length - tail);
  return inserted(lines, start, before.length - tail, between.replaceAll('\n', lines.usual));
}

function withUsual(text: string, breaks: readonly LineBreak[], usual: LineBreak): Lines {
  return { text, breaks, usual: mostOf(breaks) ?? usual };
}

function breaksIn(value: string): LineBreak[] {
  return (value.match(anyBreak) ?? []) as LineBreak[];
}

function countBreaks(text: string): number {
  return breaksIn(text).length;
}

/** The most frequent kind. If several are, the first of LF, CRLF and CR. */
function mostOf(breaks: readonly LineBreak[]): LineBreak | undefined {
  const count = (kind: LineBreak): number => breaks.filter(it => it === kind).length;
  const [most] = (['\n', '\r\n', '\r'] as const).toSorted((a, b) => count(b) - count(a));
  return breaks.length > 0 ? most : undefined;
}
