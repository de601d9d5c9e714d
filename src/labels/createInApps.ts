import { l10n } from 'vscode';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { appLabel } from './apps';

/** Creating a secret in several apps. */
export const createInAppsLabels = {
  question: (name: string): string => l10n.t('Create {0} in which apps?', name),
  exists: (): string => l10n.t('Already exists. Its value will be rotated, and its access stays the same.'),
  accessQuestion: (): string => l10n.t('Who can use it?'),
  sameAccess: (): string => l10n.t('The same repositories in each app'),
  ownAccess: (): string => l10n.t('Choose for each app'),
  /** The title of a step that is about one of the apps. */
  stepTitle: (title: string, app: SecretApp): string => l10n.t('{0}: {1}', title, appLabel(app)),
  progress: (name: string, organization: string): string => l10n.t('Creating {0} in {1}', name, organization),
  /** @param secrets those that were created or rotated */
  done: (name: string, organization: string, secrets: readonly SecretId[]): string =>
    l10n.t(
      '{0} was saved in {1}: {2}.',
      name,
      organization,
      secrets.map(({ app }) => appLabel(app)).join(', '),
    ),
  none: (name: string, organization: string): string =>
    l10n.t('{0} was not saved in {1}.', name, organization),
};
