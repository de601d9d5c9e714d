import { notFound, Refusal } from '../answer';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { minimalRepository } from '../represent';
import type { Repository, Secret } from '../fixture';
import type { Operation } from './operation';
import { namedSecret } from './secrets';

const collection = '/orgs/{org}/codespaces/secrets/{secret_name}/repositories';
const acceptedScopes = 'admin:org';

/** GET .../repositories: an empty list unless the visibility is `selected`. */
const list: Operation = {
  method: 'GET',
  path: collection,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = namedSecret(call);
    const all = [...secret.repositoryIds]
      .sort((one, other) => one - other)
      .flatMap(id => organization.repositories.get(id) ?? []);
    const { items, headers } = pageOf(call, all);
    const repositories = items.map((item: Repository) => minimalRepository(call, organization, item));
    return { status: 200, body: { total_count: all.length, repositories }, headers };
  },
};

/** PUT .../repositories: replaces the whole selection. */
const replace: Operation = {
  method: 'PUT',
  path: collection,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = selectableSecret(call);
    const { selected_repository_ids: ids } = call.body as { selected_repository_ids: number[] };
    if (ids.some(id => !organization.repositories.has(id)))
      // 404 is what the description has for it; the PUT of a whole secret answers 422.
      throw notFound();
    secret.repositoryIds.clear();
    ids.forEach(id => secret.repositoryIds.add(id));
    return changed(call, secret);
  },
};

/** PUT .../repositories/{repository_id}: 204 also for one that is selected already. */
const add: Operation = {
  method: 'PUT',
  path: `${collection}/{repository_id}`,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = selectableSecret(call);
    const id = Number(param(call, 'repository_id'));
    if (!organization.repositories.has(id)) throw notFound();
    secret.repositoryIds.add(id);
    return changed(call, secret);
  },
};

/** DELETE .../repositories/{repository_id}: 204 also for a repository that is not selected. */
const remove: Operation = {
  method: 'DELETE',
  path: `${collection}/{repository_id}`,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = selectableSecret(call);
    const id = Number(param(call, 'repository_id'));
    if (!organization.repositories.has(id)) throw notFound();
    secret.repositoryIds.delete(id);
    return changed(call, secret);
  },
};

export const selectionOperations: readonly Operation[] = [list, replace, add, remove];

function selectableSecret(call: Call) {
  const found = namedSecret(call);
  if (found.secret.visibility !== 'selected')
    throw new Refusal(409, 'Conflict', {
      errors:
        "You cannot update selected repositories for a secret when the visibility is not set to 'selected'",
    });
  return found;
}

function changed(call: Call, secret: Secret) {
  secret.updatedAt = new Date(call.now);
  return { status: 204 };
}
