import { type Failure, isFailure } from '../model/failure';
import type { Repository } from '../model/repository';
import { type SecretId, secretKey } from '../model/secret';
import { type StoreId, storeKey } from '../model/secretStore';
import type { Store } from '../cache/store';

type Selection = readonly Repository[] | Failure;

/** The repositories that are selected for the declared secrets. */
export class Selections {
  readonly #store: Store;
  /** What was last read, by the key of the store and that of the secret. */
  readonly #read = new Map<string, ReadonlyMap<string, Selection>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is known of a secret. What was last read stands until it has been read anew, so that findings don't flicker. */
  known(id: SecretId): readonly Repository[] | undefined {
    const read = this.#of(id).get(secretKey(id));
    return this.#store.knownSelection(id) ?? (isFailure(read) ? undefined : read);
  }

  /**
   * Loads the selections of some secrets of a store, and forgets those of its others. One that can't be read is not known.
   * @param again also asks again for what failed
   */
  async load(store: StoreId, secrets: readonly SecretId[], again: boolean): Promise<void> {
    const before = this.#of(store);
    const load = async (id: SecretId): Promise<[string, Selection]> => {
      const last = before.get(secretKey(id));
      return [secretKey(id), isFailure(last) && !again ? last : await this.#readOne(id)];
    };
    this.#read.set(storeKey(store), new Map(await Promise.all(secrets.map(load))));
  }

  #of(store: StoreId): ReadonlyMap<string, Selection> {
    return this.#read.get(storeKey(store)) ?? new Map();
  }

  async #readOne(id: SecretId): Promise<Selection> {
    try {
      return await this.#store.selectedRepositories(id);
    } catch (error) {
      if (isFailure(error)) return error;
      throw error;
    }
  }
}
