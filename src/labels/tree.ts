import { l10n } from 'vscode';
import type { Repository } from '../model/repository';
import type { Secret, Visibility } from '../model/secret';
import type { ReceivedSecret } from '../model/access';
import { exactTime, timeAgo, timeSince } from './age';
import { repositoryCount, secretCount } from './counts';
import { repositoryWords } from './repositories';
import { visibilityLabel } from './visibility';

/** How many repositories are selected for a secret; nothing where that is not known. */
type Selected = number | undefined;

export const treeLabels = {
  loading: (): string => l10n.t('Loading...'),
  /** @param app its name */
  noSecrets: (app: string): string => l10n.t('No {0} secrets yet. Create one...', app),
  noRepositoryForSecret: (): string => l10n.t('No repository can use it yet. Select some...'),
  noRepositories: (): string => l10n.t('No repositories'),
  userSecrets: (): string => l10n.t('Your Codespaces secrets'),
  noUserSecrets: (): string => l10n.t('No secrets of your own yet. Create one...'),
  noOrganizations: (): string => l10n.t('You own no organization'),
  nameOrganizations: (): string => l10n.t('Name Some'),
  noOrganizationsDetail: (): string =>
    l10n.t(
      'If you manage the secrets of an organization without owning it, add it to the setting "organizations".',
    ),
  noSecretForRepository: (): string => l10n.t('No secrets yet. Grant some...'),
  tryAgain: (): string => l10n.t('Try Again'),
  signInAgain: (): string => l10n.t('Sign In Again'),
  /** The description of a row that a click does something about. */
  step: (title: string): string => l10n.t('{0}...', title),
  hidden: (count: number): string =>
    count === 1
      ? l10n.t('1 organization needs single sign-on')
      : l10n.t('{0} organizations need single sign-on', count),
  hiddenDetail: (): string =>
    l10n.t("GitHub doesn't name it to this session. Sign in again and authorize the session for it."),
  /** What a screen reader says of a failure. */
  failure: (sentence: string, step: string): string => l10n.t('{0} {1}', sentence, step),
};

/** An organization for a screen reader. `count`: how much it has, in words, where that is known. */
export function spokenOrganization(organization: string, count: string | undefined): string {
  return count === undefined
    ? l10n.t('{0}, organization', organization)
    : l10n.t('{0}, organization, {1}', organization, count);
}

/** The user's own secrets for a screen reader. `count` as above. */
export function spokenUserSecrets(login: string, count: string | undefined): string {
  return count === undefined
    ? l10n.t('Your Codespaces secrets, {0}', login)
    : l10n.t('Your Codespaces secrets, {0}, {1}', login, count);
}

/** An app's secrets for a screen reader. */
export function spokenApp(app: string, count: string | undefined): string {
  return count === undefined ? l10n.t('{0} secrets', app) : l10n.t('{0}, {1}', app, count);
}

/** Beside a secret's name, what matters most first: "4 repositories · 3 days ago", "⚠ 2 years · all". */
export function secretDescription(secret: Secret, selected: Selected, isStale: boolean): string {
  const access = shortAccess(secret.visibility, selected);
  return isStale
    ? l10n.t('⚠ {0} · {1}', timeSince(secret.updatedAt), access)
    : l10n.t('{0} · {1}', access, timeAgo(secret.updatedAt));
}

/** The same for a screen reader. */
export function spokenSecret(secret: Secret, selected: Selected, staleAfterDays: number | undefined): string {
  const spoken = l10n.t(
    '{0}, secret, {1}, updated {2}',
    secret.name,
    fullAccess(secret.visibility, selected),
    timeAgo(secret.updatedAt),
  );
  return withStaleness(spoken, staleAfterDays);
}

/** The lines of a secret's tooltip below its name. */
export function secretDetails(secret: Secret): { access: string; updated: string; created: string } {
  return {
    access: visibilityLabel(secret.visibility),
    updated: l10n.t('Updated {0}', exactTime(secret.updatedAt)),
    created: l10n.t('Created {0}', exactTime(secret.createdAt)),
  };
}

