/** A part of a text, from one offset to another. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** The line of a text in which an offset is, without its line break. */
export function lineAt(text: string, offset: number): OffsetRange {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const length = text.slice(start).search(/[\r\n]/);
  return { start, end: length < 0 ? text.length : start + length };
}
