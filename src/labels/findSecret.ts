import { l10n } from 'vscode';
import type { ReceivedSecret } from '../model/access';
import { titlesOf } from './apps';
import { listed } from './names';
import { receivedDescription } from './tree';

/** The pick of Find Secret or Repository. */
export const findSecretLabels = {
  title: (): string => l10n.t('Find Secret or Repository'),
  question: (isLoading: boolean): string =>
    isLoading ? l10n.t('Search by name (loading...)') : l10n.t('Search by name'),
  nothing: (): string => l10n.t('There are no secrets or repositories.'),
  secrets: (organization: string): string => l10n.t('Secrets of {0}', organization),
  userSecrets: (): string => l10n.t('Your Codespaces secrets'),
  /** @param repository its full name */
  ownSecrets: (repository: string): string => l10n.t('Own secrets of {0}', repository),
  repositories: (organization: string): string => l10n.t('Repositories of {0}', organization),
};

/** How many names stand below a repository. */
const room = 5;

/** The secrets that a repository receives and why: "NPM_TOKEN (selected), SENTRY_DSN (all)". */
export function receivedWords(received: readonly ReceivedSecret[]): string {
  const titles = titlesOf(received);
  const words = received.map(
    (secret, index) =>
      `${titles[index] ?? secret.name} (${receivedDescription(secret, secret.secret, false)})`,
  );
  return listed(words, room);
}
