import type { OrganizationEdit, OrganizationSettings, FixtureEdit } from './edits';
import { nextId, type Organization, repositoryOf, type Fixture } from './fixture';
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
      for (const secret of organization.secrets.values()) secret.repositoryIds.delete(id);
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
    requiresValue: false,
    createdAt: new Date(now),
    members: new Map(),
    keys: [keyPairFrom(`${edit.organization} 0`)],
    secrets: new Map(),
    repositories: new Map(),
  };
  setOrganization(organization, edit);
  fixture.organizations.set(edit.organization.toLowerCase(), organization);
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
