import { membershipOf } from './access';
import type { Call } from './call';
import type { Organization, Repository, Secret, SecretApp, User } from './fixture';

/** What GitHub calls `simple-user`, of a user or of an organization. */
export function simpleUser(call: Call, account: User | Organization, type: 'User' | 'Organization') {
  const url = `${call.base}/users/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId('U', account.id),
    avatar_url: avatar(account.id),
    gravatar_id: '',
    url,
    html_url: `${call.site}/${account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** What GitHub calls `organization-simple`. */
export function simpleOrganization(call: Call, organization: Organization) {
  const url = `${call.base}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('O', organization.id),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: avatar(organization.id),
    description: null,
  };
}

/** What GitHub calls `minimal-repository`. */
export function minimalRepository(call: Call, organization: Organization, repository: Repository) {
  const fullName = `${organization.login}/${repository.name}`;
  const url = `${call.base}/repos/${fullName}`;
  const isOwner = membershipOf(call, organization)?.role === 'admin';
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName,
    owner: simpleUser(call, organization, 'Organization'),
    private: repository.visibility !== 'public',
    html_url: `${call.site}/${fullName}`,
    description: repository.description,
    fork: repository.fork,
    url,
    ...addresses(url),
    visibility: repository.visibility,
    archived: repository.archived,
    disabled: false,
    language: repository.language,
    default_branch: 'main',
    created_at: time(repository.createdAt),
    updated_at: time(repository.updatedAt),
    pushed_at: time(repository.pushedAt),
    permissions: { admin: isOwner, maintain: isOwner, push: isOwner, triage: isOwner, pull: true },
  };
}

/** An organization secret; only a selected one has the address of its selection. */
export function organizationSecret(call: Call, organization: Organization, app: SecretApp, secret: Secret) {
  const selection = `${call.base}/orgs/${organization.login}/${app}/secrets/${secret.name}/repositories`;
  return {
    ...repositorySecret(secret),
    visibility: secret.visibility,
    ...(secret.visibility === 'selected' && { selected_repositories_url: selection }),
  };
}

/** An organization secret as a repository lists it. */
export function repositorySecret({ name, createdAt, updatedAt }: Secret) {
  return { name, created_at: time(createdAt), updated_at: time(updatedAt) };
}

/** GitHub's times have seconds and no fractions of them. */
export function time(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** An opaque id of GraphQL's. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`;
}

function avatar(id: number): string {
  return `https://avatars.githubusercontent.com/u/${id}?v=4`;
}

const knownAddresses = new Map<string, Readonly<Record<string, string>>>();

/** The address members of a repository, in GitHub's templates. Made once: a list of repositories has thousands. */
function addresses(url: string): Readonly<Record<string, string>> {
  const members =
    knownAddresses.get(url) ??
    Object.fromEntries(repositoryAddresses.map(([name, template]) => [name, url + template]));
  knownAddresses.set(url, members);
  return members;
}

const plainAddresses =
  'contributors deployments downloads events forks hooks languages merges stargazers subscribers subscription tags teams';
const addressTemplates: Record<string, string> = {
  archive: '/{archive_format}{/ref}',
  assignees: '/assignees{/user}',
  blobs: '/git/blobs{/sha}',
  branches: '/branches{/branch}',
  collaborators: '/collaborators{/collaborator}',
  comments: '/comments{/number}',
  commits: '/commits{/sha}',
  compare: '/compare/{base}...{head}',
  contents: '/contents/{+path}',
  git_commits: '/git/commits{/sha}',
  git_refs: '/git/refs{/sha}',
  git_tags: '/git/tags{/sha}',
  issue_comment: '/issues/comments{/number}',
  issue_events: '/issues/events{/number}',
  issues: '/issues{/number}',
  keys: '/keys{/key_id}',
  labels: '/labels{/name}',
  milestones: '/milestones{/number}',
  notifications: '/notifications{?since,all,participating}',
  pulls: '/pulls{/number}',
  releases: '/releases{/id}',
  statuses: '/statuses/{sha}',
  trees: '/git/trees{/sha}',
};

const repositoryAddresses: readonly (readonly [string, string])[] = [
  ...plainAddresses.split(' ').map(name => [`${name}_url`, `/${name}`] as const),
  ...Object.entries(addressTemplates).map(([name, template]) => [`${name}_url`, template] as const),
];
