import { l10n } from 'vscode';

/** The words of Save Selection as Secret. */
export const saveSelectionLabels = {
  title: (): string => l10n.t('Save Selection as Secret'),
  /** Where the value comes from. */
  origin: (): string => l10n.t('From the selection'),
  failed: (name: string, organization: string): string =>
    l10n.t("Couldn't save the selection as {0} in {1}.", name, organization),
  /** The request was sent, but we don't know whether GitHub saved the value. */
  unconfirmed: (name: string, organization: string): string =>
    l10n.t("Couldn't confirm that the selection was saved as {0} in {1}.", name, organization),
  nothingSelected: (): string => l10n.t('Nothing is selected. Select a value in an editor, then try again.'),
  /** @param problem what is wrong with the value, as a sentence */
  unusable: (problem: string): string => l10n.t("The selection can't be saved as a secret. {0}", problem),
  /** @param done what was done, as a sentence */
  replaceQuestion: (done: string, reference: string): string =>
    l10n.t('{0} Replace the selection with {1}?', done, reference),
  replace: (): string => l10n.t('Replace'),
  /** @param done what was done, as a sentence */
  copyHint: (done: string, reference: string): string => l10n.t('{0} Use {1} instead.', done, reference),
  /**
   * @param done what was done, as a sentence
   * @param language VS Code's id of the document's language
   */
  noReference: (done: string, language: string): string =>
    language === 'plaintext'
      ? l10n.t("{0} The value is still in this file, because plain text can't refer to a secret.", done)
      : l10n.t(
          '{0} The value is still in this file, because there is no known way to refer to a secret in "{1}".',
          done,
          language,
        ),
  copy: (): string => l10n.t('Copy Reference'),
  notReplaced: (text: string): string =>
    l10n.t('The text changed in the meantime, so nothing was replaced. Enter {0} yourself.', text),
};
