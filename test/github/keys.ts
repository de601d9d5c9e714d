import { blake2b } from 'blakejs';
import nacl from 'tweetnacl';

const nonceLength = 24;
const publicKeyLength = 32;

/** A key pair of one organization for one app: what the values are sealed for, and what opens them. */
export interface KeyPair {
  /** GitHub's key ids are decimal digits, longer than a JavaScript number can hold. */
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/** What arrived for a secret: a sealed box, and the id of the key that it was sealed for. */
export interface SealedValue {
  readonly keyId: string;
  readonly box: Uint8Array;
}

/** Pairs by their seed: every fixture has one for each app of each organization, and they take long to make. */
const pairs = new Map<string, KeyPair>();

/** The same seed gives the same pair, so that a fixture is the same in every run. */
export function keyPairFrom(seed: string): KeyPair {
  const pair = pairs.get(seed) ?? newPair(seed);
  pairs.set(seed, pair);
  return pair;
}

function newPair(seed: string): KeyPair {
  const secretKey = blake2b(seed, undefined, nacl.box.secretKeyLength);
  const { publicKey } = nacl.box.keyPair.fromSecretKey(secretKey);
  const id = Buffer.from(blake2b(publicKey, undefined, 8)).readBigUInt64BE();
  return { id: id.toString(), publicKey, secretKey };
}

/**
 * Opens libsodium's `crypto_box_seal`: an ephemeral public key, and after it a box whose nonce is the BLAKE2b hash of
 * both public keys. It is written on another library than the extension's, so that no test compares one library with
 * itself. Gives undefined for a box that was not sealed for this key.
 */
export function open(box: Uint8Array, pair: KeyPair): Uint8Array | undefined {
  const ephemeral = box.subarray(0, publicKeyLength);
  if (box.length < publicKeyLength + nacl.box.overheadLength) return undefined;
  const nonce = sealNonce(ephemeral, pair.publicKey);
  return nacl.box.open(box.subarray(publicKeyLength), nonce, ephemeral, pair.secretKey) ?? undefined;
}

/** Seals as a client would: for the values that a fixture starts with. */
export function seal(message: Uint8Array, pair: Pick<KeyPair, 'publicKey'>): Uint8Array {
  const ephemeral = nacl.box.keyPair();
  const nonce = sealNonce(ephemeral.publicKey, pair.publicKey);
  const box = nacl.box(message, nonce, pair.publicKey, ephemeral.secretKey);
  return Uint8Array.from([...ephemeral.publicKey, ...box]);
}

function sealNonce(ephemeral: Uint8Array, recipient: Uint8Array): Uint8Array {
  return blake2b(Uint8Array.from([...ephemeral, ...recipient]), undefined, nonceLength);
}
