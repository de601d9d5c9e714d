import { l10n } from 'vscode';

/** A `.env` file that is read. */
export const envFileLabels = {
  open: (): string => l10n.t('Import'),
  question: (): string => l10n.t('Import which file?'),
  openInEditor: (): string => l10n.t('open in the active editor'),
  chooseAnother: (): string => l10n.t('Choose Another File...'),
  unsaved: (file: string): string => l10n.t('{0} has unsaved changes. Save it, then import it again.', file),
  notText: (file: string): string =>
    l10n.t("{0} isn't UTF-8 text. Save it as UTF-8, then import it again.", file),
  empty: (file: string): string =>
    l10n.t('{0} is empty. Add lines such as NAME=value, then import it again.', file),
  noVariables: (file: string): string =>
    l10n.t('{0} has no variables. Add lines such as NAME=value, then import it again.', file),
};
