import { RequestError } from '@octokit/request-error';
import type { Saved } from '../model/gitHub';
import type { SecretId } from '../model/secret';
import type { PublicKeys } from './publicKeys';
import type { Seal } from './sealing';
import type { PublicKey, SealedValue, SecretStore } from './stores/secretStore';

/** What saving a secret needs beside what is saved. */
export interface SaveTools {
  readonly store: Pick<SecretStore, 'put'>;
  readonly keys: PublicKeys;
  readonly seal: Seal;
}

/** The access to send if the secret has any, and the one that it replaces where that was read. */
export type LastAccess = Pick<Saved, 'access' | 'replaced'>;

/**
 * Creates or updates a secret, its value sealed with the store's public key. The access is read last, right
 * before it is sent, since GitHub has no compare-and-set. GitHub refuses a value that was sealed with a key that is no
 * longer the store's: then it is sealed again, access is read again, and both are sent once more.
 * @param access who can use the secret from now on, asked for immediately before each sending
 */
export async function saveSecret(
  { store, keys, seal }: SaveTools,
  secret: SecretId,
  access: () => Promise<LastAccess>,
  value?: string,
): Promise<Saved> {
  if (value === undefined) return put(store, secret, await access());
  const key = await keys.get(secret);
  const box = await sealed(seal, value, key);
  const last = await access();
  try {
    return await put(store, secret, last, box);
  } catch (error) {
    if (!(error instanceof RequestError) || error.status !== 422) throw error;
    const now = await keys.renew(secret);
    if (now.key_id === key.key_id) throw error;
    const again = await sealed(seal, value, now);
    return put(store, secret, await access(), again);
  }
}

async function put(
  store: SaveTools['store'],
  secret: SecretId,
  last: LastAccess,
  value?: SealedValue,
): Promise<Saved> {
  const { access } = last;
  const isNew = await store.put(secret, {
    access: access && { visibility: access.visibility, selected: access.selection.map(({ id }) => id) },
    value,
  });
  return { isNew, ...last };
}

async function sealed(seal: Seal, value: string, { key, key_id }: PublicKey): Promise<SealedValue> {
  return { encrypted_value: await seal(value, key), key_id };
}
