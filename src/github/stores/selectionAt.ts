import type { SecretId } from '../../model/secret';
import type { Repository } from '../../model/repository';
import type { NamedRepositoryData } from '../mappers';
import { pageSize } from '../pages';
import type { SecretsPath } from './secretsAt';
import type { SelectionApi, TokenTools } from './secretStore';

/** In what selections differ. */
export interface SelectionOptions {
  readonly toRepository: (data: NamedRepositoryData) => Repository;
  /** Whether GitHub documents no pages for a secret's repositories, which can be of several organizations. */
  readonly isUnpaged?: boolean;
}

/** Adding or removing one repository twice is the same as once. */
const repeatable = { request: { isRepeatable: true } };

/** The selected repositories of secrets. The routes have the types of an organization's, as the shapes agree. */
export function selectionAt(
  { client, reader }: TokenTools,
  { path, parameters }: Pick<SecretsPath, 'path' | 'parameters'>,
  { toRepository, isUnpaged = false }: SelectionOptions,
): SelectionApi {
  const repositories = `${path}/{secret_name}/repositories`;
  const repository = `${repositories}/{repository_id}`;
  const routes = {
    list: `GET ${repositories}` as 'GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories',
    replace: `PUT ${repositories}`,
    add: `PUT ${repository}`,
    remove: `DELETE ${repository}`,
  };
  const address = ({ owner, name }: SecretId): { org: string; secret_name: string } => ({
    ...(parameters(owner) as { org: string }),
    secret_name: name,
  });
  const paging = (page: number): object => {
    if (!isUnpaged) return { per_page: pageSize, page };
    // A further page is asked for only if a `Link` header announced it.
    return page === 1 ? {} : { page };
  };
  return {
    list: id => page =>
      reader.read(
        routes.list,
        { ...address(id), ...paging(page) },
        data => ({
          items: data.repositories.map(toRepository),
          total: data.total_count,
          ...(isUnpaged && { isUnpaged }),
        }),
        { isConditional: !isUnpaged },
      ),
    replace: async (id, repositoryIds) => {
      await client.request(routes.replace, { ...address(id), selected_repository_ids: [...repositoryIds] });
    },
    add: async (id, repository_id) => {
      await client.request(routes.add, { ...address(id), repository_id, ...repeatable });
    },
    remove: async (id, repository_id) => {
      await client.request(routes.remove, { ...address(id), repository_id, ...repeatable });
    },
  };
}
