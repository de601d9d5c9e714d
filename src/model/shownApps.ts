import { distinctNames } from './distinctNames';
import { appRules, type SecretApp, secretApps } from './secretApp';

/** The apps that a GitHub has. GitHub Enterprise Server lacks some. */
export function existingApps(isServer: boolean): readonly SecretApp[] {
  return isServer ? secretApps.filter(app => appRules[app].isOnServer) : secretApps;
}

/**
 * The apps to show, in their order: those that the user named, each once and whatever the case. If they named none, only
 * Codespaces, or all that an Enterprise Server has.
 * @param setting what the user set; undefined if nothing
 */
export function shownApps(setting: unknown, isServer: boolean): readonly SecretApp[] {
  const names = new Set(distinctNames(setting).map(name => name.toLowerCase()));
  const named = secretApps.filter(app => names.has(app));
  if (named.length > 0) return named;
  return isServer ? existingApps(true) : ['codespaces'];
}
