import { RequestError } from '@octokit/request-error';
import type { SecretChange, SecretReference } from '../model/secret';
import type { Client } from './client';
import type { PublicKey, PublicKeys } from './publicKeys';
import type { Seal } from './sealing';

/**
 * Creates or updates a secret, its value sealed with the organization's public key. GitHub refuses a value that was
 * sealed with a key that is no longer the organization's: then it is sealed again, once.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets#create-or-update-an-organization-secret
 */
export async function saveSecret(
  client: Client,
  keys: PublicKeys,
  seal: Seal,
  reference: SecretReference,
  change: SecretChange,
): Promise<void> {
  const { value } = change;
  if (value === undefined) return put(client, reference, change);
  const key = await keys.get(reference.organization);
  try {
    await put(client, reference, change, await sealed(seal, value, key));
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    const now = await keys.renew(reference.organization);
    if (now.key_id === key.key_id) throw error;
    await put(client, reference, change, await sealed(seal, value, now));
  }
}

async function put(
  client: Client,
  { organization, name }: SecretReference,
  { visibility, repositoryIds }: SecretChange,
  value?: { encrypted_value: string; key_id: string },
): Promise<void> {
  await client.request('PUT /orgs/{org}/codespaces/secrets/{secret_name}', {
    org: organization,
    secret_name: name,
    visibility,
    ...(repositoryIds && { selected_repository_ids: [...repositoryIds] }),
    ...value,
  });
}

async function sealed(
  seal: Seal,
  value: string,
  { key, key_id }: PublicKey,
): Promise<{ encrypted_value: string; key_id: string }> {
  return { encrypted_value: await seal(value, key), key_id };
}
