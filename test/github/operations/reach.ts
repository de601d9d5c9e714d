import { needsSso, restricted, visibleOrganization } from '../access';
import type { Call } from '../call';
import type { Organization } from '../fixture';
import { isBlocked, permissionIn } from '../permissions';
import { isOrganization, repositoryById, type OwnedRepository } from '../repositories';

/**
 * A repository that the request's user can reach, for a secret of theirs. Their token needs no scope for it, but where
 * its organization keeps the token out, that is refused as everywhere.
 */
export function reachable(call: Call, id: number): OwnedRepository | undefined {
  const found = permittedRepository(call, id);
  if (found && isOrganization(found.owner)) {
    visibleOrganization(call, found.owner.login);
    if (found.repository.visibility !== 'public' && isBlocked(call, found.owner))
      throw restricted(found.owner);
  }
  return found;
}

/** What of these repositories the token is shown, and the organizations whose single sign-on hides some. */
export function shown(call: Call, ids: Iterable<number>) {
  const permitted = [...ids]
    .sort((one, other) => one - other)
    .flatMap(id => permittedRepository(call, id) ?? []);
  const behindSso = new Set<Organization>();
  const repositories = permitted.filter(({ owner, repository }) => {
    if (!isOrganization(owner)) return true;
    if (needsSso(call, owner)) behindSso.add(owner);
    const isOpen = repository.visibility === 'public' || !isBlocked(call, owner);
    return isOpen && !owner.hasIpAllowList && !behindSso.has(owner);
  });
  return { repositories, headers: partialResults(behindSso) };
}

/** The header that names the organizations which a list leaves out. */
export function partialResults(behindSso: ReadonlySet<Organization>): Record<string, string> {
  const ids = [...behindSso].map(({ id }) => id).join(',');
  return ids === '' ? {} : { 'X-GitHub-SSO': `partial-results; organizations=${ids}` };
}

function permittedRepository(call: Call, id: number): OwnedRepository | undefined {
  const found = repositoryById(call.fixture, id);
  return found && permissionIn(call, found.owner)(found.repository) ? found : undefined;
}
