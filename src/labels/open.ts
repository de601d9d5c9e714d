import { l10n } from 'vscode';

/** The words of commands that open something. */
export const openLabels = {
  accessMapTitle: (): string => l10n.t('Open Access Map'),
  /** @param site GitHub's host */
  addressElsewhere: (repository: string, site: string): string =>
    l10n.t('The address of {0} is not on {1}, so it was not opened.', repository, site),
};