export const openOnGitHubLabel = (): string => l10n.t('Open on GitHub');

/** What staleness means: `updated_at` moves with the access, too, so that a value is at least this old. */
export function staleSentence(days: number): string {
  return days === 1
    ? l10n.t('The value is more than 1 day old.')
    : l10n.t('The value is more than {0} days old.', days);
}

/** What the badge of the view says. */
export function staleBadgeTooltip(count: number, days: number): string {
  return count === 1
    ? l10n.t('1 secret has not been updated for more than {0} days', days)
    : l10n.t('{0} secrets have not been updated for more than {1} days', count, days);
}

/** Why a repository receives a secret, and of whom. */
type Received = Pick<ReceivedSecret, 'owner' | 'why' | 'isHidden'>;

/** Beside the name of a secret below a repository: why the repository can use it, and whether its own hides it. */
export function receivedDescription(
  received: Received,
  secret: Secret | undefined,
  isStale: boolean,
): string {
  const source = received.isHidden ? l10n.t('hidden · {0}', sourceOf(received)) : sourceOf(received);
  return isStale && secret ? l10n.t('⚠ {0} · {1}', timeSince(secret.updatedAt), source) : source;
}

export function spokenReceived(
  name: string,
  repository: Repository,
  received: Received,
  staleAfterDays: number | undefined,
): string {
  const spoken = l10n.t('{0}, secret, {1} can use it: {2}', name, repository.name, fullSource(received));
  return withStaleness(spoken, staleAfterDays);
}

/** A warning below a secret's name where another one hides it. */
export function hiddenSentence(): string {
  return l10n.t("Hidden: a codespace gets the value of the repository's own secret with this name.");
}

function sourceOf({ owner, why }: Received): string {
  return owner.kind === 'user' ? l10n.t('yours') : shortAccess(why, undefined);
}

function fullSource({ owner, why, isHidden }: Received): string {
  const source = owner.kind === 'user' ? l10n.t('your own secret') : visibilityLabel(why);
  return isHidden ? l10n.t("{0}. The repository's own secret hides it", source) : source;
}

/** Beside the name of a repository in the Repositories view. `secrets`: how many it can use, where that is known. */
export function repositoryDescription(
  repository: Repository,
  secrets: number | undefined,
  isOpen: boolean,
): string {
  const kind = repositoryWords(repository);
  const words = secrets === undefined ? kind : l10n.t('{0} · {1}', secretCount(secrets), kind);
  return isOpen ? l10n.t('open here · {0}', words) : words;
}

export function spokenRepository(
  repository: Repository,
  secrets: number | undefined,
  isOpen: boolean,
): string {
  const name = spokenSelectedRepository(repository);
  const words = secrets === undefined ? name : l10n.t('{0}, can use {1}', name, secretCount(secrets));
  return isOpen ? l10n.t('{0}, open in this window', words) : words;
}

/** A repository below a secret. */
export function spokenSelectedRepository(repository: Repository): string {
  return l10n.t('{0}, {1} repository', repository.name, repositoryWords(repository));
}

function withStaleness(spoken: string, staleAfterDays: number | undefined): string {
  return staleAfterDays === undefined ? spoken : l10n.t('{0}. {1}', spoken, staleSentence(staleAfterDays));
}

function shortAccess(visibility: Visibility | undefined, selected: Selected): string {
  switch (visibility) {
    case undefined:
      return l10n.t('own');
    case 'all':
      return l10n.t('all');
    case 'private':
      return l10n.t('private');
    case 'selected':
      return selected === undefined ? l10n.t('selected') : repositoryCount(selected);
  }
}

function fullAccess(visibility: Visibility | undefined, selected: Selected): string {
  return visibility === 'selected' && selected !== undefined
    ? repositoryCount(selected)
    : visibilityLabel(visibility);
}
