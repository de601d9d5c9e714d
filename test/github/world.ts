import { open, type KeyPair, type SealedValue } from './keys';

/** Whom a secret is for: every repository, the private and internal ones, or the selected ones. */
export type SecretVisibility = 'all' | 'private' | 'selected';

/** What GitHub knows: plain data, so that it can be copied whole. It changes through `applyEdit` alone. */
export interface World {
  /** By login in lower case. */
  readonly users: Map<string, User>;
  /** By the token itself. */
  readonly tokens: Map<string, Token>;
  /** By login in lower case. */
  readonly organizations: Map<string, Organization>;
  /** Ids are never given twice, not even after a deletion. */
  lastId: number;
}

/** A person with an account. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string;
}

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

/** One user's membership. */
export interface Membership {
  role: 'admin' | 'member';
  state: 'active' | 'pending';
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
  /** Refuses, with 422, a PUT of a secret that sends no value. */
  requiresValue: boolean;
  readonly createdAt: Date;
  /** By login in lower case. */
  readonly members: Map<string, Membership>;
  /** The newest last: that is the one which values are accepted for. */
  readonly keys: KeyPair[];
  /** By name, in upper case. */
  readonly secrets: Map<string, Secret>;
  /** By id. */
  readonly repositories: Map<number, Repository>;
}

/** A Codespaces organization secret. */
export interface Secret {
  /** Upper case. */
  readonly name: string;
  visibility: SecretVisibility;
  /** Empty unless the visibility is `selected`. */
  readonly repositoryIds: Set<number>;
  readonly createdAt: Date;
  /** Moves with the value, the visibility and the repositories alike. */
  updatedAt: Date;
  value: SealedValue;
}

/** A repository of an organization. */
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
}

/** Throws where there is no such organization: a test that names one wrongly should hear of it. */
export function organizationOf(world: World, login: string): Organization {
  const organization = world.organizations.get(login.toLowerCase());
  if (!organization) {
    throw new Error(`The world has no organization ${login}.`);
  }
  return organization;
}

/** Throws where there is no such secret. */
export function secretOf(world: World, organization: string, name: string): Secret {
  const secret = organizationOf(world, organization).secrets.get(name.toUpperCase());
  if (!secret) {
    throw new Error(`${organization} has no secret ${name}.`);
  }
  return secret;
}

/** Finds by name, without regard to case as GitHub does. */
export function findRepository(organization: Organization, name: string): Repository | undefined {
  const wanted = name.toLowerCase();
  return [...organization.repositories.values()].find(repository => repository.name.toLowerCase() === wanted);
}

/** The bytes that were stored as a secret's value, opened with the key pair they were sealed for. */
export function valueOf(world: World, organization: string, name: string): Uint8Array | undefined {
  const owner = organizationOf(world, organization);
  const secret = owner.secrets.get(name.toUpperCase());
  const pair = owner.keys.find(key => key.id === secret?.value.keyId);
  return secret && pair && open(secret.value.box, pair);
}

/** The key pair that new values have to be sealed for. */
export function currentKey(organization: Organization): KeyPair {
  const key = organization.keys.at(-1);
  if (!key) {
    throw new Error(`${organization.login} has no key pair.`);
  }
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
export function storedSecret(world: World, organization: string, name: string): StoredSecret | undefined {
  const { secrets, repositories } = organizationOf(world, organization);
  const secret = secrets.get(name.toUpperCase());
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
