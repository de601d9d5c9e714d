import { l10n } from 'vscode';

/** The editor of an access map, around its page. */
export const accessMapPanelLabels = {
  title: (organization: string): string => l10n.t('Access Map: {0}', organization),
  /** @param secrets their names */
  notApplied: (secrets: string): string =>
    l10n.t(
      "Some changes were not applied, because the access map can't show these secrets now: {0}.",
      secrets,
    ),
  open: (): string => l10n.t('Open Access Map'),
};
