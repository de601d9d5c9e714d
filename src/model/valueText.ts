/** What stands between the lines of a value. */
export type LineBreaks = 'none' | 'lf' | 'crlf' | 'cr' | 'mixed';

/** A value in figures, without a word of it. */
export interface ValueFigures {
  /** Bytes of UTF-8. */
  readonly bytes: number;
  /** A line break at the end begins no further line. */
  readonly lines: number;
  readonly lineBreaks: LineBreaks;
  readonly endsInLineBreak: boolean;
}

const anyBreak = /\r\n|\n|\r/g;

export function figuresOf(value: string): ValueFigures {
  const breaks = value.match(anyBreak) ?? [];
  const endsInLineBreak = /[\r\n]$/.test(value);
  return {
    bytes: new TextEncoder().encode(value).byteLength,
    lines: value === '' ? 0 : breaks.length + (endsInLineBreak ? 0 : 1),
    lineBreaks: kindOf(new Set(breaks)),
    endsInLineBreak,
  };
}

function kindOf(breaks: ReadonlySet<string>): LineBreaks {
  if (breaks.size > 1) return 'mixed';
  const [only] = breaks;
  switch (only) {
    case undefined:
      return 'none';
    case '\n':
      return 'lf';
    case '\r\n':
      return 'crlf';
    default:
      return 'cr';
  }
}

/** Every line break as a line feed. */
export function withLineFeeds(value: string): string {
  return value.replace(anyBreak, '\n');
}
