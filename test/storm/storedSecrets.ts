import { isSecretApp } from '../../src/model/secretApp';
import type { Call } from '../github/call';
import type { Fixture, OwnSecret, Repository, Secret, User, UserSecret } from '../github/fixture';
import { secretApps } from '../github/fixture';
import { keyPairFrom, type KeyPair } from '../github/keys';
import { permissionIn } from '../github/permissions';
import { formerlyNamed, repositoryById } from '../github/repositories';
import { findRepository, type Organization } from '../github/fixture';
import { partsOfName } from './places';
import { partsOf } from './secretTitle';
import { organization } from './sequence';
import type { Site } from './sites';

export function organizationOf(site: Site): Organization {
  const found = site.gitHub.fixture.organizations.get(organization);
  if (!found) throw new Error('The fixture has lost its organization.');
  return found;
}

/** What keeps the secrets of a store: an app's keys and secrets, a repository, or a user. */
type Keeper =
  | { readonly kind: 'organization'; readonly store: Organization['stores']['codespaces'] }
  | { readonly kind: 'user'; readonly user: User; readonly store: User['store'] }
  | { readonly kind: 'repository'; readonly store: Repository['store'] };

/** Whoever has the secrets of a store now; nothing where the repository is gone. */
function keeperOf(site: Site, store: string): Keeper | undefined {
  if (isSecretApp(store)) return { kind: 'organization', store: organizationOf(site).stores[store] };
  const { fixture } = site.gitHub;
  const [kind, name = ''] = store.split('/');
  const user = kind === 'user' ? fixture.users.get(name) : undefined;
  if (user) return { kind: 'user', user, store: user.store };
  const found = repositoryById(fixture, Number(name))?.repository;
  return found && { kind: 'repository', store: found.store };
}

/** A secret on GitHub now; nothing where there is none. */
export function secretOn(site: Site, title: string): Secret | UserSecret | OwnSecret | undefined {
  const { store, name } = partsOf(title);
  return keeperOf(site, store)?.store.secrets.get(name);
}

/** The titles of all secrets that are on GitHub now. */
export function titlesOn(site: Site): string[] {
  const { fixture } = site.gitHub;
  const { stores } = organizationOf(site);
  const titles = (store: string, secrets: ReadonlyMap<string, unknown>): string[] =>
    [...secrets.keys()].map(name => `${store} ${name}`);
  return [
    ...secretApps.flatMap(app => titles(app, stores[app].secrets)),
    ...[...fixture.users].flatMap(([login, { store }]) => titles(`user/${login}`, store.secrets)),
    ...[...fixture.organizations.values(), ...fixture.users.values()].flatMap(({ repositories }) =>
      [...repositories.values()].flatMap(({ id, store }) => titles(`repository/${id}`, store.secrets)),
    ),
  ];
}

/** The keys that values of a store can be sealed for. A repository that is gone leaves those that it had. */
export function keysOn(site: Site, store: string): readonly KeyPair[] {
  const keeper = keeperOf(site, store);
  if (keeper) return keeper.store.keys;
  return [0, 1, 2].map(number => keyPairFrom(`${store.split('/')[1]} own ${number}`));
}

/**
 * Which repositories can be selected for a secret: those of the organization, or those that the user can reach. GitHub
 * does not tell the user of any other.
 */
export function selectableFor(site: Site, title: string): (id: number) => boolean {
  const keeper = keeperOf(site, partsOf(title).store);
  if (keeper?.kind !== 'user') {
    const { repositories } = organizationOf(site);
    return id => repositories.has(id);
  }
  const call = { user: keeper.user } as Call;
  return id => {
    const found = repositoryById(site.gitHub.fixture, id);
    return found !== undefined && permissionIn(call, found.owner)(found.repository) !== undefined;
  };
}

/** The store of a repository by a name that it has, or had. */
export function repositoryStoreOn({ gitHub: { fixture } }: Site, fullName: string): string | undefined {
  const { login, name } = partsOfName(fullName);
  const owner = ownerOn(fixture, login);
  const found = owner && findRepository(owner, name);
  const id = found?.id ?? formerlyNamed(fixture, login, name)?.repository.id;
  return id === undefined ? undefined : `repository/${id}`;
}

function ownerOn({ organizations, users }: Fixture, login: string): Organization | User | undefined {
  return organizations.get(login) ?? users.get(login);
}
