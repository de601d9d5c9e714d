import { l10n } from 'vscode';
import { listed } from './names';
import { valueWords } from './valueDescription';

/** The review of a value before it is sent. */
export const valueReviewLabels = {
  question: (): string => l10n.t("Use this value? It is described here, but isn't shown."),
  possibleMistakes: (): string => l10n.t('Possible mistakes'),
  use: (): string => l10n.t('Use it'),
  useAsIs: (): string => l10n.t('Use it as is'),
  useAndCopy: (): string => l10n.t('Use it and copy it'),
  copyDetail: (): string => l10n.t('The clipboard is cleared after 60 seconds if it still holds the value.'),
  targets: (names: readonly string[]): string => l10n.t('For {0}', listed(names)),
  /** @param fixed the value after the fix */
  result: (fixed: string): string => l10n.t('Result: {0}', valueWords(fixed)),
  fromClipboard: (): string => l10n.t('Paste it again with its line breaks'),
  inEditor: (): string => l10n.t('Edit it in the multi-line editor'),
};
