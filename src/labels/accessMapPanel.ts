import { l10n } from 'vscode';

/** The editor of an access map, around its page. */
export const accessMapPanelLabels = {
  title: (organization: string): string => l10n.t('Access Map: {0}', organization),
  open: (): string => l10n.t('Open Access Map'),
};
