import { ownedOrganization } from '../access';
import { notFound } from '../answer';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { organizationSecret } from '../represent';
import { currentKey, type Organization, type Secret } from '../fixture';
import type { Operation } from './operation';
import { putSecret } from './putSecret';

const collection = '/orgs/{org}/codespaces/secrets';
const acceptedScopes = 'admin:org';

/** GET .../secrets: names and times, no values and no counts of repositories. */
const list: Operation = {
  method: 'GET',
  path: collection,
  acceptedScopes,
  handle: call => {
    const organization = ownedOrganization(call, param(call, 'org'));
    const all = [...organization.secrets.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    const { items, headers } = pageOf(call, all);
    const secrets = items.map(secret => organizationSecret(call, organization, secret));
    return { status: 200, body: { total_count: all.length, secrets }, headers };
  },
};

/** GET .../public-key: on the free plan 404, even to an owner. */
const publicKey: Operation = {
  method: 'GET',
  path: `${collection}/public-key`,
  acceptedScopes,
  handle: call => {
    const key = currentKey(payingOrganization(call));
    const body = { key_id: key.id, key: Buffer.from(key.publicKey).toString('base64') };
    return { status: 200, body };
  },
};

const get: Operation = {
  method: 'GET',
  path: `${collection}/{secret_name}`,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = namedSecret(call);
    return { status: 200, body: organizationSecret(call, organization, secret) };
  },
};

const put: Operation = {
  method: 'PUT',
  path: `${collection}/{secret_name}`,
  acceptedScopes,
  handle: call => putSecret(call, payingOrganization(call)),
};

const remove: Operation = {
  method: 'DELETE',
  path: `${collection}/{secret_name}`,
  acceptedScopes,
  handle: call => {
    const { organization, secret } = namedSecret(call);
    organization.secrets.delete(secret.name);
    return { status: 204 };
  },
};

export const secretOperations: readonly Operation[] = [list, publicKey, get, put, remove];

/** The secret that the path names, for an owner of its organization. */
export function namedSecret(call: Call): { organization: Organization; secret: Secret } {
  const organization = ownedOrganization(call, param(call, 'org'));
  const secret = organization.secrets.get(param(call, 'secret_name').toUpperCase());
  if (!secret) throw notFound();
  return { organization, secret };
}

function payingOrganization(call: Call): Organization {
  const organization = ownedOrganization(call, param(call, 'org'));
  if (organization.plan === 'free') throw notFound();
  return organization;
}
