import { managedOrganization } from '../access';
import { notFound } from '../answer';
import { rulesOf } from '../apps';
import { param, type Call } from '../call';
import { pageOf } from '../pages';
import { organizationSecret, publicKeyBody } from '../represent';
import { currentKey, secretApps, sortedSecrets } from '../fixture';
import type { Organization, Secret, SecretApp } from '../fixture';
import type { Operation } from './operation';
import { putSecret } from './putSecret';

export const secretOperations: readonly Operation[] = secretApps.flatMap(operationsOf);

function operationsOf(app: SecretApp): Operation[] {
  const collection = `/orgs/{org}/${app}/secrets`;
  const common = { acceptedScopes: 'admin:org', needsPermission: true, app };

  /** GET .../secrets: names and times, no values and no counts of repositories. */
  const list: Operation = {
    ...common,
    method: 'GET',
    path: collection,
    handle: call => {
      const organization = managedOrganization(call, param(call, 'org'), app);
      const all = sortedSecrets(organization, app);
      const { items, headers } = pageOf(call, all);
      const secrets = items.map(secret => organizationSecret(call, organization, app, secret));
      return { status: 200, body: { total_count: all.length, secrets }, headers };
    },
  };

  const publicKey: Operation = {
    ...common,
    method: 'GET',
    path: `${collection}/public-key`,
    handle: call => ({
      status: 200,
      body: publicKeyBody(currentKey(payingOrganization(call, app), app)),
    }),
  };

  const get: Operation = {
    ...common,
    method: 'GET',
    path: `${collection}/{secret_name}`,
    handle: call => {
      const { organization, secret } = namedSecret(call, app);
      return { status: 200, body: organizationSecret(call, organization, app, secret) };
    },
  };

  const put: Operation = {
    ...common,
    method: 'PUT',
    path: `${collection}/{secret_name}`,
    handle: call => putSecret(call, payingOrganization(call, app), app),
  };

  const remove: Operation = {
    ...common,
    method: 'DELETE',
    path: `${collection}/{secret_name}`,
    handle: call => {
      const { organization, secret } = namedSecret(call, app);
      organization.stores[app].secrets.delete(secret.name);
      return { status: 204 };
    },
  };

  return [list, publicKey, get, put, remove];
}

/** The secret that the path names, for those who manage the app's secrets. */
export function namedSecret(call: Call, app: SecretApp): { organization: Organization; secret: Secret } {
  const organization = managedOrganization(call, param(call, 'org'), app);
  const secret = organization.stores[app].secrets.get(param(call, 'secret_name').toUpperCase());
  if (!secret) throw notFound();
  return { organization, secret };
}

/** The organization, where its plan has the app's secrets. */
function payingOrganization(call: Call, app: SecretApp): Organization {
  const organization = managedOrganization(call, param(call, 'org'), app);
  if (organization.plan === 'free' && rulesOf(app).needsPaidPlan) throw notFound();
  return organization;
}
