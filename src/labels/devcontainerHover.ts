import { l10n } from 'vscode';
import { type FailureReason } from '../model/failure';
import { isUserScope } from '../model/scopes';
import type { Secret } from '../model/secret';
import { timeAgo } from './age';
import { visibilityLabel } from './visibility';
import { addressOf } from '../model/repositoryAddress';
import type { SecretOwner } from '../model/secretStore';
import type { Unchecked } from '../model/declarationsCheck';

/** Whether a repository gets a secret that exists. */
type Received = 'receives' | 'doesNotReceive' | 'unknown';

/** The lines of the hover over a declared secret. */
export const hoverLines = {
  title: (name: string, repository: string): string => l10n.t('{0} in codespaces of {1}', name, repository),
  /** A secret that a level has. */
  has: (level: SecretOwner['kind'], repository: string, secret: Secret, received: Received): string =>
    l10n.t(
      '{0}: {1} · updated {2}',
      levelName(level, repository),
      accessWords(secret, received, repository),
      timeAgo(secret.updatedAt),
    ),
  hasNot: (level: SecretOwner['kind'], repository: string): string =>
    l10n.t('{0}: no such secret', levelName(level, repository)),
  /** A level of which nothing is known. `why`: the reason in a few words. */
  unknown: (level: SecretOwner['kind'], repository: string, reason: FailureReason, why: string): string => {
    if (reason.kind !== 'scopeMissing')
      return l10n.t('{0}: not known. {1}', levelName(level, repository), why);
    return isUserScope(reason)
      ? l10n.t('You: not known. Open "Your Codespaces secrets" in the Secrets view to allow access.')
      : l10n.t(
          '{0}: not known. {1}. Sign in again in the Secrets view to grant it.',
          levelName(level, repository),
          why,
        );
  },
  loading: (level: SecretOwner['kind'], repository: string): string =>
    l10n.t('{0}: loading...', levelName(level, repository)),
  /** Why nothing is known. */
  unchecked: (name: string, reason: Unchecked): string[] => [name, uncheckedWords(reason)],
  /** @param why in a few words */
  failed: (name: string, repository: string, why: string): string[] => [
    name,
    l10n.t("What {0} gets isn't known. {1}", repository, why),
  ],
};

function uncheckedWords(reason: Unchecked): string {
  switch (reason) {
    case 'signedOut':
      return l10n.t('Sign in to GitHub in the Secrets view to see where its value comes from.');
    case 'noRepository':
      return l10n.t('This folder has no remote on the GitHub in use, so its secrets are not known.');
    case 'noCodespaces':
      return l10n.t('GitHub Enterprise Server has no Codespaces secrets.');
    case 'loading':
      return l10n.t('Loading...');
  }
}

function levelName(level: SecretOwner['kind'], repository: string): string {
  switch (level) {
    case 'organization':
      return addressOf(repository).owner;
    case 'repository':
      return repository;
    case 'user':
      return l10n.t('You');
  }
}

function accessWords({ visibility }: Secret, received: Received, repository: string): string {
  if (visibility === undefined) return l10n.t("the repository's own");
  const access = visibilityLabel(visibility);
  const { name } = addressOf(repository);
  switch (received) {
    case 'receives':
      return l10n.t('{0}, including {1}', access, name);
    case 'doesNotReceive':
      return l10n.t('{0}, not including {1}', access, name);
    case 'unknown':
      return access;
  }
}
