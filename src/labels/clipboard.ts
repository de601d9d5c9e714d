import { l10n } from 'vscode';

/** A value on the clipboard. */
export const clipboardLabels = {
  copied: (until: Date): string =>
    l10n.t('Value copied. The clipboard is cleared at {0}.', until.toLocaleTimeString()),
  cleared: (): string => l10n.t('Clipboard cleared.'),
  noText: (): string => l10n.t('The clipboard has no text. Copy the value, then try again.'),
  otherText: (): string => l10n.t("The clipboard doesn't have this key. Copy the key, then try again."),
};
