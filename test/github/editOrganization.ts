import type { OrganizationEdit, OrganizationSettings, FixtureEdit } from './edits';
import {
  nextId,
  type Organization,
  repositoryOf,
  secretApps,
  type SecretApp,
  type SecretStore,
  type Fixture,
} from './fixture';
import { keyPairFrom } from './keys';

/** Makes one change of an organization, its members or its repositories. */
export function editOrganization(
  fixture: Fixture,
  organization: Organization,
  edit: OrganizationEdit,
  now: number,
): void {
  switch (edit.edit) {
    case 'setOrganization':
      setOrganization(organization, edit);
      return;
    case 'setMembership': {
      const { user, role = 'member', state = 'active', managesActionsSecrets = false } = edit;
      organization.members.set(user.toLowerCase(), { role, state, managesActionsSecrets });
      return;
    }
    case 'removeMembership':
      organization.members.delete(edit.user.toLowerCase());
      return;
    case 'rotateKey':
      addKey(organization, edit.app ?? 'codespaces');
      return;
    case 'createRepository':
      createRepository(fixture, organization, edit, now);
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
      for (const { secrets } of Object.values(organization.stores))
        for (const secret of secrets.values()) secret.repositoryIds.delete(id);
      return;
    }
  }
}

/** Creates an organization with what the edit sets, and defaults. */
export function createOrganization(
  fixture: Fixture,
  edit: Extract<FixtureEdit, { edit: 'createOrganization' }>,
  now: number,
): void {
  const organization: Organization = {
    id: nextId(fixture, edit.id),
    login: edit.organization,
    plan: 'team',
    sso: false,
    blocksOAuthApps: false,
    blocksLists: false,
    hasIpAllowList: false,
    hidesName: false,
    missingRole: 'notFound',
    missingApps: new Set(),
    requiresValue: false,
    createdAt: new Date(now),
    members: new Map(),
    stores: {
      codespaces: emptyStore(),
      actions: emptyStore(),
      dependabot: emptyStore(),
      agents: emptyStore(),
    },
    repositories: new Map(),
  };
  secretApps.forEach(app => addKey(organization, app));
  setOrganization(organization, edit);
  fixture.organizations.set(edit.organization.toLowerCase(), organization);
}

function emptyStore(): SecretStore {
  return { keys: [], secrets: new Map() };
}

function addKey({ login, stores }: Organization, app: SecretApp): void {
  const { keys } = stores[app];
  keys.push(keyPairFrom(`${login} ${app} ${keys.length}`));
}

function setOrganization(organization: Organization, settings: OrganizationSettings): void {
  organization.plan = settings.plan ?? organization.plan;
  organization.sso = settings.sso ?? organization.sso;
  organization.blocksOAuthApps = settings.blocksOAuthApps ?? organization.blocksOAuthApps;
  organization.blocksLists = settings.blocksLists ?? organization.blocksLists;
  organization.hasIpAllowList = settings.hasIpAllowList ?? organization.hasIpAllowList;
  organization.hidesName = settings.hidesName ?? organization.hidesName;
  organization.missingRole = settings.missingRole ?? organization.missingRole;
  organization.missingApps = settings.missingApps ? new Set(settings.missingApps) : organization.missingApps;
  organization.requiresValue = settings.requiresValue ?? organization.requiresValue;
}

function createRepository(
  fixture: Fixture,
  organization: Organization,
  edit: Extract<FixtureEdit, { edit: 'createRepository' }>,
  now: number,
): void {
  const id = nextId(fixture, edit.id);
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
