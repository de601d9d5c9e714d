import { l10n } from 'vscode';
import { figuresOf, type LineBreaks } from '../model/valueText';
import { byteCount, lineCount } from './counts';

/** Describes a value without showing it: "1,675 bytes, 28 lines, LF line breaks, line break at the end". */
export function valueWords(value: string): string {
  const { bytes, lines, lineBreaks, endsInLineBreak } = figuresOf(value);
  return [
    byteCount(bytes),
    lineCount(lines),
    ...(lineBreaks === 'none' ? [] : [lineBreakWords(lineBreaks)]),
    endsInLineBreak ? l10n.t('line break at the end') : l10n.t('no line break at the end'),
  ].join(', ');
}

function lineBreakWords(kind: Exclude<LineBreaks, 'none'>): string {
  switch (kind) {
    case 'lf':
      return l10n.t('LF line breaks');
    case 'crlf':
      return l10n.t('CRLF line breaks');
    case 'cr':
      return l10n.t('CR line breaks');
    case 'mixed':
      return l10n.t('mixed line breaks');
  }
}
