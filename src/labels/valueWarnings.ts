import { l10n } from 'vscode';
import type { ValueWarningKind } from '../model/valueWarning';

/** A likely mistake in words. */
export interface WarningWords {
  /** What was found, as a sentence. */
  readonly finding: string;
  /** The fix, as a command. */
  readonly fix: string;
}

export function warningWords(kind: ValueWarningKind): WarningWords {
  switch (kind) {
    case 'byteOrderMark':
      return {
        finding: l10n.t('The value starts with a byte order mark, which only files need.'),
        fix: l10n.t('Remove the byte order mark'),
      };
    case 'lostLineBreaks':
      return {
        finding: l10n.t('This key is on one line. It lost its line breaks, probably when it was pasted.'),
        fix: l10n.t('Restore the line breaks'),
      };
    case 'escapedLineBreaks':
      return {
        finding: l10n.t('This key has \\n where its line breaks should be.'),
        fix: l10n.t('Turn \\n into line breaks'),
      };
    case 'lineBreakAtEnd':
      return {
        finding: l10n.t('The value is one line that ends with a line break.'),
        fix: l10n.t('Remove the line break at the end'),
      };
    case 'carriageReturns':
      return {
        finding: l10n.t('The value has carriage returns, as files from Windows do.'),
        fix: l10n.t('Make all line breaks LF'),
      };
    case 'assignment':
      return {
        finding: l10n.t('The value starts with a name and an equals sign.'),
        fix: l10n.t('Remove the name in front'),
      };
    case 'quotes':
      return {
        finding: l10n.t('The value is in quotation marks.'),
        fix: l10n.t('Remove the quotation marks'),
      };
    case 'blanks':
      return {
        finding: l10n.t('The value starts or ends with spaces or tabs.'),
        fix: l10n.t('Remove the blanks at the ends'),
      };
    case 'name':
      return {
        finding: l10n.t('The value is the name of the secret.'),
        fix: l10n.t('Enter another value'),
      };
  }
}
