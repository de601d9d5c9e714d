import { open, type KeyPair, type SealedValue } from './keys';

/** Whom a secret is for: every repository, the private and internal ones, or the selected ones. */
export type SecretVisibility = 'all' | 'private' | 'selected';

/** What an organization's secrets are for. Each app has secrets, names and keys of its own. */
export type SecretApp = 'codespaces' | 'actions' | 'dependabot' | 'agents';

export const secretApps: readonly SecretApp[] = ['codespaces', 'actions', 'dependabot', 'agents'];

/** What GitHub knows: plain data, so that it can be copied whole. It changes through `applyEdit` alone. */
export interface Fixture {
  /** By login in lower case. */
  readonly users: Map<string, User>;
  /** By the token itself. */
  readonly tokens: Map<string, Token>;
  /** By login in lower case. */
  readonly organizations: Map<string, Organization>;
  /** The ids of renamed and transferred repositories, by the full name that they had, in lower case. */
  readonly formerNames: Map<string, number>;
  /** Ids are never given twice, not even after a deletion. */
  lastId: number;
}

/** A person with an account. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  /** Their own, by id. */
  readonly repositories: Map<number, Repository>;
  /** Their Codespaces secrets: each is for the repositories that are selected, whoever owns those. */
  readonly store: SecretStore<UserSecret>;
}

/** Who can own repositories. */
export type RepositoryOwner = Organization | User;

/** What somebody may do with a repository. */
export type Permission = 'read' | 'write' | 'admin';

/** A token of a user. */
export interface Token {
  readonly value: string;
  /** The login of its user. */
  readonly user: string;
  /** As `X-OAuth-Scopes` lists them. */
  scopes: string[];
  /** The organizations, by login in lower case, whose single sign-on has authorised it. */
  readonly authorizedFor: Set<string>;
}

/** An organization's plan: Codespaces organization secrets need `team` or `enterprise`. */
export type Plan = 'free' | 'team' | 'enterprise';

/**
 * The answer to a missing role. For Actions secrets 403 is reported (github.com/cli/cli/issues/8810); for Codespaces
 * secrets there is no report, and 404 says less.
 */
export type MissingRole = 'notFound' | 'forbidden';

/** One user's membership. */
export interface Membership {
  role: 'admin' | 'member';
  state: 'active' | 'pending';
  /** A custom role lets a member manage Actions secrets, and those of no other app. */
  managesActionsSecrets: boolean;
}

/** An organization with all that it owns. */
export interface Organization {
  readonly id: number;
  readonly login: string;
  plan: Plan;
  /** SAML single sign-on is enforced: a token must be authorised for it. */
  sso: boolean;
  /** Third-party application access is restricted: an OAuth app's token sees only what is public. */
  blocksOAuthApps: boolean;
  /** While it restricts applications, an OAuth app's token cannot even list its user's organizations. */
  blocksLists: boolean;
  /** It lets only some addresses in, and the client's is not among them. */
  hasIpAllowList: boolean;
  /** Its name is told to nobody who knows its id alone. */
  hidesName: boolean;
  /** What a member without the role, or a token without the scope, hears about secrets: 404 or 403. */
  missingRole: MissingRole;
  /** Every operation of these apps' secrets answers 404. */
  missingApps: Set<SecretApp>;
  /** Refuses, with 422, a PUT of a secret that sends no value. */
  requiresValue: boolean;
  /** What every member may do with every repository. */
  basePermission: Permission | 'none';
  /**
   * A repository's own secrets can be changed by its admins alone. GitHub documents both: write access on the page of
   * these operations, and "must be a repository admin" for PUT and DELETE.
   * @see https://docs.github.com/rest/codespaces/repository-secrets
   */
  needsAdminForSecrets: boolean;
  readonly createdAt: Date;
  /** By login in lower case. */
  readonly members: Map<string, Membership>;
  readonly stores: Readonly<Record<SecretApp, SecretStore>>;
  /** By id. */
  readonly repositories: Map<number, Repository>;
}

/** What an organization has for one app, or a repository or a user for Codespaces. */
export interface SecretStore<Kept extends OwnSecret = Secret> {
  /** The newest last: that is the one which values are accepted for. */
  readonly keys: KeyPair[];
  /** By name, in upper case. */
  readonly secrets: Map<string, Kept>;
}

/** A repository's own secret, and what every other secret has too. */
export interface OwnSecret {
  /** Upper case. */
  readonly name: string;
  readonly createdAt: Date;
  /** Moves with the value, the visibility and the repositories alike. */
  updatedAt: Date;
  value: SealedValue;
}

/** A user's secret. */
export interface UserSecret extends OwnSecret {
  /** Of repositories that the user can reach, or could when they were selected. */
  readonly repositoryIds: Set<number>;
}

/** An organization secret. */
export interface Secret extends OwnSecret {
  visibility: SecretVisibility;
  /** Empty unless the visibility is `selected`. */
  readonly repositoryIds: Set<number>;
}

/** A repository of an organization or a user. */
export interface Repository {
  readonly id: number;
  readonly name: string;
  readonly visibility: 'public' | 'private' | 'internal';
  readonly archived: boolean;
  readonly fork: boolean;
  readonly description: string | null;
  readonly language: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly pushedAt: Date;
  /** Who may do something with it by an invitation, by login in lower case. */
  readonly collaborators: Map<string, Permission>;
  /** Its own Codespaces secrets. */
  readonly store: SecretStore<OwnSecret>;
}

