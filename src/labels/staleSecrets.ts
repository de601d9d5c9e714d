import { l10n } from 'vscode';
import type { Secret } from '../model/secret';
import { secretDescription } from './tree';

/** The words of Review Stale Secrets. */
export const staleSecretsLabels = {
  title: (): string => l10n.t('Review Stale Secrets'),
  question: (isLoading: boolean): string =>
    isLoading ? l10n.t('Rotate which value? (loading...)') : l10n.t('Rotate which value?'),
  rotate: (): string => l10n.t('Rotate Value...'),
  delete: (): string => l10n.t('Delete Secret...'),
  none: (days: number): string =>
    days === 1 ? l10n.t('No secret is older than 1 day') : l10n.t('No secret is older than {0} days', days),
  turnedOff: (): string =>
    l10n.t('Stale secrets are turned off, because the setting "Stale After Days" is 0.'),
  openSetting: (): string => l10n.t('Open Setting'),
};

/** Beside the name of a stale secret: "⚠ 2 years · all · acme". */
export function staleSecretDescription(
  secret: Secret,
  selected: number | undefined,
  organization: string,
): string {
  return l10n.t('{0} · {1}', secretDescription(secret, selected, true), organization);
}
