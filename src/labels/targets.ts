import { l10n } from 'vscode';
import type { SecretId } from '../model/secret';
import type { SecretOwner } from '../model/secretStore';
import { secretTitle } from './apps';
import { listed } from './names';

/** Why a command has nothing to work on. */
export const targetLabels = {
  singleSignOnRequired: (): string =>
    l10n.t('Your organizations require single sign-on. Sign in again and authorize this session for them.'),
  noOrganizations: (): string =>
    l10n.t("You don't own an organization on GitHub. Only owners can manage an organization's secrets."),
  /** @param owners of the selected secrets */
  oneOwnerAtATime: (owners: readonly SecretOwner[]): string =>
    owners.every(({ kind }) => kind === 'organization')
      ? l10n.t('Select secrets of one organization at a time.')
      : l10n.t("Select secrets of one organization at a time, or only your own, or only one repository's."),
  /** Why a command has nothing to change: the owners' secrets have no visibility. */
  noVisibility: (secrets: readonly SecretId[]): string =>
    l10n.t(
      "{0}: only an organization's secrets have a visibility. A repository's own secrets are for that repository, and yours are for the repositories that you select.",
      listed(secrets.map(secretTitle)),
    ),
  /** The same: a repository's own secrets have no other repositories. */
  noRepositories: (secrets: readonly SecretId[]): string =>
    l10n.t(
      "{0}: a repository's own secrets are for that repository alone. You can't select other repositories.",
      listed(secrets.map(secretTitle)),
    ),
};
