import { l10n } from 'vscode';
import type { Visibility } from '../model/secret';
import { visibilityLabel } from './visibility';

export const changeVisibilityLabels = {
  pickTitle: (): string => l10n.t('Change Visibility'),
  title: (name: string): string => l10n.t('Change Visibility of {0}', name),
  titleForAll: (count: number): string => l10n.t('Change Visibility of {0} Secrets', count),
  valuePrompt: (name: string): string =>
    l10n.t(
      'GitHub requires the value of {0} to change its visibility. What you enter becomes the new value.',
      name,
    ),
  /** Said before the first question. */
  valueNeeded: (): string =>
    l10n.t("Which repositories can use it? GitHub also requires the value, so you'll be asked for it."),
};

export const copyAccessLabels = {
  pickTitle: (): string => l10n.t('Copy Access'),
  /** @param targets one name, or how many secrets */
  title: (targets: string): string => l10n.t('Copy Access to {0}', targets),
  /** @param targets one name, or how many secrets */
  question: (targets: string): string => l10n.t('Copy access to {0} from which secret?', targets),
  noSource: (organization: string): string =>
    l10n.t('{0} has no other secret to copy access from.', organization),
  /**
   * @param targets one name, or how many secrets
   * @param count how many these are
   */
  alreadySame: (targets: string, count: number, source: string): string =>
    count === 1
      ? l10n.t('{0} already has the same access as {1}.', targets, source)
      : l10n.t('{0} already have the same access as {1}.', targets, source),
};

export const editRepositoriesLabels = {
  pickTitle: (): string => l10n.t('Edit Repository Access'),
  title: (name: string): string => l10n.t('Edit Repository Access of {0}', name),
  notSelected: (name: string, visibility: Visibility): string =>
    l10n.t(
      'The visibility of {0} is "{1}". Change it to select repositories.',
      name,
      visibilityLabel(visibility),
    ),
  changeVisibility: (): string => l10n.t('Change Visibility...'),
};

export const grantRepositoriesLabels = {
  pickTitle: (): string => l10n.t('Grant Repositories'),
  /** @param secrets one name, or how many secrets */
  title: (secrets: string): string => l10n.t('Grant {0} to Repositories', secrets),
  /** @param secrets one name, or how many secrets */
  question: (secrets: string): string => l10n.t('Grant {0} to which repositories?', secrets),
};

export const revokeRepositoriesLabels = {
  pickTitle: (): string => l10n.t('Revoke Repositories'),
  /** @param secrets one name, or how many secrets */
  title: (secrets: string): string => l10n.t('Revoke {0} from Repositories', secrets),
  /** @param secrets one name, or how many secrets */
  question: (secrets: string): string => l10n.t('Revoke {0} from which repositories?', secrets),
  /** @param secrets one name, or how many secrets */
  nothingToRevoke: (secrets: string): string => l10n.t('No repository is selected for {0}.', secrets),
};

export const grantSecretsLabels = {
  pickTitle: (): string => l10n.t('Edit Secret Access'),
  title: (repository: string): string => l10n.t('Edit Secret Access of {0}', repository),
  /** @param byVisibility how many more secrets the repository can use because of their visibility */
  question: (repository: string, byVisibility: number): string =>
    byVisibility === 0
      ? l10n.t('Which secrets can {0} use?', repository)
      : l10n.t('Which secrets can {0} use? Visibility gives it {1} more.', repository, byVisibility),
  nothingToGrant: (organization: string): string =>
    l10n.t('{0} has no secrets with selected repositories.', organization),
};
