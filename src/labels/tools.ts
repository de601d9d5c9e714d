import { l10n } from 'vscode';
import type { AppFailure, ListedSecret, ReceivedSecret, SecretAccess } from '../model/access';
import { type DeclarationsCheck, undecidedNames, type Unread } from '../model/declarationsCheck';
import { type Failure, type FailureReason, isFailure } from '../model/failure';
import { namesakes } from '../model/namesakes';
import type { Repository, RepositoryDetails } from '../model/repository';
import { isUserScope } from '../model/scopes';
import type { SecretApp } from '../model/secretApp';
import { ownerName, type StoreId } from '../model/secretStore';
import { appLabel } from './apps';
import { repositoryCount } from './counts';
import { failureSentence } from './failures';
import { listed } from './names';
import { repositoryWords } from './repositories';
import { treeLabels } from './tree';
import { visibilityLabel } from './visibility';
import { addressOf } from '../model/repositoryAddress';

/** How many secrets of a repository are listed. No organization has more Codespaces secrets. */
const room = 300;

/** The words of the language model tools. A model reads the answers, so they name commands and say what is not known. */
export const toolLabels = {
  listing: (repository: string | undefined): string =>
    repository === undefined
      ? l10n.t('Listing the secrets of the open repository')
      : l10n.t('Listing the secrets of {0}', repository),
  lookingUp: (name: string): string => l10n.t('Looking up who can use {0}', name),
  checking: (): string => l10n.t('Checking the secrets in devcontainer.json'),
  /** A failure that leaves nothing to tell. */
  failure: (reason: FailureReason, app?: SecretApp): string =>
    reason.kind === 'signedOut'
      ? l10n.t(
          '{0} The user can do that with the command "Codespaces Secrets: Sign In to GitHub".',
          failureSentence(reason),
        )
      : failureSentence(reason, app),
  /** What an input has to be. The input itself is not repeated. */
  invalid: (
    property: string,
    rule: 'text' | 'repository' | 'organization' | 'secretName' | 'app',
  ): string => {
    switch (rule) {
      case 'text':
        return l10n.t('"{0}" must be a string of at most 1,000 characters.', property);
      case 'repository':
        return l10n.t('"{0}" must be the full name of a repository, such as "acme/billing".', property);
      case 'organization':
        return l10n.t('"{0}" must be the login of an organization, such as "acme".', property);
      case 'secretName':
        return l10n.t(
          '"{0}" must be the name of a secret: letters, digits and underscores, no digit first, not starting with GITHUB_.',
          property,
        );
      case 'app':
        return l10n.t('"{0}" must be one of: codespaces, actions, dependabot, agents.', property);
    }
  },
  /** @param open the repositories that are open */
  nameRepository: (open: readonly string[]): string =>
    open.length === 0
      ? l10n.t('No repository on the GitHub in use is open in this window. Name one in "repository".')
      : l10n.t('Several repositories are open in this window: {0}. Name one in "repository".', listed(open)),
  noSuchRepository: (fullName: string): string =>
    l10n.t("GitHub can't find {0}, or you can't see it. Check the name.", fullName),
  received: ({ fullName, repository }: RepositoryDetails, apps: readonly SecretApp[]): string =>
    l10n.t(
      'Secrets that {0} ({1}) gets. Apps: {2}. Values are never shown.',
      fullName,
      repositoryWords(repository),
      apps.map(appLabel).join(', '),
    ),
  nameOrganization: (hidden: number): string =>
    hidden === 0
      ? l10n.t('You own no organization on GitHub. Name one in "organization".')
      : l10n.t('{0}. Name one in "organization".', treeLabels.hidden(hidden)),
  /** @param places those that could be looked at */
  nowhere: (name: string, places: readonly StoreId[]): string =>
    places.length === 0
      ? l10n.t("We don't know whether there is an organization secret {0}.", name)
      : l10n.t(
          "There is no organization secret {0} in {1}. Secrets of a repository or of a user are not looked at here; listing a repository's secrets shows them.",
          name,
          listed(places.map(placeName)),
        ),
  hidden: (count: number): string => l10n.t('Not looked at: {0}.', treeLabels.hidden(count)),
  noFile: (): string => l10n.t('This workspace has no devcontainer.json.'),
  noSuchFile: (files: readonly string[]): string =>
    l10n.t('"file" must be a devcontainer.json of this workspace: {0}.', listed(files)),
  otherFiles: (files: readonly string[]): string =>
    l10n.t('Not checked: {0}. Name one in "file" to check it.', listed(files)),
};

/** What a repository gets, a line for each secret. */
export function receivedLines(secrets: readonly ReceivedSecret[]): string[] {
  if (secrets.length === 0) return [l10n.t('None are known.')];
  const lines = secrets.slice(0, room).map(secret => receivedLine(secret, secrets));
  return secrets.length > room ? [...lines, l10n.t('... and {0} more', secrets.length - room)] : lines;
}

