import { restricted, roleMissing, visibleRepository } from '../access';
import { notFound, Refusal } from '../answer';
import { rulesOf } from '../apps';
import { param, type Call } from '../call';
import { byName, type OwnSecret, type Permission, type Repository } from '../fixture';
import { pageOf } from '../pages';
import { allows, hasScope, isBlocked, permissionIn } from '../permissions';
import { publicKeyBody, repositorySecret } from '../represent';
import { currentKeyOf, isOrganization } from '../repositories';
import type { Operation } from './operation';
import { invalid, readValue, secretName, type SealedBody } from './secretValue';

const collection = '/repos/{owner}/{repo}/codespaces/secrets';
const common = { acceptedScopes: 'repo', needsPermission: true, app: 'codespaces' } as const;

/** GET .../secrets: a repository's own Codespaces secrets, without those that it receives. */
const list: Operation = {
  ...common,
  method: 'GET',
  path: collection,
  handle: call => {
    const all = byName(readable(call).store);
    const { items, headers } = pageOf(call, all);
    return {
      status: 200,
      body: { total_count: all.length, secrets: items.map(repositorySecret) },
      headers,
    };
  },
};

const publicKey: Operation = {
  ...common,
  method: 'GET',
  path: `${collection}/public-key`,
  handle: call => ({ status: 200, body: publicKeyBody(currentKeyOf(readable(call))) }),
};

const get: Operation = {
  ...common,
  method: 'GET',
  path: `${collection}/{secret_name}`,
  handle: call => ({ status: 200, body: repositorySecret(named(call, readable(call))) }),
};

/**
 * PUT .../secrets/{secret_name}: creates (201) or changes (204). There is nothing but the value to change, so that it is
 * required, though the description does not say so.
 */
const put: Operation = {
  ...common,
  method: 'PUT',
  path: `${collection}/{secret_name}`,
  handle: call => {
    const repository = changeable(call);
    const { secrets } = repository.store;
    const { maxSecrets } = rulesOf('codespaces');
    const name = secretName(param(call, 'secret_name'));
    const existing = secrets.get(name);
    if (!existing && secrets.size >= maxSecrets)
      throw invalid(`You have reached the limit of ${maxSecrets} secrets for this repository.`);
    const value = readValue(call.body as SealedBody, currentKeyOf(repository), undefined);
    const now = new Date(call.now);
    secrets.set(name, { name, createdAt: existing?.createdAt ?? now, updatedAt: now, value });
    return existing ? { status: 204 } : { status: 201, body: {} };
  },
};

const remove: Operation = {
  ...common,
  method: 'DELETE',
  path: `${collection}/{secret_name}`,
  handle: call => {
    const repository = changeable(call);
    repository.store.secrets.delete(named(call, repository).name);
    return { status: 204 };
  },
};

export const ownSecretOperations: readonly Operation[] = [list, publicKey, get, put, remove];

function named(call: Call, { store }: Repository): OwnSecret {
  const secret = store.secrets.get(param(call, 'secret_name').toUpperCase());
  if (!secret) throw notFound();
  return secret;
}

/** The repository that the path names, for those who can write to it: nobody else is told about its secrets. */
function readable(call: Call): Repository {
  return permitted(call, 'write');
}

function changeable(call: Call): Repository {
  const repository = permitted(call, 'admin');
  if (repository.archived) throw new Refusal(403, 'Repository was archived so is read-only.');
  return repository;
}

/** Admins are needed only where the organization is set so. */
function permitted(call: Call, wanted: Exclude<Permission, 'read'>): Repository {
  const { owner, repository } = visibleRepository(call, param(call, 'owner'), param(call, 'repo'));
  const organization = isOrganization(owner) ? owner : undefined;
  if (organization?.missingApps.has('codespaces')) throw notFound();
  const permission = permissionIn(call, owner)(repository);
  if (organization && allows(permission, 'write') && isBlocked(call, organization))
    throw restricted(organization);
  const needed = organization?.needsAdminForSecrets ? wanted : 'write';
  if (hasScope(call.token, 'repo') && allows(permission, needed)) return repository;
  const message = 'Must have admin rights to Repository.';
  throw organization ? roleMissing(organization, message) : new Refusal(403, message);
}
