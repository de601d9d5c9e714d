import { createOrganization, editOrganization } from './editOrganization';
import { createRepository, editRepository } from './editRepository';
import { editSecret } from './editSecret';
import { editUser } from './editUser';
import {
  nextId,
  organizationOf,
  type MissingRole,
  type Permission,
  type Plan,
  type Repository,
  type SecretApp,
  type SecretVisibility,
  type Fixture,
} from './fixture';
import { emptyStore, userNamed } from './repositories';

/** Says which organization an edit is about. */
interface InOrganization {
  organization: string;
}

/** Says which app's secrets or keys an edit is about: those of Codespaces if not given. */
interface OfApp extends InOrganization {
  app?: SecretApp;
}

/** Says which secret an edit is about; the name is case-insensitive. */
interface OfSecret extends OfApp {
  name: string;
}

/** Says which repository an edit is about: any owner's, by its full name, as `acme/billing`. */
interface OfRepository {
  fullName: string;
}

/** Says which user an edit is about, by login. */
interface OfUser {
  user: string;
}

/** What a repository's or a user's secret is set to: a value made of its name and the present time if not given. */
interface OwnSecretSettings {
  value?: string;
  createdAt?: number;
  updatedAt?: number;
}

/**
 * One change of the fixture, made by nobody's request: the builders of fixtures use it, and tests use it as "another admin
 * does ... meanwhile". It is plain JSON, so that a test in another process can ask for it. Repositories go by name,
 * times are milliseconds since 1970.
 */
export type FixtureEdit =
  | { edit: 'createUser'; user: string; name?: string; id?: number }
  | { edit: 'setToken'; token: string; user: string; scopes: string[] }
  | { edit: 'revokeToken'; token: string }
  | ({ edit: 'authorizeToken'; token: string } & InOrganization)
  | ({ edit: 'unauthorizeToken'; token: string } & InOrganization)
  | ({ edit: 'createOrganization'; id?: number } & OrganizationSettings & InOrganization)
  | ({ edit: 'setOrganization' } & OrganizationSettings & InOrganization)
  | ({
      edit: 'setMembership';
      user: string;
      role?: 'admin' | 'member';
      state?: 'active' | 'pending';
      managesActionsSecrets?: boolean;
    } & InOrganization)
  | ({ edit: 'removeMembership'; user: string } & InOrganization)
  | ({ edit: 'rotateKey' } & OfApp)
  | ({ edit: 'createRepository'; repository: string } & RepositorySettings & InOrganization)
  | ({
      edit: 'setRepository';
      repository: string;
      renameTo?: string;
      visibility?: Repository['visibility'];
      archived?: boolean;
    } & InOrganization)
  | ({ edit: 'deleteRepository'; repository: string } & InOrganization)
  /** A repository of a user's own. */
  | ({ edit: 'createUserRepository'; repository: string } & RepositorySettings & OfUser)
  /** To another organization or user; its former name leads to it. */
  | ({ edit: 'transferRepository'; to: string } & OfRepository)
  | ({ edit: 'setCollaborator'; user: string; permission: Permission | 'none' } & OfRepository)
  /** Creates a repository's own secret, or replaces its value. */
  | ({ edit: 'setRepositorySecret'; name: string } & OwnSecretSettings & OfRepository)
  | ({ edit: 'deleteRepositorySecret'; name: string } & OfRepository)
  | ({ edit: 'rotateRepositoryKey' } & OfRepository)
  /** Creates a user's secret, or replaces its value and, if they are given, its repositories: full names. */
  | ({ edit: 'setUserSecret'; name: string; repositories?: string[] } & OwnSecretSettings & OfUser)
  | ({ edit: 'setUserSecretRepositories'; name: string; repositories: string[] } & OfUser)
  | ({ edit: 'deleteUserSecret'; name: string } & OfUser)
  | ({ edit: 'rotateUserKey' } & OfUser)
  | ({
      edit: 'createSecret';
      visibility: SecretVisibility;
      repositories?: string[];
      value?: string;
      createdAt?: number;
      updatedAt?: number;
    } & OfSecret)
  | ({ edit: 'deleteSecret' } & OfSecret)
  | ({ edit: 'setValue'; value: string } & OfSecret)
  | ({ edit: 'setVisibility'; visibility: SecretVisibility; repositories?: string[] } & OfSecret)
  | ({ edit: 'selectRepository'; repository: string } & OfSecret)
  | ({ edit: 'unselectRepository'; repository: string } & OfSecret);

