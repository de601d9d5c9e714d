import {
  findRepository,
  repositoryOf,
  type Fixture,
  type Organization,
  type OwnSecret,
  type Repository,
  type RepositoryOwner,
  type SecretStore,
  type User,
} from './fixture';
import { keyPairFrom, type KeyPair } from './keys';

/** A repository with whom it belongs to. */
export interface OwnedRepository {
  readonly owner: RepositoryOwner;
  readonly repository: Repository;
}

/** Whether an owner of repositories is an organization. */
export function isOrganization(owner: RepositoryOwner): owner is Organization {
  return 'members' in owner;
}

/** Finds an organization or a user by login. */
export function findOwner(fixture: Fixture, login: string): RepositoryOwner | undefined {
  return fixture.organizations.get(login.toLowerCase()) ?? fixture.users.get(login.toLowerCase());
}

/** Finds a repository of any owner by its id. */
export function repositoryById(fixture: Fixture, id: number): OwnedRepository | undefined {
  for (const owners of [fixture.organizations, fixture.users])
    for (const owner of owners.values()) {
      const repository = owner.repositories.get(id);
      if (repository) return { owner, repository };
    }
  return undefined;
}

/** A repository by its full name, as `acme/billing`. Throws where there is none. */
export function repositoryNamed(fixture: Fixture, fullName: string): OwnedRepository {
  const [login = '', name = ''] = fullName.split('/');
  const owner = findOwner(fixture, login);
  if (!owner) throw new Error(`The fixture has no owner ${login}.`);
  return { owner, repository: repositoryOf(owner, name) };
}

/** A user by login. Throws where there is none. */
export function userNamed(fixture: Fixture, login: string): User {
  const user = fixture.users.get(login.toLowerCase());
  if (!user) throw new Error(`The fixture has no user ${login}.`);
  return user;
}

/** As `acme/billing`. */
export function fullNameOf({ owner, repository }: OwnedRepository): string {
  return `${owner.login}/${repository.name}`;
}

/** The repository that had a name which nothing has now. */
export function formerlyNamed(fixture: Fixture, login: string, name: string): OwnedRepository | undefined {
  const owner = findOwner(fixture, login);
  if (owner && findRepository(owner, name)) return undefined;
  const id = fixture.formerNames.get(`${login}/${name}`.toLowerCase());
  return id === undefined ? undefined : repositoryById(fixture, id);
}

/** The key pair that new values for a repository or a user have to be sealed for. */
export function currentKeyOf(of: Repository | User): KeyPair {
  return of.store.keys.at(-1) ?? addKeyTo(of);
}

/** Gives a repository or a user a new key pair. The first is made when it is needed: there can be 10,000 repositories. */
export function addKeyTo({ id, store }: Repository | User): KeyPair {
  const pair = keyPairFrom(`${id} own ${store.keys.length}`);
  store.keys.push(pair);
  return pair;
}

/** A store without secrets. */
export function emptyStore<Kept extends OwnSecret>(): SecretStore<Kept> {
  return { keys: [], secrets: new Map() };
}
