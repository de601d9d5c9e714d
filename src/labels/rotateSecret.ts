import { l10n } from 'vscode';
import type { SecretApp } from '../model/secretApp';

/** The words of Rotate Value. */
export const rotateSecretLabels = {
  pickTitle: (): string => l10n.t('Rotate Value'),
  /** @param secrets one name, or how many secrets */
  title: (secrets: string): string => l10n.t('Rotate {0}', secrets),
  prompt: (name: string, organization: string): string =>
    l10n.t('New value for {0} in {1} (access stays the same)', name, organization),
  promptForAll: (count: number): string =>
    l10n.t('One new value for {0} secrets (access stays the same)', count),
  failed: (name: string): string => l10n.t("Couldn't rotate {0}.", name),
  /** The request was sent, but we don't know whether GitHub saved the value. */
  unconfirmed: (name: string): string => l10n.t("Couldn't confirm that {0} was rotated.", name),
  progress: (count: number): string => l10n.t('Rotating {0} secrets', count),
  result: (done: number, all: number): string => l10n.t('{0} of {1} secrets were rotated.', done, all),
  rotated: (name: string, organization: string): string =>
    l10n.t('{0} was rotated in {1}.', name, organization),
  rotatedHint: (name: string, app: SecretApp): string =>
    l10n.t('{0} was rotated. {1}', name, whenItArrives(app)),
  /** @param app the app of all of them; nothing for several */
  allRotatedHint: (count: number, app: SecretApp | undefined): string =>
    app === undefined
      ? l10n.t('{0} secrets were rotated.', count)
      : l10n.t('{0} secrets were rotated. {1}', count, whenItArrives(app)),
  /** GitHub reports a creation, so somebody had deleted the secret. */
  createdAgain: (name: string, organization: string): string =>
    l10n.t(
      'Somebody deleted {0} in {1} at the same moment. It was created again with your value and the same access.',
      name,
      organization,
    ),
  allCreatedAgain: (names: string): string =>
    l10n.t('Somebody deleted these secrets at the same moment. They were created again: {0}.', names),
};

/** When what uses a secret gets its new value. */
function whenItArrives(app: SecretApp): string {
  switch (app) {
    case 'codespaces':
      return l10n.t('A codespace gets the new value when it next starts.');
    case 'actions':
      return l10n.t('Workflows get the new value with their next run.');
    case 'dependabot':
      return l10n.t('Dependabot gets the new value with its next run.');
    case 'agents':
      return l10n.t('Agents get the new value with their next session.');
  }
}
