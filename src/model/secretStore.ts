import type { Repository } from './repository';
import { addressOf } from './repositoryAddress';
import { appRules, type SecretApp } from './secretApp';

/** Whose secrets they are. */
export type SecretOwner = OrganizationOwner | RepositoryOwner | UserOwner;

export interface OrganizationOwner {
  readonly kind: 'organization';
  readonly login: string;
}

/** A repository has secrets of its own, besides those of its organization that it receives. */
export interface RepositoryOwner {
  readonly kind: 'repository';
  readonly id: number;
  /** With its owner: `acme/billing`. */
  readonly fullName: string;
}

/** The user of the session, whose secrets reach their own codespaces. */
export interface UserOwner {
  readonly kind: 'user';
  readonly login: string;
}

/** What holds secrets on GitHub: those of one app and one owner. */
export interface StoreId {
  readonly app: SecretApp;
  readonly owner: SecretOwner;
}

/** The only string form of a store's address. Logins are the same whatever their case; a repository keeps its id. */
export function storeKey({ app, owner }: StoreId): string {
  return `${app}:${ownerKey(owner)}`;
}

/** The string form of an owner, as above. */
export function ownerKey(owner: SecretOwner): string {
  return `${owner.kind}/${owner.kind === 'repository' ? owner.id : owner.login}`.toLowerCase();
}

/** An organization as an owner of secrets. */
export function organizationOwner(login: string): OrganizationOwner {
  return { kind: 'organization', login };
}

/** A repository as an owner of secrets. */
export function repositoryOwner({ id }: Pick<Repository, 'id'>, fullName: string): RepositoryOwner {
  return { kind: 'repository', id, fullName };
}

/** The user as an owner of secrets. */
export function userOwner(login: string): UserOwner {
  return { kind: 'user', login };
}

/** The secrets of an organization for one app. */
export function storeOf(app: SecretApp, organization: string): StoreId {
  return { app, owner: organizationOwner(organization) };
}

/** A repository's own Codespaces secrets. */
export function repositoryStore({ id, fullName }: Pick<RepositoryOwner, 'id' | 'fullName'>): StoreId {
  return { app: 'codespaces', owner: repositoryOwner({ id }, fullName) };
}

/** A user's own Codespaces secrets. */
export function userStore(login: string): StoreId {
  return { app: 'codespaces', owner: userOwner(login) };
}

/** What people call an owner: its login, or a repository's full name. */
export function ownerName(owner: SecretOwner): string {
  return owner.kind === 'repository' ? owner.fullName : owner.login;
}

/** The login that the path of an owner starts with: of a repository, whoever owns it. Undefined for the user. */
export function accountOf(owner: SecretOwner): string | undefined {
  switch (owner.kind) {
    case 'organization':
      return owner.login;
    case 'repository':
      return addressOf(owner.fullName).owner;
    case 'user':
      return undefined;
  }
}

/**
 * The most secrets of a store; undefined where GitHub documents no limit.
 * @see https://docs.github.com/en/codespaces/managing-codespaces-for-your-organization/managing-development-environment-secrets-for-your-repository-or-organization#limits-for-secrets
 * @see https://docs.github.com/en/codespaces/managing-your-codespaces/managing-your-account-specific-secrets-for-github-codespaces
 */
export function maxSecrets({ app, owner }: StoreId): number | undefined {
  return owner.kind === 'organization' ? appRules[app].maxSecrets : 100;
}

/**
 * How the secrets of an owner reach repositories: by a visibility or a selection, by a selection alone, or only the
 * repository that owns them.
 * @see https://docs.github.com/en/rest/codespaces/repository-secrets
 * @see https://docs.github.com/en/rest/codespaces/secrets
 */
export function accessKind({ kind }: SecretOwner): 'visibility' | 'selection' | 'none' {
  switch (kind) {
    case 'organization':
      return 'visibility';
    case 'user':
      return 'selection';
    case 'repository':
      return 'none';
  }
}
