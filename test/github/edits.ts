import { createOrganization, editOrganization } from './editOrganization';
import { editSecret } from './editSecret';
import {
  nextId,
  organizationOf,
  type MissingRole,
  type Plan,
  type Repository,
  type SecretVisibility,
  type World,
} from './fixture';

/** Says which organization an edit is about. */
interface InOrganization {
  organization: string;
}

/** Says which secret an edit is about; the name is case-insensitive. */
interface OfSecret extends InOrganization {
  name: string;
}

/**
 * One change of the world, made by nobody's request: the builders of worlds use it, and tests use it as "another admin
 * does ... meanwhile". It is plain JSON, so that a test in another process can ask for it. Repositories go by name,
 * times are milliseconds since 1970.
 */
export type WorldEdit =
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
    } & InOrganization)
  | ({ edit: 'removeMembership'; user: string } & InOrganization)
  | ({ edit: 'rotateKey' } & InOrganization)
  | ({ edit: 'createRepository'; repository: string } & RepositorySettings & InOrganization)
  | ({
      edit: 'setRepository';
      repository: string;
      renameTo?: string;
      visibility?: Repository['visibility'];
      archived?: boolean;
    } & InOrganization)
  | ({ edit: 'deleteRepository'; repository: string } & InOrganization)
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
  requiresValue?: boolean;
}

/** What a repository is created with; private by default. */
interface RepositorySettings {
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
export function applyEdit(world: World, edit: WorldEdit, now: number): void {
  if (edit.edit === 'createOrganization') createOrganization(world, edit, now);
  else if ('token' in edit || !('organization' in edit)) editAccount(world, edit);
  else if ('name' in edit) editSecret(world, organizationOf(world, edit.organization), edit, now);
  else editOrganization(world, organizationOf(world, edit.organization), edit, now);
}

export type SecretEdit = Extract<WorldEdit, OfSecret>;
type AccountEdit = Extract<WorldEdit, { token: string } | { edit: 'createUser' }>;
export type OrganizationEdit = Exclude<WorldEdit, SecretEdit | AccountEdit | { edit: 'createOrganization' }>;

function editAccount(world: World, edit: AccountEdit): void {
  switch (edit.edit) {
    case 'createUser': {
      const user = { id: nextId(world, edit.id), login: edit.user, name: edit.name ?? edit.user };
      world.users.set(edit.user.toLowerCase(), user);
      return;
    }
    case 'setToken': {
      const { token: value, user, scopes } = edit;
      const authorizedFor = world.tokens.get(value)?.authorizedFor ?? new Set();
      world.tokens.set(value, { value, user, scopes: [...scopes], authorizedFor });
      return;
    }
    case 'revokeToken':
      world.tokens.delete(edit.token);
      return;
    case 'authorizeToken':
      world.tokens.get(edit.token)?.authorizedFor.add(edit.organization.toLowerCase());
      return;
    case 'unauthorizeToken':
      world.tokens.get(edit.token)?.authorizedFor.delete(edit.organization.toLowerCase());
  }
}
