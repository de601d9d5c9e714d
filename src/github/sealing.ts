import type sodium from 'libsodium-wrappers';

export type Sodium = typeof sodium;

/** Loads libsodium; called when a value is first sealed. */
export type LoadSodium = () => Promise<Sodium>;

/** Seals values so that only the holder of the private key to `publicKey` can open them. */
export type Seal = (value: string, publicKey: string) => Promise<string>;

/**
 * A sealed box as GitHub takes it: the UTF-8 of the value, exactly as it is, sealed with the store's public key.
 * Key and box are standard Base64.
 * @see https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export function sealWith(load: LoadSodium): Seal {
  return async (value, publicKey) => {
    const sodium = await load();
    await sodium.ready;
    const { ORIGINAL } = sodium.base64_variants;
    const plain = new TextEncoder().encode(value);
    try {
      const box = sodium.crypto_box_seal(plain, sodium.from_base64(publicKey, ORIGINAL));
      return sodium.to_base64(box, ORIGINAL);
    } finally {
      sodium.memzero(plain);
    }
  };
}
