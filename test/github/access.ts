import { notFound, Refusal } from './answer';
import { rulesOf } from './apps';
import type { Call } from './call';
import { findRepository } from './fixture';
import type { Membership, Organization, Repository, SecretApp, Token } from './fixture';

const implied: Readonly<Record<string, readonly string[]>> = {
  'admin:org': ['write:org', 'read:org'],
  'write:org': ['read:org'],
  user: ['read:user', 'user:email'],
  repo: ['public_repo'],
};

/** Whether a token has one of the scopes, itself or within a wider one. */
export function hasScope(token: Token | undefined, ...scopes: readonly string[]): boolean {
  return (token?.scopes ?? []).some(
    scope => scopes.includes(scope) || scopes.some(wanted => implied[scope]?.includes(wanted)),
  );
}

/** The active membership of the request's user. */
export function membershipOf(call: Call, organization: Organization): Membership | undefined {
  const membership = organization.members.get(call.user?.login.toLowerCase() ?? '');
  return membership?.state === 'active' ? membership : undefined;
}

/** Whether the organization keeps the token's application out. Personal access tokens are not an application's. */
export function isBlocked(call: Call, organization: Organization): boolean {
  return organization.blocksOAuthApps && !call.token?.value.startsWith('ghp_');
}

/** Whether single sign-on stands between the token and the organization. */
export function needsSso(call: Call, organization: Organization): boolean {
  const login = organization.login.toLowerCase();
  return organization.sso && organization.members.has(call.user?.login.toLowerCase() ?? '')
    ? !call.token?.authorizedFor.has(login)
    : false;
}

/** The organization that the path names, once single sign-on lets the token to it. */
export function visibleOrganization(call: Call, login: string): Organization {
  const organization = call.fixture.organizations.get(login.toLowerCase());
  if (!organization) throw notFound();
  if (call.token && organization.hasIpAllowList) throw outsideAllowList(organization);
  if (needsSso(call, organization)) throw ssoRequired(call, organization);
  return organization;
}

/**
 * The organization that the path names, for those who manage an app's secrets there: its owners, and members whose role
 * lets them, with `admin:org`. Nobody else is told about its secrets.
 */
export function managedOrganization(call: Call, login: string, app: SecretApp): Organization {
  const organization = visibleOrganization(call, login);
  if (!membershipOf(call, organization)) throw notFound();
  if (isBlocked(call, organization)) throw restricted(organization);
  if (organization.missingApps.has(app)) throw notFound();
  if (!manages(call, organization, app) || !hasScope(call.token, 'admin:org'))
    throw roleMissing(
      organization,
      `You must be an org admin or have the ${app} secrets fine-grained permission.`,
    );
  return organization;
}

/** Whether the request's user manages an app's secrets. */
export function manages(call: Call, organization: Organization, app: SecretApp): boolean {
  const membership = membershipOf(call, organization);
  return membership !== undefined && (membership.role === 'admin' || rulesOf(app).hasRole(membership));
}

/** The refusal of a missing role or scope: `message`, or nothing but 404, as the organization is set. */
export function roleMissing({ missingRole }: Organization, message: string): Refusal {
  return missingRole === 'forbidden' ? new Refusal(403, message) : notFound();
}

/** The refusal of an organization that has not approved the token's application. */
export function restricted({ login }: Organization): Refusal {
  return new Refusal(
    403,
    `Although you appear to have the correct authorization credentials, the \`${login}\` organization has enabled OAuth App access restrictions, meaning that data access to third-parties is limited. For more information on these restrictions, including how to enable this app, visit https://docs.github.com/articles/restricting-access-to-your-organization-s-data/`,
  );
}

/** The repository that the path names, where the token can see it. */
export function visibleRepository(call: Call, owner: string, name: string) {
  const organization = visibleOrganization(call, owner);
  const repository = findRepository(organization, name);
  if (repository && visibleRepositories(call, organization).includes(repository))
    return { organization, repository };
  throw repository && membershipOf(call, organization) && isBlocked(call, organization)
    ? restricted(organization)
    : notFound();
}

/** Public repositories are for all, the others for members whose token has `repo`. */
export function visibleRepositories(call: Call, organization: Organization): Repository[] {
  const isMember = membershipOf(call, organization) !== undefined;
  const seesAll = isMember && hasScope(call.token, 'repo') && !isBlocked(call, organization);
  const all = [...organization.repositories.values()];
  return seesAll ? all : all.filter(repository => repository.visibility === 'public');
}

function outsideAllowList({ login }: Organization): Refusal {
  return new Refusal(
    403,
    `Although you appear to have the correct authorization credentials, the \`${login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`,
  );
}

function ssoRequired(call: Call, organization: Organization): Refusal {
  const kind = call.token?.value.startsWith('ghp_') ? 'Personal Access' : 'OAuth';
  return new Refusal(
    403,
    `Resource protected by organization SAML enforcement. You must grant your ${kind} token access to this organization.`,
    {
      documentation_url:
        'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
    },
    { 'X-GitHub-SSO': `required; url=${call.ssoUrl(organization.login)}` },
  );
}
