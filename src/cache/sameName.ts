import type { ListedSecret } from '../model/access';
import { type Failure, isFailure } from '../model/failure';
import { isSameSecret, type SecretId, secretIn, secretKey } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { accountOf, type StoreId, storeOf } from '../model/secretStore';
import type { Store } from './store';

/** A store that could not be searched. */
export interface FailedSearch {
  readonly store: StoreId;
  readonly failure: Failure;
}

/** The secrets of the same name in other apps and organizations, as they are found. */
export class SameName {
  readonly #found: ListedSecret[] = [];
  readonly #failed: FailedSearch[] = [];
  readonly #pending = new Set<StoreId>();
  /** Settles when everything was searched; never rejects with a failure. */
  readonly ended: Promise<void>;

  /** Starts the search: at most one request for each store. */
  constructor(store: Store, secret: SecretId, apps: readonly SecretApp[]) {
    this.ended = this.#search(store, secret, apps);
    this.ended.catch(() => undefined);
  }

  /** By organization, in the order of the views, and there by app. */
  get found(): readonly ListedSecret[] {
    return this.#found;
  }

  get failed(): readonly FailedSearch[] {
    return this.#failed;
  }

  /** The stores that have not answered yet, as far as the organizations are known. */
  get pending(): readonly StoreId[] {
    return [...this.#pending];
  }

  async #search(store: Store, secret: SecretId, apps: readonly SecretApp[]): Promise<void> {
    const stores = (await organizationsOf(store, secret)).flatMap(login =>
      apps.map(app => storeOf(app, login)),
    );
    const ids = stores.map(it => secretIn(it, secret.name));
    const order = new Map(ids.map((id, index) => [secretKey(id), index]));
    const place = (id: SecretId): number => order.get(secretKey(id)) ?? 0;
    const others = ids.filter(id => !isSameSecret(id, secret));
    for (const id of others) this.#pending.add(id);
    await Promise.all(
      others.map(async id => {
        try {
          const found = await store.findSecret(id);
          if (!found) return;
          this.#found.push({ ...id, secret: found });
          this.#found.sort((a, b) => place(a) - place(b));
        } catch (error) {
          if (!isFailure(error)) throw error;
          if (!isFailure(error, ...without)) this.#failed.push({ store: id, failure: error });
        } finally {
          this.#pending.delete(id);
        }
      }),
    );
  }
}

/** Failures that say that the user has no secrets there. */
const without = ['notOwner', 'organizationNotFound', 'planLacksSecrets', 'serverLacksSecrets'] as const;

/** Where the organizations can't be listed, the secret's own is searched. */
async function organizationsOf(store: Store, { owner }: SecretId): Promise<string[]> {
  const own = accountOf(owner);
  const ownLogins = own === undefined ? [] : [own];
  try {
    const logins = (await store.organizations()).organizations.map(({ login }) => login);
    return [...ownLogins, ...logins.filter(login => login.toLowerCase() !== own?.toLowerCase())];
  } catch (error) {
    if (isFailure(error)) return ownLogins;
    throw error;
  }
}
