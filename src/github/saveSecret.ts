import { RequestError } from '@octokit/request-error';
import type { Saved } from '../model/gitHub';
import type { SecretReference } from '../model/secret';
import type { Client } from './client';
import type { PublicKey, PublicKeys } from './publicKeys';
import type { Seal } from './sealing';

/** What saving a secret needs beside what is saved. */
export interface SaveTools {
  readonly client: Client;
  readonly keys: PublicKeys;
  readonly seal: Seal;
}

/** The access to send, and the one that it replaces where that was read. */
export type LastAccess = Pick<Saved, 'access' | 'replaced'>;

interface SealedValue {
  /** Standard Base64. */
  readonly encrypted_value: string;
  readonly key_id: string;
}

/**
 * Creates or updates a secret, its value sealed with the organization's public key. The access is read last, right
 * before it is sent, since GitHub has no compare-and-set. GitHub refuses a value that was sealed with a key that is no
 * longer the organization's: then it is sealed again, access is read again, and both are sent once more.
 * @param access who can use the secret from now on, asked for immediately before each sending
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets#create-or-update-an-organization-secret
 */
export async function saveSecret(
  { client, keys, seal }: SaveTools,
  reference: SecretReference,
  access: () => Promise<LastAccess>,
  value?: string,
): Promise<Saved> {
  if (value === undefined) return put(client, reference, await access());
  const key = await keys.get(reference.organization);
  const box = await sealed(seal, value, key);
  const last = await access();
  try {
    return await put(client, reference, last, box);
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    const now = await keys.renew(reference.organization);
    if (now.key_id === key.key_id) throw error;
    const again = await sealed(seal, value, now);
    return put(client, reference, await access(), again);
  }
}

async function put(
  client: Client,
  { organization, name }: SecretReference,
  last: LastAccess,
  value?: SealedValue,
): Promise<Saved> {
  const { access } = last;
  const { status } = (await client.request('PUT /orgs/{org}/codespaces/secrets/{secret_name}', {
    org: organization,
    secret_name: name,
    visibility: access.visibility,
    // GitHub empties a selection that is not sent along.
    ...(access.visibility === 'selected' && {
      selected_repository_ids: access.selection.map(({ id }) => id),
    }),
    ...value,
  })) as { readonly status: number };
  return { isNew: status === 201, ...last };
}

async function sealed(seal: Seal, value: string, { key, key_id }: PublicKey): Promise<SealedValue> {
  return { encrypted_value: await seal(value, key), key_id };
}
