import { appRules, type SecretApp } from '../../model/secretApp';
import type { SecretId } from '../../model/secret';
import { toRepository, toSecret } from '../mappers';
import { pageSize } from '../pages';
import type { CreateStore, SecretStore } from './secretStore';

/** In what the REST APIs of the apps differ. */
export interface OrganizationStoreOptions {
  /** How the API takes the selected repositories that are sent with a secret. Default: as numbers. */
  readonly toId?: (id: number) => number | string;
}

/** Adding or removing one repository twice is the same as once. */
const repeatable = { request: { isRepeatable: true } };

const address = ({ owner, name }: SecretId): { org: string; secret_name: string } => ({
  org: owner.login,
  secret_name: name,
});

/** An app's organization secrets. Their API is the same for each app but for the part of the path that names it. */
export function organizationStore(
  app: SecretApp,
  { toId = id => id }: OrganizationStoreOptions = {},
): CreateStore {
  return ({ client, reader }): SecretStore => {
    const routes = routesOf(app);
    const ids = (numbers: readonly number[]): number[] => numbers.map(toId) as number[];
    return {
      list: owner => page =>
        reader.read(routes.list, { org: owner.login, per_page: pageSize, page }, data => ({
          items: data.secrets.map(toSecret),
          total: data.total_count,
        })),
      get: id => reader.read(routes.get, address(id), toSecret),
      publicKey: async owner => (await client.request(routes.publicKey, { org: owner.login })).data,
      put: async (id, { visibility, selected, value }) => {
        const { status } = (await client.request(routes.put, {
          ...address(id),
          visibility,
          ...(visibility === 'selected' && { selected_repository_ids: ids(selected) }),
          ...value,
        })) as { readonly status: number };
        return status === 201;
      },
      delete: async id => {
        await client.request(routes.delete, address(id));
      },
      selection: {
        list: id => page =>
          reader.read(routes.selection, { ...address(id), per_page: pageSize, page }, data => ({
            items: data.repositories.map(toRepository),
            total: data.total_count,
          })),
        replace: async (id, repositoryIds) => {
          await client.request(routes.replace, {
            ...address(id),
            selected_repository_ids: [...repositoryIds],
          });
        },
        add: async (id, repository_id) => {
          await client.request(routes.add, { ...address(id), repository_id, ...repeatable });
        },
        remove: async (id, repository_id) => {
          await client.request(routes.remove, { ...address(id), repository_id, ...repeatable });
        },
      },
      ...(appRules[app].hasReceived && {
        received: (owner, repo) => page =>
          reader.read(
            routes.received,
            { owner: owner.login, repo, per_page: pageSize, page },
            ({ secrets, total_count: total }) => ({
              items: secrets.map(({ name }) => ({ id: name, name })),
              total,
            }),
          ),
      }),
    };
  };
}

/** The routes of an app. They have the types of Codespaces' (of Actions' where Codespaces has none), since the shapes are the same. */
function routesOf(app: SecretApp) {
  const secrets = `/orgs/{org}/${app}/secrets`;
  const secret = `${secrets}/{secret_name}`;
  const repositories = `${secret}/repositories`;
  return {
    list: `GET ${secrets}` as 'GET /orgs/{org}/codespaces/secrets',
    get: `GET ${secret}` as 'GET /orgs/{org}/codespaces/secrets/{secret_name}',
    publicKey: `GET ${secrets}/public-key` as 'GET /orgs/{org}/codespaces/secrets/public-key',
    put: `PUT ${secret}` as 'PUT /orgs/{org}/codespaces/secrets/{secret_name}',
    delete: `DELETE ${secret}` as 'DELETE /orgs/{org}/codespaces/secrets/{secret_name}',
    selection: `GET ${repositories}` as 'GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories',
    replace: `PUT ${repositories}` as 'PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories',
    add: `PUT ${repositories}/{repository_id}` as 'PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
    remove:
      `DELETE ${repositories}/{repository_id}` as 'DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
    received:
      `GET /repos/{owner}/{repo}/${app}/organization-secrets` as 'GET /repos/{owner}/{repo}/actions/organization-secrets',
  };
}
