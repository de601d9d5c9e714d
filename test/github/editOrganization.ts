import type { OrganizationEdit, OrganizationSettings, FixtureEdit } from './edits';
import { nextId, type Organization, repositoryOf, secretApps, type SecretApp, type Fixture } from './fixture';
import { createRepository, rename, unselect } from './editRepository';
import { keyPairFrom } from './keys';
import { emptyStore } from './repositories';

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
      const name = edit.renameTo ?? found.name;
      if (name !== found.name)
        rename(fixture, { owner: organization, repository: found }, organization, name);
      organization.repositories.set(found.id, {
        ...found,
        name,
        visibility: edit.visibility ?? found.visibility,
        archived: edit.archived ?? found.archived,
        updatedAt: new Date(now),
      });
      return;
    }
    case 'deleteRepository': {
      const repository = repositoryOf(organization, edit.repository);
      organization.repositories.delete(repository.id);
      unselect(organization, repository.id);
      for (const { store } of fixture.users.values())
        for (const secret of store.secrets.values()) secret.repositoryIds.delete(repository.id);
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
    basePermission: 'read',
    needsAdminForSecrets: false,
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
  organization.basePermission = settings.basePermission ?? organization.basePermission;
  organization.needsAdminForSecrets = settings.needsAdminForSecrets ?? organization.needsAdminForSecrets;
}
