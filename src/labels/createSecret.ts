import { l10n } from 'vscode';

/** The words of Create Secret. */
export const createSecretLabels = {
  title: (): string => l10n.t('Create Secret'),
  valuePrompt: (name: string): string => l10n.t('Value for {0}', name),
  failed: (name: string, organization: string): string =>
    l10n.t("Couldn't create {0} in {1}.", name, organization),
  /** The request was sent, but we don't know whether GitHub created the secret. */
  unconfirmed: (name: string, organization: string): string =>
    l10n.t("Couldn't confirm that {0} was created in {1}.", name, organization),
  created: (name: string, organization: string): string =>
    l10n.t('{0} was created in {1}.', name, organization),
  createdWithoutRepositories: (name: string, organization: string): string =>
    l10n.t('{0} was created in {1}. No repository can use it yet.', name, organization),
  selectRepositories: (): string => l10n.t('Select Repositories...'),
  /** GitHub reports an update, and an earlier attempt of this user went unanswered. */
  alreadyExisted: (name: string, organization: string): string =>
    l10n.t(
      '{0} already existed in {1}, probably from your first attempt. It now has your value and access.',
      name,
      organization,
    ),
  /** GitHub reports an update, so the secret was somebody else's. */
  replaced: (name: string, organization: string): string =>
    l10n.t(
      'Somebody created {0} in {1} at the same moment. Your value and access replaced theirs.',
      name,
      organization,
    ),
};
