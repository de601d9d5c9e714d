import { notFound, Refusal } from './answer';
import { rulesOf } from './apps';
import type { Call } from './call';
import { findRepository } from './fixture';
import type { Organization, Repository, RepositoryOwner, SecretApp } from './fixture';
import { canSee, hasScope, isBlocked, membershipOf } from './permissions';
import { findOwner, formerlyNamed, isOrganization, type OwnedRepository } from './repositories';

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

/** The repository that the path names, where the token can see it; a redirect for a name that it had before. */
export function visibleRepository(call: Call, login: string, name: string): OwnedRepository {
  const owner = visibleOwner(call, login);
  const repository = findRepository(owner, name);
  if (repository && canSee(call, owner)(repository)) return { owner, repository };
  const moved = formerlyNamed(call.fixture, login, name);
  if (moved && canSee(call, moved.owner)(moved.repository)) throw redirect(call, moved.repository);
  throw repository && isOrganization(owner) && membershipOf(call, owner) && isBlocked(call, owner)
    ? restricted(owner)
    : notFound();
}

/** Those of an owner's repositories that the token can see. */
export function visibleRepositories(call: Call, owner: RepositoryOwner): Repository[] {
  return [...owner.repositories.values()].filter(canSee(call, owner));
}

/** The owner that the path names: an organization once single sign-on lets the token to it, or a user. */
function visibleOwner(call: Call, login: string): RepositoryOwner {
  const owner = findOwner(call.fixture, login);
  if (!owner) throw notFound();
  return isOrganization(owner) ? visibleOrganization(call, login) : owner;
}

/** GitHub's answer to a former name: the same request by the id of the repository. */
function redirect({ method, base, path, query }: Call, { id }: Repository): Refusal {
  const rest = path.replace(/^\/repos\/[^/]+\/[^/]+/, '');
  const url = `${base}/repositories/${id}${rest}${query.size > 0 ? `?${query.toString()}` : ''}`;
  return method === 'GET'
    ? new Refusal(301, 'Moved Permanently', { url }, { Location: url })
    : new Refusal(307, 'Temporary Redirect', { url }, { Location: url });
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
