import { l10n } from 'vscode';

/** What could not be loaded. The reason follows as a sentence of its own. */
export const loadFailures = {
  organizations: (): string => l10n.t("Couldn't load your organizations."),
  secrets: (organization: string): string => l10n.t("Couldn't load the secrets of {0}.", organization),
  repositories: (organization: string): string =>
    l10n.t("Couldn't load the repositories of {0}.", organization),
  repositoriesOfSecret: (name: string): string =>
    l10n.t("Couldn't load the repositories that can use {0}.", name),
  accessMatrix: (organization: string): string =>
    l10n.t("Couldn't load who can use the secrets of {0}.", organization),
  received: (repository: string): string =>
    l10n.t("Couldn't load the secrets that {0} receives.", repository),
  access: (): string => l10n.t("Couldn't load who can use the secrets."),
};