/** Throws where there is no such organization: a test that names one wrongly should hear of it. */
export function organizationOf(fixture: Fixture, login: string): Organization {
  const organization = fixture.organizations.get(login.toLowerCase());
  if (!organization) throw new Error(`The fixture has no organization ${login}.`);
  return organization;
}

/** Throws where there is no such secret. */
export function secretOf(
  fixture: Fixture,
  organization: string,
  name: string,
  app: SecretApp = 'codespaces',
): Secret {
  const secret = organizationOf(fixture, organization).stores[app].secrets.get(name.toUpperCase());
  if (!secret) throw new Error(`${organization} has no ${app} secret ${name}.`);
  return secret;
}

/** Finds by name, without regard to case as GitHub does. */
export function findRepository(organization: RepositoryOwner, name: string): Repository | undefined {
  const wanted = name.toLowerCase();
  for (const repository of organization.repositories.values())
    if (repository.name.toLowerCase() === wanted) return repository;
  return undefined;
}

/** The bytes that were stored as a secret's value, opened with the key pair they were sealed for. */
export function valueOf(
  fixture: Fixture,
  organization: string,
  name: string,
  app: SecretApp = 'codespaces',
): Uint8Array | undefined {
  const { keys, secrets } = organizationOf(fixture, organization).stores[app];
  const secret = secrets.get(name.toUpperCase());
  const pair = keys.find(key => key.id === secret?.value.keyId);
  return secret && pair && open(secret.value.box, pair);
}

/** The key pair that new values have to be sealed for. */
export function currentKey({ login, stores }: Organization, app: SecretApp = 'codespaces'): KeyPair {
  const key = stores[app].keys.at(-1);
  if (!key) throw new Error(`${login} has no key pair for ${app}.`);
  return key;
}

/** What is stored for a secret besides its value. */
export interface StoredSecret {
  readonly name: string;
  readonly visibility: SecretVisibility;
  /** The names of the selected repositories, sorted. */
  readonly repositories: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What is stored for a secret besides its value; undefined where there is no such secret. */
export function storedSecret(
  fixture: Fixture,
  organization: string,
  name: string,
  app: SecretApp = 'codespaces',
): StoredSecret | undefined {
  const { stores, repositories } = organizationOf(fixture, organization);
  const secret = stores[app].secrets.get(name.toUpperCase());
  return (
    secret && {
      name: secret.name,
      visibility: secret.visibility,
      repositories: [...secret.repositoryIds].flatMap(id => repositories.get(id)?.name ?? []).sort(),
      createdAt: secret.createdAt.getTime(),
      updatedAt: secret.updatedAt.getTime(),
    }
  );
}

/** Who can use which secrets of an organization: plain data, to compare with what somebody believes. */
export interface OrganizationAccess {
  /** Names by id. */
  readonly repositories: Readonly<Record<number, string>>;
  /** By name in upper case, sorted. */
  readonly secrets: Readonly<Record<string, SecretAccess>>;
}

/** Who can use one secret; ids in order. */
export interface SecretAccess {
  readonly visibility: SecretVisibility;
  /** What is selected for it; empty unless the visibility is `selected`. */
  readonly selected: readonly number[];
  /** The repositories that can use it. */
  readonly canUse: readonly number[];
}

/** Who can use which secrets of an organization. */
export function accessOf(
  fixture: Fixture,
  organization: string,
  app: SecretApp = 'codespaces',
): OrganizationAccess {
  const owner = organizationOf(fixture, organization);
  const all = [...owner.repositories.values()].sort((one, other) => one.id - other.id);
  return {
    repositories: Object.fromEntries(all.map(({ id, name }) => [id, name])),
    secrets: Object.fromEntries(
      sortedSecrets(owner, app).map(secret => [
        secret.name,
        {
          visibility: secret.visibility,
          selected: [...secret.repositoryIds].sort((one, other) => one - other),
          canUse: all.filter(repository => canUse(repository, secret)).map(({ id }) => id),
        },
      ]),
    ),
  };
}

/** An organization's secrets of one app, by name. */
export function sortedSecrets({ stores }: Organization, app: SecretApp): Secret[] {
  return byName(stores[app]);
}

/** The secrets of a store, by name. */
export function byName<Kept extends OwnSecret>({ secrets }: SecretStore<Kept>): Kept[] {
  return [...secrets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether a repository can use a secret of its organization. */
export function canUse(repository: Repository, { visibility, repositoryIds }: Secret): boolean {
  switch (visibility) {
    case 'all':
      return true;
    case 'private':
      return repository.visibility !== 'public';
    case 'selected':
      return repositoryIds.has(repository.id);
  }
}

/** A repository by its name. Throws where there is none. */
export function repositoryOf(organization: RepositoryOwner, name: string): Repository {
  const repository = findRepository(organization, name);
  if (!repository) throw new Error(`${organization.login} has no repository ${name}.`);
  return repository;
}

/** The id of what is created next: the wanted one, else one that nothing had so far. */
export function nextId(fixture: Fixture, wanted: number | undefined): number {
  fixture.lastId = Math.max(fixture.lastId + 1, wanted ?? 0);
  return wanted ?? fixture.lastId;
}
