import { notFound, type Answer } from '../answer';
import { param, type Call } from '../call';
import type { UserSecret } from '../fixture';
import { minimalRepository } from '../representRepository';
import type { Operation } from './operation';
import { reachable, shown } from './reach';
import { namedUserSecret, ofUserSecrets } from './userSecrets';

const collection = '/user/codespaces/secrets/{secret_name}/repositories';

/**
 * GET .../repositories: all of them at once. Left out is what the token is not shown. What GitHub does there is not
 * documented; its header names the organizations behind single sign-on, as with other lists over organizations.
 */
const list: Operation = {
  ...ofUserSecrets,
  method: 'GET',
  path: collection,
  handle: call => {
    const { repositories: all, headers } = shown(call, namedUserSecret(call).repositoryIds);
    const repositories = all.map(({ owner, repository }) => minimalRepository(call, owner, repository));
    return { status: 200, body: { total_count: all.length, repositories }, headers };
  },
};

/** PUT .../repositories: replaces the whole selection. */
const replace: Operation = {
  ...ofUserSecrets,
  method: 'PUT',
  path: collection,
  handle: call => {
    const secret = namedUserSecret(call);
    const { selected_repository_ids: ids } = call.body as { selected_repository_ids: number[] };
    if (!ids.every(id => reachable(call, id))) throw notFound();
    secret.repositoryIds.clear();
    ids.forEach(id => secret.repositoryIds.add(id));
    return changed(call, secret);
  },
};

/** PUT .../repositories/{repository_id}: 204 also for one that is selected already. */
const add: Operation = {
  ...ofUserSecrets,
  method: 'PUT',
  path: `${collection}/{repository_id}`,
  handle: call => {
    const { secret, id } = selectable(call);
    secret.repositoryIds.add(id);
    return changed(call, secret);
  },
};

/** DELETE .../repositories/{repository_id}: 204 also for a repository that is not selected. */
const remove: Operation = {
  ...ofUserSecrets,
  method: 'DELETE',
  path: `${collection}/{repository_id}`,
  handle: call => {
    const { secret, id } = selectable(call);
    secret.repositoryIds.delete(id);
    return changed(call, secret);
  },
};

export const userSelectionOperations: readonly Operation[] = [list, replace, add, remove];

function selectable(call: Call) {
  const secret = namedUserSecret(call);
  const id = Number(param(call, 'repository_id'));
  if (!reachable(call, id)) throw notFound();
  return { secret, id };
}

function changed(call: Call, secret: UserSecret): Answer {
  secret.updatedAt = new Date(call.now);
  return { status: 204 };
}
