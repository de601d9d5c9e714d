import { keyPairFrom, seal } from './keys';
import {
  currentKey,
  findRepository,
  organizationOf,
  secretOf,
  type MissingRole,
  type Organization,
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
interface OrganizationSettings {
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

type SecretEdit = Extract<WorldEdit, OfSecret>;
type AccountEdit = Extract<WorldEdit, { token: string } | { edit: 'createUser' }>;
type OrganizationEdit = Exclude<WorldEdit, SecretEdit | AccountEdit | { edit: 'createOrganization' }>;

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

function editOrganization(
  world: World,
  organization: Organization,
  edit: OrganizationEdit,
  now: number,
): void {
  switch (edit.edit) {
    case 'setOrganization':
      setOrganization(organization, edit);
      return;
    case 'setMembership': {
      const membership = { role: edit.role ?? 'member', state: edit.state ?? 'active' };
      organization.members.set(edit.user.toLowerCase(), membership);
      return;
    }
    case 'removeMembership':
      organization.members.delete(edit.user.toLowerCase());
      return;
    case 'rotateKey':
      organization.keys.push(keyPairFrom(`${organization.login} ${organization.keys.length}`));
      return;
    case 'createRepository':
      createRepository(world, organization, edit, now);
      return;
    case 'setRepository': {
      const found = repositoryOf(organization, edit.repository);
      organization.repositories.set(found.id, {
        ...found,
        name: edit.renameTo ?? found.name,
        visibility: edit.visibility ?? found.visibility,
        archived: edit.archived ?? found.archived,
        updatedAt: new Date(now),
      });
      return;
    }
    case 'deleteRepository': {
      const { id } = repositoryOf(organization, edit.repository);
      organization.repositories.delete(id);
      for (const secret of organization.secrets.values()) secret.repositoryIds.delete(id);
      return;
    }
  }
}

function editSecret(world: World, organization: Organization, edit: SecretEdit, now: number): void {
  const name = edit.name.toUpperCase();
  if (edit.edit === 'createSecret') {
    const existing = organization.secrets.get(name);
    organization.secrets.set(name, {
      name,
      visibility: edit.visibility,
      repositoryIds: idsOf(organization, edit.visibility, edit.repositories),
      createdAt:
        edit.createdAt === undefined && existing
          ? existing.createdAt
          : new Date(edit.createdAt ?? edit.updatedAt ?? now),
      updatedAt: new Date(edit.updatedAt ?? now),
      value: sealed(organization, edit.value ?? `the value of ${name}`),
    });
    return;
  }
  if (edit.edit === 'deleteSecret') {
    organization.secrets.delete(name);
    return;
  }
  const secret = secretOf(world, organization.login, name);
  switch (edit.edit) {
    case 'setValue':
      secret.value = sealed(organization, edit.value);
      break;
    case 'setVisibility': {
      const ids = idsOf(organization, edit.visibility, edit.repositories);
      secret.visibility = edit.visibility;
      secret.repositoryIds.clear();
      ids.forEach(id => secret.repositoryIds.add(id));
      break;
    }
    case 'selectRepository':
      if (secret.visibility !== 'selected')
        throw new Error(`The visibility of ${name} is ${secret.visibility}: nothing can be selected for it.`);
      secret.repositoryIds.add(repositoryOf(organization, edit.repository).id);
      break;
    case 'unselectRepository':
      secret.repositoryIds.delete(repositoryOf(organization, edit.repository).id);
      break;
  }
  secret.updatedAt = new Date(now);
}

function setOrganization(organization: Organization, settings: OrganizationSettings): void {
  organization.plan = settings.plan ?? organization.plan;
  organization.sso = settings.sso ?? organization.sso;
  organization.blocksOAuthApps = settings.blocksOAuthApps ?? organization.blocksOAuthApps;
  organization.blocksLists = settings.blocksLists ?? organization.blocksLists;
  organization.hasIpAllowList = settings.hasIpAllowList ?? organization.hasIpAllowList;
  organization.hidesName = settings.hidesName ?? organization.hidesName;
  organization.missingRole = settings.missingRole ?? organization.missingRole;
  organization.requiresValue = settings.requiresValue ?? organization.requiresValue;
}

function createOrganization(
  world: World,
  edit: Extract<WorldEdit, { edit: 'createOrganization' }>,
  now: number,
): void {
  const organization: Organization = {
    id: nextId(world, edit.id),
    login: edit.organization,
    plan: 'team',
    sso: false,
    blocksOAuthApps: false,
    blocksLists: false,
    hasIpAllowList: false,
    hidesName: false,
    missingRole: 'notFound',
    requiresValue: false,
    createdAt: new Date(now),
    members: new Map(),
    keys: [keyPairFrom(`${edit.organization} 0`)],
    secrets: new Map(),
    repositories: new Map(),
  };
  setOrganization(organization, edit);
  world.organizations.set(edit.organization.toLowerCase(), organization);
}

function createRepository(
  world: World,
  organization: Organization,
  edit: Extract<WorldEdit, { edit: 'createRepository' }>,
  now: number,
): void {
  const id = nextId(world, edit.id);
  const updatedAt = new Date(edit.updatedAt ?? now);
  organization.repositories.set(id, {
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
  });
}

function repositoryOf(organization: Organization, name: string): Repository {
  const repository = findRepository(organization, name);
  if (!repository) throw new Error(`${organization.login} has no repository ${name}.`);
  return repository;
}

function idsOf(
  organization: Organization,
  visibility: SecretVisibility,
  names: readonly string[] = [],
): Set<number> {
  if (visibility !== 'selected') return new Set();
  const ids = new Map(
    [...organization.repositories.values()].map(({ name, id }) => [name.toLowerCase(), id]),
  );
  return new Set(names.map(name => ids.get(name.toLowerCase()) ?? repositoryOf(organization, name).id));
}

function sealed(organization: Organization, value: string) {
  const key = currentKey(organization);
  return { keyId: key.id, box: seal(new TextEncoder().encode(value), key) };
}

function nextId(world: World, wanted: number | undefined): number {
  world.lastId = Math.max(world.lastId + 1, wanted ?? 0);
  return wanted ?? world.lastId;
}
