import { Emitter } from '../model/event';
import { isFailure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository, type RepositoryDetails, without } from '../model/repository';
import { isAt, type Secret, type SecretId, secretKey } from '../model/secret';
import { accountOf, ownerName, type SecretOwner, type StoreId, storeKey } from '../model/secretStore';
import { CachedResource } from './cachedResource';
import { LoadProgress } from './loadProgress';
import type { StoreChange } from './storeChange';
import { addressOf } from '../model/repositoryAddress';

/** The repositories that an owner's secrets can be for. */
interface RepositoriesCache {
  readonly repositories: CachedResource<Repository[]>;
  readonly progress: LoadProgress;
}

/** What is kept of one store. */
interface StoreCache {
  readonly id: StoreId;
  readonly secrets: CachedResource<Secret[]>;
  /** By the key of the secret. */
  readonly selections: Map<string, CachedResource<Repository[]>>;
  /** The keys of the secrets whose selection GitHub lists only in part. */
  readonly partial: Set<string>;
}

/** What is known of each owner, and who is told when that changes. */
export class OwnerCaches {
  readonly #gitHub: GitHub;
  readonly #changed = new Emitter<StoreChange>();
  readonly onDidChange = this.#changed.event;
  /** By an organization's login, in lower case; those that the user can reach under an empty one. */
  readonly #repositories = new Map<string, RepositoriesCache>();
  /** By full name, in lower case. */
  readonly #details = new Map<string, CachedResource<RepositoryDetails>>();
  /** By the key of the store, and the name of its owner. */
  readonly #stores = new Map<string, StoreCache>();

  constructor(gitHub: GitHub) {
    this.#gitHub = gitHub;
  }

  /** Forgets all. */
  forget(): void {
    this.#repositories.clear();
    this.#details.clear();
    this.#stores.clear();
  }

