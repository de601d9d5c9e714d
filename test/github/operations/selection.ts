import { notFound, Refusal } from '../answer';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { minimalRepository } from '../representRepository';
import { secretApps } from '../fixture';
import type { Repository, Secret, SecretApp } from '../fixture';
import type { Operation } from './operation';
import { namedSecret } from './secrets';

export const selectionOperations: readonly Operation[] = secretApps.flatMap(operationsOf);

function operationsOf(app: SecretApp): Operation[] {
  const collection = `/orgs/{org}/${app}/secrets/{secret_name}/repositories`;
  const common = { acceptedScopes: 'admin:org', needsPermission: true, app };

  /** GET .../repositories: an empty list unless the visibility is `selected`. */
  const list: Operation = {
    ...common,
    method: 'GET',
    path: collection,
    handle: call => {
      const { organization, secret } = namedSecret(call, app);
      const all = [...secret.repositoryIds]
        .sort((one, other) => one - other)
        .flatMap(id => organization.repositories.get(id) ?? []);
      const { items, headers } = pageOf(call, all);
      const repositories = items.map((item: Repository) => minimalRepository(call, organization, item));
      return { status: 200, body: { total_count: all.length, repositories }, headers };
    },
  };

  /**
   * PUT .../repositories: replaces the whole selection. The description has 404 and 409 for Codespaces alone; the other
   * apps refuse the same, because a client must not count on their taking it.
   */
  const replace: Operation = {
    ...common,
    method: 'PUT',
    path: collection,
    handle: call => {
      const { organization, secret } = selectableSecret(call, app);
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
    ...common,
    method: 'PUT',
    path: `${collection}/{repository_id}`,
    handle: call => {
      const { secret, id } = selectableRepository(call, app);
      secret.repositoryIds.add(id);
      return changed(call, secret);
    },
  };

  /** DELETE .../repositories/{repository_id}: 204 also for a repository that is not selected. */
  const remove: Operation = {
    ...common,
    method: 'DELETE',
    path: `${collection}/{repository_id}`,
    handle: call => {
      const { secret, id } = selectableRepository(call, app);
      secret.repositoryIds.delete(id);
      return changed(call, secret);
    },
  };

  return [list, replace, add, remove];
}

function selectableSecret(call: Call, app: SecretApp) {
  const found = namedSecret(call, app);
  if (found.secret.visibility !== 'selected')
    throw new Refusal(409, 'Conflict', {
      errors:
        "You cannot update selected repositories for a secret when the visibility is not set to 'selected'",
    });
  return found;
}

function selectableRepository(call: Call, app: SecretApp) {
  const { organization, secret } = selectableSecret(call, app);
  const id = Number(param(call, 'repository_id'));
  if (!organization.repositories.has(id)) throw notFound();
  return { secret, id };
}

function changed(call: Call, secret: Secret) {
  secret.updatedAt = new Date(call.now);
  return { status: 204 };
}
