import { l10n } from 'vscode';
import { maxValueBytes } from '../model/secretValue';
import type { Texts } from '../webview/valueEditor/texts';
import { byteCount } from './counts';
import { valueWords } from './valueDescription';
import { convertLineBreaksLabel } from './valueWarnings';

/** The multi-line editor. */
export const valueEditorLabels = {
  title: (names: readonly string[]): string => l10n.t('Value for {0}', names.join(', ')),
  description: (value: string): string =>
    l10n.t('{0}. The limit is {1}.', valueWords(value), byteCount(maxValueBytes)),
};

/** The texts of the editor's page. */
export function valueEditorTexts(title: string): Texts {
  return {
    value: title,
    hint: l10n.t('Press Ctrl+Enter or Cmd+Enter to use the value, or Escape to cancel. Nothing is sent yet.'),
    reveal: l10n.t('Reveal'),
    hide: l10n.t('Hide'),
    lineFeeds: convertLineBreaksLabel(),
    lineFeedsHint: l10n.t('If not selected, line breaks stay as they are.'),
    use: l10n.t('Use This Value'),
    cancel: l10n.t('Cancel'),
  };
}
