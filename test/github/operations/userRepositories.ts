import { needsSso } from '../access';
import { Refusal } from '../answer';
import type { Call } from '../call';
import type { Organization, RepositoryOwner } from '../fixture';
import { pageOf } from '../pages';
import { canSee, membershipOf, permissionIn } from '../permissions';
import { isOrganization, type OwnedRepository } from '../repositories';
import { orderOf } from '../repositoryOrder';
import { fullRepository } from '../representRepository';
import type { Operation } from './operation';
import { partialResults } from './reach';

type Affiliation = 'owner' | 'collaborator' | 'organization_member';

/** GET /user/repos: what the user was given: public repositories of others are not among it. */
const repositories: Operation = {
  method: 'GET',
  path: '/user/repos',
  acceptedScopes: 'repo',
  handle: call => {
    const { query } = call;
    if (query.has('type') && (query.has('visibility') || query.has('affiliation')))
      throw new Refusal(422, 'If you specify visibility or affiliation, you cannot specify type.');
    const behindSso = new Set<Organization>();
    const owners = [...call.fixture.users.values(), ...call.fixture.organizations.values()];
    const all = owners.flatMap(owner => {
      if (isOrganization(owner) && owner.hasIpAllowList) return [];
      const given = givenIn(call, owner);
      if (given.length === 0 || !isOrganization(owner) || !needsSso(call, owner)) return given;
      behindSso.add(owner);
      return [];
    });
    const order = orderOf(call, 'full_name');
    const { items, headers } = pageOf(call, all.sort(order));
    return {
      status: 200,
      body: items.map(({ owner, repository }) => fullRepository(call, owner, repository)),
      headers: { ...headers, ...partialResults(behindSso) },
    };
  },
};

export const userRepositoryOperations: readonly Operation[] = [repositories];

function givenIn(call: Call, owner: RepositoryOwner): OwnedRepository[] {
  const login = call.user?.login.toLowerCase() ?? '';
  const isMember = isOrganization(owner) && membershipOf(call, owner) !== undefined;
  const isSelf = !isOrganization(owner) && owner.id === call.user?.id;
  const [isSeen, permission] = [canSee(call, owner), permissionIn(call, owner)];
  return [...owner.repositories.values()]
    .filter(repository => {
      const affiliations: Affiliation[] = [
        ...(isSelf ? (['owner'] as const) : []),
        ...(repository.collaborators.has(login) ? (['collaborator'] as const) : []),
        ...(isMember && permission(repository) ? (['organization_member'] as const) : []),
      ];
      return isSeen(repository) && isWanted(call.query, affiliations, repository.visibility !== 'public');
    })
    .filter(({ updatedAt }) => isBetween(call.query, updatedAt))
    .map(repository => ({ owner, repository }));
}

function isWanted(query: URLSearchParams, affiliations: Affiliation[], isPrivate: boolean): boolean {
  const type = query.get('type') ?? 'all';
  const wanted = (query.get('affiliation') ?? 'owner,collaborator,organization_member').split(',');
  const visibility = query.get('visibility') ?? (['public', 'private'].includes(type) ? type : 'all');
  return (
    affiliations.some(affiliation => wanted.includes(affiliation)) &&
    (type !== 'owner' || affiliations.includes('owner')) &&
    (type !== 'member' || !affiliations.includes('owner')) &&
    (visibility === 'all' || (visibility === 'private') === isPrivate)
  );
}

function isBetween(query: URLSearchParams, updatedAt: Date): boolean {
  const [since, before] = [query.get('since'), query.get('before')];
  return (
    (since === null || updatedAt.getTime() > Date.parse(since)) &&
    (before === null || updatedAt.getTime() < Date.parse(before))
  );
}