/** Of what nothing is known, and why. */
export function unknownLevel(
  { app, ownerKind, failure: { reason } }: AppFailure,
  repository: string,
): string {
  const sentence = toolLabels.failure(reason, app);
  if (ownerKind === undefined)
    return l10n.t('Not known: {0} secrets of {1}. {2}', appLabel(app), addressOf(repository).owner, sentence);
  switch (ownerKind) {
    case 'repository':
      return l10n.t("Not known: {0}'s own secrets. {1}", repository, sentence);
    case 'user':
      return reason.kind === 'scopeMissing' && isUserScope(reason)
        ? l10n.t(
            'Not known: your own Codespaces secrets. {0} To allow it, open "Your Codespaces secrets" in the Secrets view.',
            sentence,
          )
        : l10n.t('Not known: your own Codespaces secrets. {0}', sentence);
  }
}

/** A place whose secrets are not known, and why. */
export function unknownPlace(place: StoreId, { reason }: Failure): string {
  return l10n.t('Not known: {0}. {1}', placeName(place), toolLabels.failure(reason, place.app));
}

/**
 * Who can use a secret.
 * @param repositories those that can, or why they are not known
 * @param names how many of them are named
 */
export function accessLines(
  secret: ListedSecret,
  { visibility }: SecretAccess,
  repositories: readonly Repository[] | Failure,
  names: number,
): string[] {
  const title = l10n.t(
    '{0} in {1}: {2}. Updated {3}.',
    secret.name,
    placeName(secret),
    visibilityLabel(visibility),
    day(secret.secret.updatedAt),
  );
  if (isFailure(repositories))
    return [title, l10n.t("We don't know which ones. {0}", toolLabels.failure(repositories.reason))];
  if (repositories.length === 0) return [title, l10n.t('No repository can use it.')];
  const words = repositories.map(repository => `${repository.name} (${repositoryWords(repository)})`);
  return [title, l10n.t('{0} can use it: {1}.', repositoryCount(repositories.length), listed(words, names))];
}

/** What a file lacks; without a check, it could not be read. */
export function checkLines(file: string, check: DeclarationsCheck | undefined): string[] {
  if (!check) return [l10n.t("{0}: not checked. It can't be read, or it is too long.", file)];
  if (check.kind === 'unchecked') return [l10n.t('{0}: not checked. {1}', file, check.why)];
  const { repository, declared, provided, missing, problems, unknown, unread } = check;
  const undecided = undecidedNames(check);
  const whyUnread = unread && unreadSentence(unread);
  if (declared.length === 0 && problems.length === 0)
    return [
      whyUnread === undefined
        ? l10n.t('{0} declares no secrets.', file)
        : l10n.t('{0}: not checked. {1}', file, whyUnread),
    ];
  return [
    l10n.t('{0}, compared with what {1} gets:', file, repository),
    ...missing.map(({ name, sentence, isCertain }) =>
      isCertain
        ? l10n.t('Missing: {0}. {1}', name, sentence)
        : l10n.t('Perhaps missing: {0}. {1}', name, sentence),
    ),
    ...(undecided.length > 0 ? [l10n.t('Not known: {0}.', listed(undecided))] : []),
    ...(provided.length > 0 ? [l10n.t('Provided: {0}.', listed(provided))] : []),
    ...[...problems, ...(whyUnread === undefined ? [] : [whyUnread])].map(problem =>
      l10n.t('Error in the file: {0}', problem),
    ),
    ...unknown,
  ];
}

/** Why a file might declare more than was read of it. */
function unreadSentence(unread: Unread): string {
  switch (unread) {
    case 'tooLarge':
      return l10n.t('It is too long or nested too deeply.');
    case 'invalid':
      return l10n.t(
        "It isn't valid JSON, so it might declare secrets that can't be read. Fix it, then check it again.",
      );
  }
}

function receivedLine(secret: ReceivedSecret, all: readonly ReceivedSecret[]): string {
  const line = l10n.t(
    '{0} | {1} | {2} | updated {3}',
    secret.name,
    appLabel(secret.app),
    source(secret),
    day(secret.secret.updatedAt),
  );
  const note = noteOf(secret, all);
  return note === undefined ? line : l10n.t('{0} | {1}', line, note);
}

function source({ owner, why }: ReceivedSecret): string {
  switch (owner.kind) {
    case 'organization':
      return l10n.t('from {0}: {1}', owner.login, visibilityLabel(why).toLocaleLowerCase());
    case 'repository':
      return l10n.t("the repository's own");
    case 'user':
      return l10n.t("{0}'s own", owner.login);
  }
}

/** What hides what. GitHub documents only that a repository's own value wins over its organization's. */
function noteOf(secret: ReceivedSecret, all: readonly ReceivedSecret[]): string | undefined {
  if (secret.isHidden) return l10n.t("hidden: codespaces get the repository's own value");
  const others = namesakes(secret, all);
  if (
    others.some(({ owner }) => owner.kind === 'user') ||
    (others.length > 0 && secret.owner.kind === 'user')
  )
    return l10n.t("same name as another one: GitHub doesn't document which value wins");
  return others.some(({ isHidden }) => isHidden)
    ? l10n.t("hides the organization's secret of this name")
    : undefined;
}

function placeName({ app, owner }: StoreId): string {
  return l10n.t('{0} ({1})', ownerName(owner), appLabel(app));
}

/** The same in every language and time zone, since a model reads it. */
function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
