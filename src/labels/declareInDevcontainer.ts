import { l10n } from 'vscode';

/** The words of Add to devcontainer.json. */
export const declareLabels = {
  title: (): string => l10n.t('Add to devcontainer.json'),
  noFile: (): string => l10n.t('This workspace has no devcontainer.json.'),
  createFile: (): string => l10n.t('Create devcontainer.json'),
  noFolder: (): string => l10n.t('Open a folder to add the secret to its devcontainer.json.'),
  whichFile: (name: string): string => l10n.t('Add {0} to which devcontainer.json?', name),
  alreadyDeclared: (name: string, file: string): string => l10n.t('{0} already declares {1}.', file, name),
  /** VS Code refuses an edit without saying why, such as one of a text that changed at the same moment. */
  notCreated: (file: string): string =>
    l10n.t(
      "Couldn't create {0}: VS Code refused it. Check that you can create files there, then try again.",
      file,
    ),
  notAdded: (name: string, file: string): string =>
    l10n.t(
      "Couldn't add {0} to {1}: VS Code refused the edit. Check that you can edit the file, then try again.",
      name,
      file,
    ),
  uneditable: (file: string): string =>
    l10n.t("Couldn't add to {0}, because it isn't valid JSON. Fix it, then try again.", file),
};
