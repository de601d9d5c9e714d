import type { RequestError } from '@octokit/request-error';
import { Failure, isFailure } from '../model/failure';
import type { SecretApp } from '../model/secretApp';
import type { SecretOwner } from '../model/secretStore';
import type { Client } from './client';
import { appIn, toFailure } from './failures';
import type { Reader } from './reader';
import { readRepository } from './readRepository';
import type { TokenTools } from './stores/secretStore';

/** What a 404 about an owner's secrets hides. */
export function diagnose(
  { client, reader }: TokenTools,
  owner: SecretOwner,
  error: RequestError,
): Promise<Failure> {
  switch (owner.kind) {
    case 'organization':
      return diagnoseOrganization(client, owner.login, error);
    case 'repository':
      return diagnoseRepository(reader, owner.fullName);
    case 'user':
      return Promise.resolve(new Failure({ kind: 'notFound' }));
  }
}

/** GitHub answers those who can't write to a repository as if its secrets didn't exist. */
async function diagnoseRepository(reader: Reader, repository: string): Promise<Failure> {
  const details = await answered(() => readRepository(reader, repository));
  if (isFailure(details)) return details;
  return new Failure(details.canWrite ? { kind: 'notFound' } : { kind: 'notWriter', repository });
}

/** What every organization has that has an app's secrets: the list of them, and the public key. */
const ofThePlan = /\/secrets(\/public-key)?(\?|$)/;

/**
 * What a 404 below an organization hides: GitHub answers the same to those who can't see and to those who ask for
 * what is not there. Asks, only then, for the user's membership and, where there is none, for the organization itself; of
 * a member who asked for one secret, whether they may list the app's secrets.
 */
async function diagnoseOrganization(
  client: Client,
  organization: string,
  error: RequestError,
): Promise<Failure> {
  const role = await answered(async () => {
    const { data } = await client.request('GET /user/memberships/orgs/{org}', { org: organization });
    return data.state === 'active' ? data.role : 'none';
  });
  if (isFailure(role) && !isFailure(role, 'notFound')) return role;
  const { url } = error.request;
  const app = appIn(url);
  const notOwner = { kind: 'notOwner', organization, ...(app && { app }) } as const;
  const isOfThePlan = ofThePlan.test(url);
  if (role === 'admin')
    return new Failure(
      app && isOfThePlan ? { kind: 'planLacksSecrets', organization, app } : { kind: 'notFound' },
    );
  if (!isFailure(role)) {
    const isGone = app !== undefined && !isOfThePlan && (await listsSecrets(client, organization, app));
    return new Failure(isGone ? { kind: 'notFound' } : notOwner);
  }

  const exists = await answered(() => client.request('GET /orgs/{org}', { org: organization }));
  if (!isFailure(exists)) return new Failure(notOwner);
  return isFailure(exists, 'notFound') ? new Failure({ kind: 'organizationNotFound', organization }) : exists;
}

/** Whether the user may list an app's secrets. A custom role can let somebody manage them who is no owner. */
async function listsSecrets(client: Client, org: string, app: SecretApp): Promise<boolean> {
  const route = `GET /orgs/{org}/${app}/secrets` as 'GET /orgs/{org}/actions/secrets';
  return !isFailure(await answered(() => client.request(route, { org, per_page: 1 })));
}

/** What `call` gives, or the failure that it ends in. */
async function answered<T>(call: () => Promise<T>): Promise<T | Failure> {
  try {
    return await call();
  } catch (error) {
    const failure = toFailure(error);
    if (isFailure(failure)) return failure;
    throw error;
  }
}
