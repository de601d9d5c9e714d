import { l10n } from 'vscode';

/** What a pick says of organizations that it could not load. */
export const growingPickLabels = {
  organizationFailed: (organization: string): string => l10n.t("Couldn't load {0}", organization),
  /** @param app its name */
  appFailed: (app: string, organization: string): string =>
    l10n.t("Couldn't load {0} secrets of {1}", app, organization),
  userFailed: (): string => l10n.t("Couldn't load your own secrets"),
  /** @param repository its full name */
  ownFailed: (repository: string): string => l10n.t("Couldn't load the own secrets of {0}", repository),
  listFailed: (): string => l10n.t("Couldn't load your organizations"),
};