/** What an organization can be set to; each is left as it is, or at its default, where it is not given. */
export interface OrganizationSettings {
  plan?: Plan;
  sso?: boolean;
  blocksOAuthApps?: boolean;
  blocksLists?: boolean;
  hasIpAllowList?: boolean;
  hidesName?: boolean;
  missingRole?: MissingRole;
  missingApps?: SecretApp[];
  requiresValue?: boolean;
  basePermission?: Permission | 'none';
  needsAdminForSecrets?: boolean;
}

/** What a repository is created with; private by default. */
export interface RepositorySettings {
  id?: number;
  visibility?: Repository['visibility'];
  archived?: boolean;
  fork?: boolean;
  description?: string;
  language?: string;
  createdAt?: number;
  updatedAt?: number;
}

/**
 * Makes one change at the time `now` (milliseconds since 1970). Throws where it names what is not there, and then changes
 * nothing.
 */
export function applyEdit(fixture: Fixture, edit: FixtureEdit, now: number): void {
  if (edit.edit === 'createOrganization') createOrganization(fixture, edit, now);
  else if ('fullName' in edit) editRepository(fixture, edit, now);
  else if (edit.edit === 'createUserRepository')
    createRepository(fixture, userNamed(fixture, edit.user), edit, now);
  else if (isUserEdit(edit)) editUser(fixture, edit, now);
  else if ('token' in edit || !('organization' in edit)) editAccount(fixture, edit);
  else if ('name' in edit) editSecret(fixture, organizationOf(fixture, edit.organization), edit, now);
  else editOrganization(fixture, organizationOf(fixture, edit.organization), edit, now);
}

const userEdits = [
  'setUserSecret',
  'setUserSecretRepositories',
  'deleteUserSecret',
  'rotateUserKey',
] as const;

export type SecretEdit = Extract<FixtureEdit, OfSecret>;
export type RepositoryEdit = Extract<FixtureEdit, OfRepository>;
export type UserEdit = Extract<FixtureEdit, { edit: (typeof userEdits)[number] }>;
type AccountEdit = Extract<FixtureEdit, { token: string } | { edit: 'createUser' }>;
export type OrganizationEdit = Exclude<
  FixtureEdit,
  | SecretEdit
  | AccountEdit
  | RepositoryEdit
  | UserEdit
  | { edit: 'createOrganization' | 'createUserRepository' }
>;

function isUserEdit(edit: FixtureEdit): edit is UserEdit {
  return userEdits.some(name => name === edit.edit);
}

function editAccount(fixture: Fixture, edit: AccountEdit): void {
  switch (edit.edit) {
    case 'createUser': {
      fixture.users.set(edit.user.toLowerCase(), {
        id: nextId(fixture, edit.id),
        login: edit.user,
        name: edit.name ?? edit.user,
        repositories: new Map(),
        store: emptyStore(),
      });
      return;
    }
    case 'setToken': {
      const { token: value, user, scopes } = edit;
      const authorizedFor = fixture.tokens.get(value)?.authorizedFor ?? new Set();
      fixture.tokens.set(value, { value, user, scopes: [...scopes], authorizedFor });
      return;
    }
    case 'revokeToken':
      fixture.tokens.delete(edit.token);
      return;
    case 'authorizeToken':
      fixture.tokens.get(edit.token)?.authorizedFor.add(edit.organization.toLowerCase());
      return;
    case 'unauthorizeToken':
      fixture.tokens.get(edit.token)?.authorizedFor.delete(edit.organization.toLowerCase());
  }
}
