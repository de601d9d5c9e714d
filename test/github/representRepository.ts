import type { Call } from './call';
import type { Permission, Repository, RepositoryOwner } from './fixture';
import { allows, permissionIn } from './permissions';
import { nodeId, simpleUser, time } from './represent';
import { isOrganization } from './repositories';

/** What GitHub calls `minimal-repository`. */
export function minimalRepository(call: Call, owner: RepositoryOwner, repository: Repository) {
  const fullName = `${owner.login}/${repository.name}`;
  const url = `${call.base}/repos/${fullName}`;
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: fullName,
    owner: simpleUser(call, owner),
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
    ...(call.user && { permissions: permissionsOf(permissionIn(call, owner)(repository)) }),
  };
}

/** What GitHub calls `full-repository`. */
export function fullRepository(call: Call, owner: RepositoryOwner, found: Repository) {
  const page = `${call.site}/${owner.login}/${found.name}`;
  return {
    ...minimalRepository(call, owner, found),
    ...(isOrganization(owner) && { organization: simpleUser(call, owner) }),
    git_url: `${page.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@github.com:${owner.login}/${found.name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    homepage: null,
    mirror_url: null,
    license: null,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    has_downloads: true,
    forks: 0,
    forks_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    watchers: 0,
    watchers_count: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 108,
  };
}

function permissionsOf(permission: Permission | undefined) {
  const [isAdmin, canWrite] = [allows(permission, 'admin'), allows(permission, 'write')];
  return {
    admin: isAdmin,
    maintain: isAdmin,
    push: canWrite,
    triage: canWrite,
    pull: permission !== undefined,
  };
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
