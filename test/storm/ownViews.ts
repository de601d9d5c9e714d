import type { SecretId } from '../../src/model/secret';
import { isFailure } from '../../src/model/failure';
import { repositoryStore } from '../../src/model/secretStore';
import { currentState, isSame, stateWords } from './history';
import { repositoriesAmong } from './places';
import { titleOf } from './secretTitle';
import { otherOrganization } from './sequence';
import type { Site } from './sites';
import type { Stage } from './stage';
import { repositoryStoreOn, titlesOn } from './storedSecrets';

/** What the views show of the secrets of repositories and of the user, and GitHub has otherwise. */
export async function ownSecretProblems(stage: Stage, site: Site): Promise<string[]> {
  const ofUser = stage.places.includes('user') ? await userProblems(stage, site) : [];
  const ofRepositories = await Promise.all(
    repositoriesAmong(stage.places).map(fullName => repositoryProblems(stage, site, fullName)),
  );
  return [...ofUser, ...ofRepositories.flat()];
}

async function userProblems(stage: Stage, site: Site): Promise<string[]> {
  const { id, store } = stage.connections.required;
  // The tokens might have been revoked.
  stage.requestUserToken(id, 'own', true);
  const shown = await store.userAccess();
  const other = site.gitHub.fixture.organizations.get(otherOrganization);
  const isShown = (repository: number): boolean => other?.sso !== true || !other.repositories.has(repository);
  return [
    ...differentTitles(
      shown,
      titlesOn(site).filter(title => title.startsWith(`user/${store.user} `)),
    ),
    ...shown.flatMap(secret => {
      const state = {
        visibility: secret.access.visibility,
        selected: new Set(secret.access.selection.map(it => it.id)),
      };
      const now = currentState(site, titleOf(secret));
      const visible = now && { ...now, selected: new Set([...now.selected].filter(isShown)) };
      return isSame(state, visible)
        ? []
        : [`${titleOf(secret)} is shown as ${stateWords(state)} and is ${stateWords(visible)}`];
    }),
  ];
}

/** A repository that the user can't see or can't write to shows no secrets. */
async function repositoryProblems(stage: Stage, site: Site, name: string): Promise<string[]> {
  const { store } = stage.connections.required;
  try {
    const { repository, fullName, canWrite } = await store.repository(name);
    if (!canWrite) return [];
    const own = repositoryStore({ id: repository.id, fullName });
    if (repositoryStoreOn(site, name) !== `repository/${repository.id}`)
      return [`${name} is shown as ${repository.id}, which it is not`];
    const shown = (await store.secrets(own)).map((secret): SecretId => ({ ...own, name: secret.name }));
    return differentTitles(
      shown,
      titlesOn(site).filter(it => it.startsWith(`repository/${repository.id} `)),
    );
  } catch (error) {
    if (isFailure(error, 'repositoryNotFound', 'notWriter', 'ssoRequired')) return [];
    throw error;
  }
}

function differentTitles(shown: readonly SecretId[], real: readonly string[]): string[] {
  const titles = shown.map(titleOf).sort().join();
  const there = [...real].sort().join();
  return titles === there ? [] : [`the secrets are shown as ${titles}, and are ${there}`];
}
