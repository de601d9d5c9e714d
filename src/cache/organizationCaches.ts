import { Emitter } from '../model/event';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository } from '../model/repository';
import { isAt, type Secret, type SecretId, secretKey } from '../model/secret';
import { type StoreId, storeKey } from '../model/secretStore';
import { CachedResource } from './cachedResource';
import { LoadProgress } from './loadProgress';
import type { StoreChange } from './storeChange';

/** What is kept of one organization. */
interface OrganizationCache {
  readonly repositories: CachedResource<Repository[]>;
  readonly progress: LoadProgress;
  /** By the key of the store. */
  readonly stores: Map<string, StoreCache>;
}

/** What is kept of one store. */
interface StoreCache {
  readonly secrets: CachedResource<Secret[]>;
  /** By the key of the secret. */
  readonly selections: Map<string, CachedResource<Repository[]>>;
}

/** What is known of each organization, and who is told when that changes. */
export class OrganizationCaches {
  readonly #gitHub: GitHub;
  readonly #changed = new Emitter<StoreChange>();
  readonly onDidChange = this.#changed.event;
  /** By login, in lower case. */
  readonly #caches = new Map<string, OrganizationCache>();

  constructor(gitHub: GitHub) {
    this.#gitHub = gitHub;
  }

  /** Forgets all. */
  forget(): void {
    this.#caches.clear();
  }

  /** Everything is asked for again when it is next looked at. */
  refresh(): void {
    for (const cache of this.#caches.values()) invalidate(cache);
    this.changed({ kind: 'everything' });
  }

  /** One organization's secrets and their repositories are asked for again when they are next looked at. */
  refreshOrganization(organization: string): void {
    invalidate(this.#cacheOf(organization));
    this.changed({ kind: 'organization', organization });
  }

  /** Tells those who listen. */
  changed(change: StoreChange): void {
    this.#changed.fire(change);
  }

  secrets(store: StoreId): CachedResource<Secret[]> {
    return this.#storeCache(store).secrets;
  }

  /** What was last seen of a secret. */
  knownSecret(id: SecretId): Secret | undefined {
    return this.secrets(id).value?.find(secret => isAt(id, secret));
  }

  selection(id: SecretId): CachedResource<Repository[]> {
    const { selections } = this.#storeCache(id);
    const key = secretKey(id);
    let selection = selections.get(key);
    if (!selection) {
      selection = new CachedResource(async () =>
        [...(await this.#gitHub.selectedRepositories(id))].sort(byName),
      );
      selections.set(key, selection);
    }
    return selection;
  }

  /** The repositories that are selected for a secret, where that is known. Asks for nothing. */
  knownSelection(id: SecretId): readonly Repository[] | undefined {
    return this.#storeCache(id).selections.get(secretKey(id))?.current;
  }

  /** A secret is gone: so is what was known of its selection. */
  forgetSelection(id: SecretId): void {
    this.#storeCache(id).selections.delete(secretKey(id));
  }

  /** All of the organization's repositories. `onProgress` is called with how many were read so far. */
  repositories(organization: string, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    const { repositories, progress } = this.#cacheOf(organization);
    return progress.during(repositories.load(), onProgress);
  }

  /** The organization's repositories as they are on GitHub now. */
  currentRepositories(organization: string): Promise<Repository[]> {
    this.#cacheOf(organization).repositories.invalidate();
    return this.repositories(organization);
  }

  #cacheOf(organization: string): OrganizationCache {
    const key = organization.toLowerCase();
    const cache = this.#caches.get(key) ?? organizationCache(this.#gitHub, organization);
    this.#caches.set(key, cache);
    return cache;
  }

  #storeCache(store: StoreId): StoreCache {
    const { stores } = this.#cacheOf(store.owner.login);
    const key = storeKey(store);
    const cache = stores.get(key) ?? storeCache(this.#gitHub, store);
    stores.set(key, cache);
    return cache;
  }
}

function organizationCache(gitHub: GitHub, organization: string): OrganizationCache {
  const progress = new LoadProgress();
  const repositories = new CachedResource(async () => {
    const read = await progress.of(onPage => gitHub.repositories(organization, page => onPage(page.length)));
    return [...read].sort(byName);
  });
  return { repositories, progress, stores: new Map() };
}

function storeCache(gitHub: GitHub, { app, owner }: StoreId): StoreCache {
  const secrets = new CachedResource(async () => [...(await gitHub.secrets({ app, owner }))].sort(byName));
  return { secrets, selections: new Map() };
}

function invalidate({ repositories, stores }: OrganizationCache): void {
  repositories.invalidate();
  for (const { secrets, selections } of stores.values()) {
    secrets.invalidate();
    for (const selection of selections.values()) selection.invalidate();
  }
}
