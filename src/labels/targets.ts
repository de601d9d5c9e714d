import { l10n } from 'vscode';

/** Why a command has nothing to work on. */
export const targetLabels = {
  singleSignOnRequired: (): string =>
    l10n.t('Your organizations require single sign-on. Sign in again and authorize this session for them.'),
  noOrganizations: (): string =>
    l10n.t(
      "You don't own an organization on GitHub. Only owners can manage an organization's Codespaces secrets.",
    ),
  oneOrganizationAtATime: (): string => l10n.t('Select secrets of one organization at a time.'),
};