  /** Everything is asked for again when it is next looked at. */
  refresh(): void {
    for (const { repositories } of this.#repositories.values()) repositories.invalidate();
    for (const details of this.#details.values()) details.invalidate();
    for (const store of this.#stores.values()) invalidate(store);
    this.changed({ kind: 'everything' });
  }

  /** All that is known of an organization and its repositories is asked for again when it is next looked at. */
  refreshOrganization(organization: string): void {
    const isOf = (name: string | undefined): boolean => name?.toLowerCase() === organization.toLowerCase();
    this.#repositoriesOf(organization).repositories.invalidate();
    for (const [name, details] of this.#details) if (isOf(addressOf(name).owner)) details.invalidate();
    for (const store of this.#stores.values()) if (isOf(accountOf(store.id.owner))) invalidate(store);
    this.changed({ kind: 'organization', organization });
  }

  /** The user's own secrets are asked for again when they are next looked at. */
  refreshUser(): void {
    this.#repositories.get(reachable)?.repositories.invalidate();
    for (const store of this.#stores.values()) if (store.id.owner.kind === 'user') invalidate(store);
    this.changed({ kind: 'user' });
  }

  /** What an owner's secrets show is out of date. */
  refreshOwner(owner: SecretOwner): void {
    const account = accountOf(owner);
    if (account === undefined) this.refreshUser();
    else this.refreshOrganization(account);
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
      selection = new CachedResource(async () => {
        const { repositories, isPartial } = await this.#gitHub.selectedRepositories(id);
        this.markPartial(id, isPartial);
        return [...repositories].sort(byName);
      });
      selections.set(key, selection);
    }
    return selection;
  }

  /** Says whether GitHub has listed only some of the repositories that are selected for a secret. */
  markPartial(id: SecretId, isPartial: boolean): void {
    const { partial } = this.#storeCache(id);
    if (isPartial) partial.add(secretKey(id));
    else partial.delete(secretKey(id));
  }

  /** Whether more repositories are selected for a secret than GitHub was last seen to list. */
  isPartial(id: SecretId): boolean {
    return this.#storeCache(id).partial.has(secretKey(id));
  }

  /** The repositories that are selected for a secret, where that is known. Asks for nothing. */
  knownSelection(id: SecretId): readonly Repository[] | undefined {
    return this.#storeCache(id).selections.get(secretKey(id))?.current;
  }

  /** A secret is gone: so is what was known of its selection. */
  forgetSelection(id: SecretId): void {
    const { selections, partial } = this.#storeCache(id);
    selections.delete(secretKey(id));
    partial.delete(secretKey(id));
  }

  /** All of the organization's repositories. `onProgress` is called with how many were read so far. */
  repositories(organization: string, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    const { repositories, progress } = this.#repositoriesOf(organization);
    return progress.during(repositories.load(), onProgress);
  }

  /** The repositories that can be selected for an owner's secrets. `onProgress` as above. */
  selectable(owner: SecretOwner, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    return this.repositories(accountOf(owner) ?? reachable, onProgress);
  }

  /** Those of some repositories that an owner's secrets can be for no longer, as it is on GitHub now. */
  async gone(owner: SecretOwner, repositories: readonly Repository[]): Promise<Repository[]> {
    if (repositories.length === 0) return [];
    this.#repositoriesOf(accountOf(owner) ?? reachable).repositories.invalidate();
    const unlisted = without(repositories, await this.selectable(owner));
    if (owner.kind !== 'user') return unlisted;
    // The user's secrets can also be for public repositories of anybody, and single sign-on can leave some out of the list.
    const are = await Promise.all(unlisted.map(repository => this.#isGone(repository)));
    return unlisted.filter((_, index) => are[index]);
  }

  /** One repository, whoever owns it. */
  repository(fullName: string): CachedResource<RepositoryDetails> {
    const key = fullName.toLowerCase();
    const details = this.#details.get(key) ?? new CachedResource(() => this.#gitHub.repository(fullName));
    this.#details.set(key, details);
    return details;
  }

  /** Whether a repository is known to belong to a person, who has no secrets for it as an organization has. */
  isPersonal(fullName: string): boolean {
    const isNamed = (details: RepositoryDetails | undefined): boolean =>
      details?.fullName.toLowerCase() === fullName.toLowerCase();
    // It can have been asked for by a former name.
    const known = [...this.#details.values()].map(({ value }) => value).find(isNamed);
    return known !== undefined && known.organization === undefined;
  }

  /** Whether GitHub has no repository of this id under its name, which has its owner in it. It leads on from former names. */
  async #isGone({ id, name }: Repository): Promise<boolean> {
    try {
      return (await this.#gitHub.repository(name)).repository.id !== id;
    } catch (error) {
      if (!isFailure(error)) throw error;
      return error.reason.kind === 'repositoryNotFound';
    }
  }

  #repositoriesOf(organization: string): RepositoriesCache {
    const key = organization.toLowerCase();
    const cache = this.#repositories.get(key) ?? repositoriesCache(this.#gitHub, organization);
    this.#repositories.set(key, cache);
    return cache;
  }

  #storeCache(store: StoreId): StoreCache {
    // Paths go by names: under a former one, there can be another repository by now.
    const key = `${storeKey(store)} ${ownerName(store.owner).toLowerCase()}`;
    const cache = this.#stores.get(key) ?? storeCache(this.#gitHub, store);
    this.#stores.set(key, cache);
    return cache;
  }
}

/** Stands for the repositories that the user can reach, among those of organizations. No login is empty. */
const reachable = '';

function repositoriesCache(gitHub: GitHub, organization: string): RepositoriesCache {
  const progress = new LoadProgress();
  const repositories = new CachedResource(async () => {
    const read = await progress.of(onPage => {
      const onItems = (page: readonly Repository[]): void => onPage(page.length);
      return organization === reachable
        ? gitHub.reachableRepositories(onItems)
        : gitHub.repositories(organization, onItems);
    });
    return [...read].sort(byName);
  });
  return { repositories, progress };
}

function storeCache(gitHub: GitHub, { app, owner }: StoreId): StoreCache {
  const id = { app, owner };
  const secrets = new CachedResource(async () => [...(await gitHub.secrets(id))].sort(byName));
  return { id, secrets, selections: new Map(), partial: new Set() };
}

function invalidate({ secrets, selections }: StoreCache): void {
  secrets.invalidate();
  for (const selection of selections.values()) selection.invalidate();
}
