import { type Clock, systemClock } from '../model/clock';
import { type StoreId, storeKey } from '../model/secretStore';
import type { PublicKey } from './stores/secretStore';

/** How long a key is used again, in milliseconds: one that was replaced since is refused by GitHub. */
const lifetime = 60_000;

/** The public keys of stores, each read once for all values that are sealed in a row. */
export class PublicKeys {
  readonly #read: (store: StoreId) => Promise<PublicKey>;
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly key: Promise<PublicKey>; readonly until: number }>();

  constructor(read: (store: StoreId) => Promise<PublicKey>, clock: Clock = systemClock) {
    this.#read = read;
    this.#clock = clock;
  }

  get(store: StoreId): Promise<PublicKey> {
    const kept = this.#kept.get(storeKey(store));
    return kept && kept.until > this.#clock.now() ? kept.key : this.renew(store);
  }

  /** Reads the key anew. */
  renew(store: StoreId): Promise<PublicKey> {
    const id = storeKey(store);
    const kept = { key: this.#read(store), until: this.#clock.now() + lifetime };
    this.#kept.set(id, kept);
    kept.key.catch(() => {
      if (this.#kept.get(id) === kept) this.#kept.delete(id);
    });
    return kept.key;
  }
}
