import { l10n } from 'vscode';

/** The masked input of a value. */
export const valueInputLabels = {
  placeholder: (): string => l10n.t('One line, masked. Use the buttons above for other sources.'),
  /** @param description of what is typed, without showing it */
  lostLineBreaks: (description: string): string =>
    l10n.t('{0}. This key lost its line breaks. Press Enter to restore them.', description),
  possibleMistake: (description: string): string =>
    l10n.t("{0}. This might contain a mistake. You'll be asked before it is sent.", description),
  textIsKept: (): string => l10n.t('The multi-line editor still has your text.'),
};

/** The buttons of the input, one for each other source of a value. */
export const valueSourceLabels = {
  editor: (): string => l10n.t('Open Multi-Line Editor'),
  file: (): string => l10n.t('Read from File...'),
  clipboard: (): string => l10n.t('Paste with Line Breaks'),
  generator: (): string => l10n.t('Generate...'),
};

/** Where a value came from. */
export const valueOriginLabels = {
  typed: (): string => l10n.t('Typed'),
  enteredBefore: (): string => l10n.t('Entered before'),
  editor: (): string => l10n.t('From the multi-line editor'),
  clipboard: (): string => l10n.t('From the clipboard'),
  file: (name: string): string => l10n.t('From {0}', name),
  fileAsBase64: (name: string): string => l10n.t('From {0}, as Base64', name),
  generated: (bits: number): string => l10n.t('Generated, {0} bits of randomness', bits),
};
