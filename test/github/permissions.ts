import type { Call } from './call';
import type { Membership, Organization, Permission, Repository, RepositoryOwner, Token } from './fixture';
import { isOrganization } from './repositories';

const implied: Readonly<Record<string, readonly string[]>> = {
  'admin:org': ['write:org', 'read:org'],
  'write:org': ['read:org'],
  user: ['read:user', 'user:email'],
  repo: ['public_repo'],
  codespace: ['codespace:secrets'],
};

/**
 * Whether a token is a GitHub App's, as the browser of a codespace has one: it has permissions in the place of scopes, and
 * here it has those for the code of every repository and for nothing else.
 * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 * @see https://github.com/microsoft/vscode/issues/185915
 */
export function isOfApp(token: Token | undefined): boolean {
  return token?.value.startsWith('ghu_') === true;
}

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

const permissions: readonly Permission[] = ['read', 'write', 'admin'];

/** Whether a permission allows what another one does. */
export function allows(permission: Permission | undefined, needed: Permission): boolean {
  return permission !== undefined && permissions.indexOf(permission) >= permissions.indexOf(needed);
}

/** What the request's user may do with each of an owner's repositories, whatever their token allows. */
export function permissionIn(
  call: Call,
  owner: RepositoryOwner,
): (repository: Repository) => Permission | undefined {
  const login = call.user?.login.toLowerCase() ?? '';
  const membership = isOrganization(owner) ? membershipOf(call, owner) : undefined;
  const everywhere = permissionEverywhere(call, owner, membership);
  return ({ collaborators, visibility }) => {
    const isOpen = visibility === 'public' || (visibility === 'internal' && membership !== undefined);
    const all = [everywhere, collaborators.get(login), isOpen ? 'read' : undefined];
    return permissions.findLast(permission => all.includes(permission));
  };
}

/** Whether the token can see each of an owner's repositories: private and internal ones need `repo`. */
export function canSee(call: Call, owner: RepositoryOwner): (repository: Repository) => boolean {
  const permission = permissionIn(call, owner);
  const seesPrivate =
    (hasScope(call.token, 'repo') || isOfApp(call.token)) &&
    !(isOrganization(owner) && isBlocked(call, owner));
  return repository =>
    repository.visibility === 'public' || (seesPrivate && permission(repository) !== undefined);
}

function permissionEverywhere(
  { user }: Call,
  owner: RepositoryOwner,
  membership: Membership | undefined,
): Permission | undefined {
  if (!isOrganization(owner)) return owner.id === user?.id ? 'admin' : undefined;
  if (membership?.role === 'admin') return 'admin';
  return !membership || owner.basePermission === 'none' ? undefined : owner.basePermission;
}
