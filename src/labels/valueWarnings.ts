import { l10n } from 'vscode';
import type { ValueWarningKind } from '../model/valueWarning';

/** A likely mistake in a value. */
export interface WarningWords {
  /** What was found, as a sentence. */
  readonly finding: string;
  /** The fix, as a verb phrase. */
  readonly fix: string;
}

export function warningWords(kind: ValueWarningKind): WarningWords {
  switch (kind) {
    case 'byteOrderMark':
      return {
        finding: l10n.t('The value starts with a byte order mark. Only files need one.'),
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
        fix: l10n.t('Replace \\n with line breaks'),
      };
    case 'lineBreakAtEnd':
      return {
        finding: l10n.t('The value is one line and ends with a line break.'),
        fix: l10n.t('Remove the line break at the end'),
      };
    case 'carriageReturns':
      return {
        finding: l10n.t('The value has carriage returns, like files from Windows.'),
        fix: convertLineBreaksLabel(),
      };
    case 'assignment':
      return {
        finding: l10n.t('The value starts with a name and an equals sign.'),
        fix: l10n.t('Remove the name and equals sign'),
      };
    case 'quotes':
      return {
        finding: l10n.t('The value is in quotation marks.'),
        fix: l10n.t('Remove the quotation marks'),
      };
    case 'blanks':
      return {
        finding: l10n.t('The value starts or ends with spaces or tabs.'),
        fix: l10n.t('Trim spaces and tabs'),
      };
    case 'name':
      return {
        finding: l10n.t('The value is the name of the secret.'),
        fix: enterAnotherLabel(),
      };
  }
}

/** The fix that makes every line break LF. */
export function convertLineBreaksLabel(): string {
  return l10n.t('Convert line breaks to LF');
}

/** The fix for what only the user can correct. */
export function enterAnotherLabel(): string {
  return l10n.t('Enter another value');
}
