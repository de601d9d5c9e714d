import { notFound, Refusal } from '../answer';
import { rulesOf } from '../apps';
import { param, type Call } from '../call';
import { byName, type User, type UserSecret } from '../fixture';
import { pageOf } from '../pages';
import { hasScope } from '../permissions';
import { publicKeyBody, userSecret } from '../represent';
import { currentKeyOf } from '../repositories';
import type { Operation } from './operation';
import { reachable } from './reach';
import { invalid, readValue, secretName, type SealedBody } from './secretValue';

const collection = '/user/codespaces/secrets';

/** What the operations of a user's secrets have in common. */
export const ofUserSecrets = {
  acceptedScopes: 'codespace, codespace:secrets',
  needsPermission: true,
  app: 'codespaces',
} as const;

/** GET .../secrets: names and times, no values and no counts of repositories. */
const list: Operation = {
  ...ofUserSecrets,
  method: 'GET',
  path: collection,
  handle: call => {
    const all = byName(keeper(call).store);
    const { items, headers } = pageOf(call, all);
    const secrets = items.map(secret => userSecret(call, secret));
    return { status: 200, body: { total_count: all.length, secrets }, headers };
  },
};

const publicKey: Operation = {
  ...ofUserSecrets,
  method: 'GET',
  path: `${collection}/public-key`,
  handle: call => ({ status: 200, body: publicKeyBody(currentKeyOf(keeper(call))) }),
};

const get: Operation = {
  ...ofUserSecrets,
  method: 'GET',
  path: `${collection}/{secret_name}`,
  handle: call => ({ status: 200, body: userSecret(call, namedUserSecret(call)) }),
};

/**
 * PUT .../secrets/{secret_name}: creates (201) or changes (204). An existing secret keeps its value where none is sent.
 * Its selection is replaced by the ids that are sent, so that without ids it is empty: as with organization secrets.
 */
const put: Operation = {
  ...ofUserSecrets,
  method: 'PUT',
  path: `${collection}/{secret_name}`,
  handle: call => {
    const user = keeper(call);
    const body = call.body as SealedBody & { selected_repository_ids?: (number | string)[] };
    const { secrets } = user.store;
    const { maxSecrets } = rulesOf('codespaces');
    const name = secretName(param(call, 'secret_name'));
    const existing = secrets.get(name);
    if (!existing && secrets.size >= maxSecrets)
      throw invalid(`You have reached the limit of ${maxSecrets} secrets for this user.`);
    const value = readValue(body, currentKeyOf(user), existing?.value);
    const repositoryIds = new Set((body.selected_repository_ids ?? []).map(Number));
    for (const id of repositoryIds)
      if (!reachable(call, id))
        throw invalid(`Validation Failed: repository ${id} could not be found.`, 'selected_repository_ids');
    const now = new Date(call.now);
    secrets.set(name, {
      name,
      repositoryIds,
      createdAt: existing?.createdAt ?? now,
      updatedAt: now,
      value,
    });
    return existing ? { status: 204 } : { status: 201, body: {} };
  },
};

const remove: Operation = {
  ...ofUserSecrets,
  method: 'DELETE',
  path: `${collection}/{secret_name}`,
  handle: call => {
    keeper(call).store.secrets.delete(namedUserSecret(call).name);
    return { status: 204 };
  },
};

export const userSecretOperations: readonly Operation[] = [list, publicKey, get, put, remove];

/** The user's secret that the path names. */
export function namedUserSecret(call: Call): UserSecret {
  const secret = keeper(call).store.secrets.get(param(call, 'secret_name').toUpperCase());
  if (!secret) throw notFound();
  return secret;
}

/**
 * The request's user, where the token is for their secrets. A missing scope is told as a missing role.
 * @see https://github.com/github/gh-net/issues/16
 */
function keeper({ user, token }: Call): User {
  if (!user) throw new Refusal(401, 'Requires authentication');
  if (!hasScope(token, 'codespace', 'codespace:secrets'))
    throw new Refusal(403, 'Must have admin rights to Repository.');
  return user;
}
