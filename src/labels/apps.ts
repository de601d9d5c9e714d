import { l10n } from 'vscode';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { ownerName, type StoreId } from '../model/secretStore';

/** An app, as GitHub's settings call it. */
export function appLabel(app: SecretApp): string {
  switch (app) {
    case 'codespaces':
      return l10n.t('Codespaces');
    case 'actions':
      return l10n.t('Actions');
    case 'dependabot':
      return l10n.t('Dependabot');
    case 'agents':
      return l10n.t('Agents');
  }
}

/** The id of the icon that stands for an app everywhere. */
export function appIcon(app: SecretApp): string {
  switch (app) {
    case 'codespaces':
      return 'cloud';
    case 'actions':
      return 'play-circle';
    case 'dependabot':
      return 'package';
    case 'agents':
      return 'copilot';
  }
}

/** A secret's name, with its app unless that is Codespaces, which the product is named for: "NPM_TOKEN (Actions)". */
export function secretTitle({ app, name }: Pick<SecretId, 'app' | 'name'>): string {
  return app === 'codespaces' ? name : nameInApp({ app, name });
}

/** Where secrets are: the organization, with the app unless that is Codespaces: "acme (Actions)". */
export function storeTitle({ app, owner }: StoreId): string {
  return app === 'codespaces' ? ownerName(owner) : l10n.t('{0} ({1})', ownerName(owner), appLabel(app));
}

/** A secret's name with its app, whichever that is. */
export function nameInApp({ app, name }: Pick<SecretId, 'app' | 'name'>): string {
  return l10n.t('{0} ({1})', name, appLabel(app));
}

/** The secrets of several apps are told apart by all of them; those of Codespaces alone need nothing beside their names. */
export function titlesOf(secrets: readonly Pick<SecretId, 'app' | 'name'>[]): string[] {
  const isMixed = new Set(secrets.map(({ app }) => app)).size > 1;
  return secrets.map(isMixed ? nameInApp : secretTitle);
}

/** Words about a secret, after the name of its app: "Actions · selected". */
export function inApp(app: SecretApp, words: string): string {
  return l10n.t('{0} · {1}', appLabel(app), words);
}

/** What to say about an app: "Actions: You are not an owner". */
export function aboutApp(app: SecretApp, words: string): string {
  return l10n.t('{0}: {1}', appLabel(app), words);
}

/** The words of Choose Apps to Show. */
export const chooseAppsLabels = {
  title: (): string => l10n.t('Choose Apps to Show'),
  question: (): string => l10n.t("Show which apps' secrets?"),
};
