import {
  hasScope,
  isBlocked,
  membershipOf,
  visibleOrganization,
  visibleRepositories,
  visibleRepository,
} from '../access';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { minimalRepository, simpleOrganization, simpleUser, time } from '../represent';
import type { Organization, Repository } from '../fixture';
import type { Operation } from './operation';

/** GET /orgs/{org}: public, but the plan is for owners. */
const organization: Operation = {
  method: 'GET',
  path: '/orgs/{org}',
  acceptedScopes: 'admin:org, read:org, repo, user, write:org',
  anonymous: true,
  handle: call => {
    const found = visibleOrganization(call, param(call, 'org'));
    const isOwner = membershipOf(call, found)?.role === 'admin' && !isBlocked(call, found);
    return {
      status: 200,
      body: {
        ...simpleOrganization(call, found),
        ...profile(call, found),
        ...(isOwner && hasScope(call.token, 'admin:org', 'write:org', 'read:org') && planOf(found)),
      },
    };
  },
};

/** GET /orgs/{org}/repos. */
const repositories: Operation = {
  method: 'GET',
  path: '/orgs/{org}/repos',
  acceptedScopes: 'admin:org, read:org, repo, user, write:org',
  anonymous: true,
  handle: call => {
    const owner = visibleOrganization(call, param(call, 'org'));
    const wanted = visibleRepositories(call, owner).filter(repository => isOfType(call, repository));
    const { items, headers } = pageOf(call, sorted(call, wanted));
    return { status: 200, body: items.map(item => minimalRepository(call, owner, item)), headers };
  },
};

/** GET /repos/{owner}/{repo}. */
const repository: Operation = {
  method: 'GET',
  path: '/repos/{owner}/{repo}',
  acceptedScopes: 'repo',
  anonymous: true,
  handle: call => {
    const found = visibleRepository(call, param(call, 'owner'), param(call, 'repo'));
    return { status: 200, body: fullRepository(call, found.organization, found.repository) };
  },
};

export const organizationOperations: readonly Operation[] = [organization, repositories, repository];

function profile(call: Call, { login, createdAt, repositories: all }: Organization) {
  return {
    name: login,
    html_url: `${call.site}/${login}`,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: [...all.values()].filter(({ visibility }) => visibility === 'public').length,
    public_gists: 0,
    followers: 0,
    following: 0,
    type: 'Organization',
    created_at: time(createdAt),
    updated_at: time(createdAt),
    archived_at: null,
  };
}

function planOf({ plan, members }: Organization) {
  const seats = plan === 'free' ? {} : { seats: members.size + 10 };
  const isPaid = plan !== 'free';
  return {
    plan: {
      name: plan,
      space: 976562499,
      private_repos: isPaid ? 999999 : 10000,
      filled_seats: members.size,
      ...seats,
    },
  };
}

function isOfType(call: Call, { visibility, fork }: Repository): boolean {
  const isPrivate = visibility !== 'public';
  switch (call.query.get('type') ?? 'all') {
    case 'public':
      return !isPrivate;
    case 'private':
      return isPrivate;
    case 'forks':
      return fork;
    case 'sources':
      return !fork;
    default:
      return true;
  }
}

function sorted(call: Call, all: Repository[]): Repository[] {
  const sort = call.query.get('sort') ?? 'created';
  const direction = call.query.get('direction') ?? (sort === 'full_name' ? 'asc' : 'desc');
  const sign = direction === 'asc' ? 1 : -1;
  return all.sort((one, other) => sign * (compare(sort, one, other) || one.id - other.id));
}

function compare(sort: string, one: Repository, other: Repository): number {
  switch (sort) {
    case 'full_name':
      return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
    case 'updated':
      return one.updatedAt.getTime() - other.updatedAt.getTime();
    case 'pushed':
      return one.pushedAt.getTime() - other.pushedAt.getTime();
    default:
      return one.createdAt.getTime() - other.createdAt.getTime();
  }
}

function fullRepository(call: Call, owner: Organization, found: Repository) {
  const page = `${call.site}/${owner.login}/${found.name}`;
  return {
    ...minimalRepository(call, owner, found),
    organization: simpleUser(call, owner, 'Organization'),
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
