import { l10n } from 'vscode';
import type { AccidentKind } from '../model/accident';

/** An accident in words. */
export interface AccidentWords {
  /** What was found, as a sentence. */
  readonly finding: string;
  /** What mends it. */
  readonly mend: string;
}

export function accidentWords(kind: AccidentKind): AccidentWords {
  switch (kind) {
    case 'byteOrderMark':
      return {
        finding: l10n.t('It begins with a byte order mark, which belongs to a file.'),
        mend: l10n.t('Remove the byte order mark'),
      };
    case 'lineBreakAtEnd':
      return {
        finding: l10n.t('It is one line that ends in a line break.'),
        mend: l10n.t('Remove the line break at the end'),
      };
    case 'carriageReturns':
      return {
        finding: l10n.t('It has carriage returns, as files from Windows do.'),
        mend: l10n.t('Make all line breaks LF'),
      };
    case 'assignment':
      return {
        finding: l10n.t('It begins with a name and an equals sign.'),
        mend: l10n.t('Remove the name in front'),
      };
    case 'quotes':
      return {
        finding: l10n.t('It stands in quotation marks.'),
        mend: l10n.t('Remove the quotation marks'),
      };
    case 'blanks':
      return {
        finding: l10n.t('It begins or ends with blanks.'),
        mend: l10n.t('Remove the blanks at the ends'),
      };
    case 'name':
      return {
        finding: l10n.t('It is identical to the name of the secret.'),
        mend: l10n.t('Enter another value'),
      };
  }
}
