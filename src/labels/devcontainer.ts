import { l10n } from 'vscode';
import type { Secret } from '../model/secret';
import { timeAgo } from './age';
import { visibilityLabel } from './visibility';
import { addressOf } from '../model/repositoryAddress';
import type { SecretOwner } from '../model/secretStore';

/** A declared secret that a repository does not get. The types of what is worded here are those of the findings. */
interface MissingSecret {
  readonly kind: 'notGranted' | 'notSelected' | 'nothingProvides' | 'notInRepository';
  readonly name: string;
  /** The levels that are known. A sentence must not speak of others. */
  readonly known: readonly string[];
  /** The levels that could provide it, and are not known. */
  readonly unknown: readonly string[];
}

/** What does not fit the specification. */
interface DeclarationProblem {
  readonly kind:
    | 'secretsNotObject'
    | 'invalidName'
    | 'reservedName'
    | 'duplicateName'
    | 'differsInCase'
    | 'entryNotObject'
    | 'unknownProperty'
    | 'notText'
    | 'notAddress';
  readonly name?: string;
  readonly firstName?: string;
  readonly property?: string;
  readonly suggestion?: string;
}

/** The words of the checks of devcontainer.json. */
export const devcontainerLabels = {
  /** Where a problem comes from, in the Problems panel. */
  source: (): string => l10n.t('Codespaces Secrets'),
  first: (): string => l10n.t('The first one'),
  statusName: (): string => l10n.t('Secrets in devcontainer.json'),
  /**
   * @param missing how many secrets exist and can't be used
   * @param unknown of how many others it isn't known whether they can be used
   */
  status: (missing: number, unknown: number): string => {
    if (unknown === 0)
      return missing === 0 ? l10n.t('Secrets: none missing') : l10n.t('Secrets: {0} missing', missing);
    return missing === 0
      ? l10n.t('Secrets: {0} not known', unknown)
      : l10n.t('Secrets: {0} missing, {1} not known', missing, unknown);
  },
  statusLoading: (): string => l10n.t('Secrets: checking...'),
  statusUnknown: (): string => l10n.t('Secrets: not checked'),
  showProblems: (): string => l10n.t('Show Problems'),
  grant: (name: string, repository: string): string =>
    l10n.t('Grant {0} to {1}', name, addressOf(repository).name),
  changeVisibility: (name: string): string => l10n.t('Change Visibility of {0}...', name),
  createInOrganization: (organization: string): string => l10n.t('Create in {0}...', organization),
  createForRepository: (): string => l10n.t('Create for This Repository...'),
  createForUser: (): string => l10n.t('Create for You...'),
  openInView: (): string => l10n.t('Open in Secrets View'),
  copyRequest: (): string => l10n.t('Copy Request for an Owner'),
  requestCopied: (): string => l10n.t('The request was copied. Send it to an owner.'),
  /** What an owner is asked for. */
  request: (name: string, repository: string, file: string): string =>
    l10n.t(
      'Could you give {1} access to the secret {0}? {2} of {1} declares it for codespaces, and it is not there. Either create it as a Codespaces secret of {3} and select {1}, or grant {1} the one that exists.',
      name,
      repository,
      file,
      addressOf(repository).owner,
    ),
  replaceWith: (property: string): string => l10n.t('Replace with "{0}"', property),
};

/** The description that is proposed for a declared secret. */
export const proposedDescription = (name: string): string => l10n.t('What {0} is for', name);

/** Where a secret with a proposed name is: "acme · Selected repositories". */
export function completionDetail(
  level: SecretOwner['kind'],
  repository: string,
  { visibility, updatedAt }: Secret,
): string {
  const age = timeAgo(updatedAt);
  switch (level) {
    case 'organization':
      return l10n.t('{0} · {1} · {2}', addressOf(repository).owner, visibilityLabel(visibility), age);
    case 'repository':
      return l10n.t('{0} · {1}', repository, age);
    case 'user':
      return l10n.t('yours · {0}', age);
  }
}

/** What is missing, in a sentence. */
export function findingSentence({ kind, name, known, unknown }: MissingSecret, repository: string): string {
  const { owner } = addressOf(repository);
  switch (kind) {
    case 'notGranted':
      return l10n.t("{0} has {1}, but {2} can't use it.", owner, name, repository);
    case 'notSelected':
      return l10n.t('You have {0}, but {1} is not selected for it.', name, repository);
    case 'nothingProvides':
      if (unknown.length === 0)
        return l10n.t('Nothing provides {0} for {1}. GitHub will ask each person for it.', name, repository);
      if (unknown.includes('repository')) return l10n.t('{0} has no secret {1}.', owner, name);
      // A repository of a person: nothing can be said of that person's secrets.
      if (!known.includes('organization'))
        return l10n.t(
          '{0} has no secret {1}. GitHub will ask each person who does not have it.',
          repository,
          name,
        );
      return l10n.t(
        'Neither {0} nor {1} provides {2}. GitHub will ask each person who does not have it.',
        owner,
        repository,
        name,
      );
    case 'notInRepository':
      return l10n.t("Not in {0}'s secrets. You can't see {1}'s: ask an owner.", repository, owner);
  }
}

/** What is wrong with a declaration, in a sentence. */
export function problemSentence({
  kind,
  name = '',
  firstName = '',
  property = '',
  suggestion,
}: DeclarationProblem): string {
  switch (kind) {
    case 'secretsNotObject':
      return l10n.t('"secrets" must be an object with a property for each secret.');
    case 'invalidName':
      return l10n.t(
        '"{0}" can\'t be the name of a secret. Use letters, digits and underscores, and no digit first.',
        name,
      );
    case 'reservedName':
      return l10n.t('GitHub reserves names that start with GITHUB_, so no secret can be called {0}.', name);
    case 'duplicateName':
      return l10n.t('{0} is declared twice. The first entry has no effect.', name);
    case 'differsInCase':
      return l10n.t('{0} and {1} are the same secret on GitHub.', firstName, name);
    case 'entryNotObject':
      return l10n.t('The entry of {0} must be an object. It can be empty.', name);
    case 'unknownProperty':
      return suggestion === undefined
        ? l10n.t('"{0}" is not allowed here. Use "description" or "documentationUrl".', property)
        : l10n.t('"{0}" is not allowed here. Did you mean "{1}"?', property, suggestion);
    case 'notText':
      return l10n.t('"{0}" must be a string.', property);
    case 'notAddress':
      return l10n.t('"documentationUrl" must be a URL, such as https://example.com.');
  }
}
