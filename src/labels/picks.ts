import { l10n } from 'vscode';
import { number } from './number';

/** The picks of an organization, a secret and repositories. */
export const pickLabels = {
  organization: (): string => l10n.t('Which organization?'),
  app: (): string => l10n.t('Which app?'),
  secret: (): string => l10n.t('Which secret?'),
  noSecrets: (): string => l10n.t('The organization has no secrets.'),
  repository: (): string => l10n.t('Which repository?'),
  noRepositories: (): string => l10n.t('The organization has no repositories.'),
  /** @param description of the repository that is open in this window */
  openHere: (description: string): string => l10n.t('open here, {0}', description),
  repositories: (organization: string): string =>
    l10n.t('Which repositories of {0} can use it?', organization),
  nothingToSelect: (): string => l10n.t('No repositories to select'),
};

/** A pick whose items are still loading. */
export const loadingLabels = {
  repositories: (organization: string): string => l10n.t('Loading repositories of {0}...', organization),
  repositoriesFailed: (organization: string): string =>
    l10n.t("Couldn't load the repositories of {0}", organization),
  soFar: (count: number): string => l10n.t('{0} so far', number(count)),
  rateLimited: (until: Date): string =>
    l10n.t(
      "You've reached GitHub's rate limit. Loading continues automatically at {0}.",
      until.toLocaleTimeString(),
    ),
};
