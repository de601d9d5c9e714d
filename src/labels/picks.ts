import { l10n } from 'vscode';
import { ownerName, type SecretOwner } from '../model/secretStore';
import { number } from './number';

/** The picks of an organization, a secret and repositories. */
export const pickLabels = {
  organization: (): string => l10n.t('Which organization?'),
  app: (): string => l10n.t('Which app?'),
  secret: (): string => l10n.t('Which secret?'),
  /** @param owner whose they would be */
  noSecrets: ({ kind }: SecretOwner): string => {
    switch (kind) {
      case 'organization':
        return l10n.t('The organization has no secrets.');
      case 'repository':
        return l10n.t('The repository has no secrets of its own.');
      case 'user':
        return l10n.t('You have no secrets of your own.');
    }
  },
  repository: (): string => l10n.t('Which repository?'),
  noRepositories: (): string => l10n.t('The organization has no repositories.'),
  /** @param description of the repository that is open in this window */
  openHere: (description: string): string => l10n.t('open here, {0}', description),
  /** @param owner whose secret it is: the user's can be for any repositories that they can reach */
  repositories: (owner: SecretOwner): string =>
    owner.kind === 'user'
      ? l10n.t('Which repositories can use it?')
      : l10n.t('Which repositories of {0} can use it?', ownerName(owner)),
  nothingToSelect: (): string => l10n.t('No repositories to select'),
};

/** A pick whose items are still loading. */
export const loadingLabels = {
  repositories: (owner: SecretOwner): string =>
    owner.kind === 'user'
      ? l10n.t('Loading the repositories that you can reach...')
      : l10n.t('Loading repositories of {0}...', ownerName(owner)),
  repositoriesFailed: (owner: SecretOwner): string =>
    owner.kind === 'user'
      ? l10n.t("Couldn't load the repositories that you can reach")
      : l10n.t("Couldn't load the repositories of {0}", ownerName(owner)),
  soFar: (count: number): string => l10n.t('{0} so far', number(count)),
  rateLimited: (until: Date): string =>
    l10n.t(
      "You've reached GitHub's rate limit. Loading continues automatically at {0}.",
      until.toLocaleTimeString(),
    ),
};
