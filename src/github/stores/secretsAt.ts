import type { SecretId } from '../../model/secret';
import type { SecretOwner } from '../../model/secretStore';
import { toSecret } from '../mappers';
import { pageSize } from '../pages';
import type { SecretStore, SecretUpdate, TokenTools } from './secretStore';

/** Where secrets are, and what is sent of them. */
export interface SecretsPath {
  /** The path of the list, such as `/orgs/{org}/codespaces/secrets`. */
  readonly path: string;
  /** What stands for the names in the path. */
  readonly parameters: (owner: SecretOwner) => Readonly<Record<string, string>>;
  /** What is sent beside the value. */
  readonly body: (update: SecretUpdate) => object;
}

/** What every kind of secret has. The routes have the types of an organization's Codespaces secrets, as the shapes agree. */
export function secretsAt(
  { client, reader }: TokenTools,
  { path, parameters, body }: SecretsPath,
): Pick<SecretStore, 'list' | 'get' | 'publicKey' | 'put' | 'delete'> {
  const secret = `${path}/{secret_name}`;
  const routes = {
    list: `GET ${path}` as 'GET /orgs/{org}/codespaces/secrets',
    get: `GET ${secret}` as 'GET /orgs/{org}/codespaces/secrets/{secret_name}',
    publicKey: `GET ${path}/public-key` as 'GET /orgs/{org}/codespaces/secrets/public-key',
    put: `PUT ${secret}`,
    delete: `DELETE ${secret}`,
  };
  const ofOwner = (owner: SecretOwner): { org: string } => parameters(owner) as { org: string };
  const ofSecret = ({ owner, name }: SecretId): { org: string; secret_name: string } => ({
    ...ofOwner(owner),
    secret_name: name,
  });
  return {
    list: owner => page =>
      reader.read(routes.list, { ...ofOwner(owner), per_page: pageSize, page }, data => ({
        items: data.secrets.map(toSecret),
        total: data.total_count,
      })),
    get: id => reader.read(routes.get, ofSecret(id), toSecret),
    publicKey: async owner => (await client.request(routes.publicKey, ofOwner(owner))).data,
    put: async (id, update) => {
      const { status } = (await client.request(routes.put, {
        ...ofSecret(id),
        ...body(update),
        ...update.value,
      })) as { readonly status: number };
      return status === 201;
    },
    delete: async id => {
      await client.request(routes.delete, ofSecret(id));
    },
  };
}
