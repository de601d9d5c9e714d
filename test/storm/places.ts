import { isSecretApp, type SecretApp } from '../../src/model/secretApp';

/** The repositories whose own secrets flows and edits are about: of two organizations and of a person. */
export const ownRepositories = ['acme/r000', 'acme/r001', 'globex/g000', 'octocat/dotfiles'] as const;

/** Whose secrets a flow is about: the organization's of an app, a repository's own, or the user's. */
export type Place = SecretApp | (typeof ownRepositories)[number] | 'user';

/** The apps among some places; those of Codespaces are shown where there is none. */
export function appsOf(places: readonly Place[]): readonly SecretApp[] {
  const apps = places.filter(isSecretApp);
  return apps.length > 0 ? apps : ['codespaces'];
}

/** The repositories among some places. */
export function repositoriesAmong(places: readonly Place[]): (typeof ownRepositories)[number][] {
  return ownRepositories.filter(name => places.includes(name));
}

/** The owner and the name of a repository, by its full name. */
export function partsOfName(fullName: string): { readonly login: string; readonly name: string } {
  const [login = '', name = ''] = fullName.split('/');
  return { login, name };
}
