import { visibleOrganization, visibleRepositories, visibleRepository } from '../access';
import { hasScope, isBlocked, membershipOf } from '../permissions';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { simpleOrganization, time } from '../represent';
import { fullRepository, minimalRepository } from '../representRepository';
import { orderOf } from '../repositoryOrder';
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
    const wanted = visibleRepositories(call, owner)
      .filter(repository => isOfType(call, repository))
      .map(repository => ({ owner, repository }))
      .sort(orderOf(call, 'created'));
    const { items, headers } = pageOf(call, wanted);
    const body = items.map(({ repository }) => minimalRepository(call, owner, repository));
    return { status: 200, body, headers };
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
    return { status: 200, body: fullRepository(call, found.owner, found.repository) };
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
