import type { RepositoryEdit, RepositorySettings } from './edits';
import { nextId, type Fixture, type Organization, type RepositoryOwner } from './fixture';
import { setOwnSecret } from './editOwnSecret';
import {
  addKeyTo,
  emptyStore,
  findOwner,
  fullNameOf,
  isOrganization,
  repositoryNamed,
  userNamed,
  type OwnedRepository,
} from './repositories';

/** Makes one change of a repository of any owner. */
export function editRepository(fixture: Fixture, edit: RepositoryEdit, now: number): void {
  const found = repositoryNamed(fixture, edit.fullName);
  const { repository } = found;
  switch (edit.edit) {
    case 'transferRepository':
      transfer(fixture, found, edit.to);
      return;
    case 'setCollaborator': {
      const login = userNamed(fixture, edit.user).login.toLowerCase();
      if (edit.permission === 'none') repository.collaborators.delete(login);
      else repository.collaborators.set(login, edit.permission);
      return;
    }
    case 'setRepositorySecret':
      setOwnSecret(repository, edit, now);
      return;
    case 'deleteRepositorySecret':
      repository.store.secrets.delete(edit.name.toUpperCase());
      return;
    case 'rotateRepositoryKey':
      addKeyTo(repository);
      return;
  }
}

/** Creates a repository with what the edit sets, and defaults. A former name is the new repository's from now on. */
export function createRepository(
  fixture: Fixture,
  owner: RepositoryOwner,
  edit: RepositorySettings & { repository: string },
  now: number,
): void {
  const id = nextId(fixture, edit.id);
  const updatedAt = new Date(edit.updatedAt ?? now);
  fixture.formerNames.delete(`${owner.login}/${edit.repository}`.toLowerCase());
  owner.repositories.set(id, {
    id,
    name: edit.repository,
    visibility: edit.visibility ?? 'private',
    archived: edit.archived ?? false,
    fork: edit.fork ?? false,
    description: edit.description ?? null,
    language: edit.language ?? null,
    createdAt: new Date(edit.createdAt ?? now),
    updatedAt,
    pushedAt: updatedAt,
    collaborators: new Map(),
    store: emptyStore(),
  });
}

/** Notes that a repository gets another full name: the former one leads to it until something else has that name. */
export function rename(fixture: Fixture, former: OwnedRepository, to: RepositoryOwner, name: string): void {
  fixture.formerNames.set(fullNameOf(former).toLowerCase(), former.repository.id);
  fixture.formerNames.delete(`${to.login}/${name}`.toLowerCase());
}

/** Takes a repository out of the selection of every secret of an organization. */
export function unselect({ stores }: Organization, id: number): void {
  for (const { secrets } of Object.values(stores))
    for (const secret of secrets.values()) secret.repositoryIds.delete(id);
}

function transfer(fixture: Fixture, found: OwnedRepository, to: string): void {
  const { owner, repository } = found;
  const target = findOwner(fixture, to);
  if (!target) throw new Error(`The fixture has no owner ${to}.`);
  rename(fixture, found, target, repository.name);
  owner.repositories.delete(repository.id);
  if (isOrganization(owner)) unselect(owner, repository.id);
  target.repositories.set(repository.id, repository);
}
