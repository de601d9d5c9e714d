import { hasLostLineBreaks, withRestoredLineBreaks, withUnescapedLineBreaks } from './armor';
import { withLineFeeds } from './valueText';

/** What is probably a mistake in a value, in the order in which it is best fixed. */
const valueWarningKinds = [
  'byteOrderMark',
  'lostLineBreaks',
  'escapedLineBreaks',
  'lineBreakAtEnd',
  'carriageReturns',
  'assignment',
  'quotes',
  'blanks',
  'name',
] as const;

export type ValueWarningKind = (typeof valueWarningKinds)[number];

export interface ValueWarning {
  readonly kind: ValueWarningKind;
  /** The value without it; nothing where only the user can tell. */
  readonly fixed: string | undefined;
}

/** Likely mistakes in a value for the secrets `names`. */
export function warningsIn(value: string, names: readonly string[]): ValueWarning[] {
  return valueWarningKinds.flatMap((kind): ValueWarning[] => {
    if (kind === 'name') return isName(value, names) ? [{ kind, fixed: undefined }] : [];
    if (kind === 'lostLineBreaks')
      return hasLostLineBreaks(value) ? [{ kind, fixed: withRestoredLineBreaks(value) }] : [];
    const fixed = fixes[kind](value, names);
    return fixed === value || fixed === '' ? [] : [{ kind, fixed }];
  });
}

/** Each gives a value without one kind of accident, and any other value as it is. */
const fixes: Record<
  Exclude<ValueWarningKind, 'name' | 'lostLineBreaks'>,
  (value: string, names: readonly string[]) => string
> = {
  byteOrderMark: value => value.replace(/^\uFEFF/, ''),
  escapedLineBreaks: withUnescapedLineBreaks,
  // A value of several lines, as a PEM file, is meant to end in one.
  lineBreakAtEnd: value => (hasSeveralLines(value) ? value : withoutEnd(value, lineBreaks)),
  carriageReturns: value => (hasSeveralLines(value) ? withLineFeeds(value) : value),
  assignment: (value, names) => {
    const [before = '', exported, name = ''] = /^\s*(export\s+)?([A-Za-z_]\w*)\s*=\s*/.exec(value) ?? [];
    return exported !== undefined || isName(name, names) ? value.slice(before.length) : value;
  },
  quotes: value => value.replace(/^(\s*)(["'`])((?:\\[^]|(?!\2)[^\\])*)\2(\s*)$/, '$1$3$4'),
  blanks: value => {
    const text = withoutEnd(value, lineBreaks);
    return withoutEnd(text, blanks).replace(/^[ \t\u00A0]+/, '') + value.slice(text.length);
  },
};

const lineBreaks = '\r\n';
const blanks = ' \t\u00A0';

function hasSeveralLines(value: string): boolean {
  return /[\r\n]/.test(withoutEnd(value, lineBreaks));
}

/** A value without those of `characters` that it ends in. A pattern would try each run of them in the middle, too. */
function withoutEnd(value: string, characters: string): string {
  let end = value.length;
  while (end > 0 && characters.includes(value.charAt(end - 1))) end -= 1;
  return value.slice(0, end);
}

function isName(value: string, names: readonly string[]): boolean {
  return names.includes(value.trim().toUpperCase());
}
