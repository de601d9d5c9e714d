import { Emitter } from '../model/event';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository } from '../model/repository';
import type { Secret, SecretReference } from '../model/secret';
import { CachedResource } from './cachedResource';
import { LoadProgress } from './loadProgress';

/** What changed: a secret with its repositories, an organization's list of secrets, or, with neither, everything. */
export type StoreChange = Partial<SecretReference>;

/** What is kept of one organization. */
interface OrganizationCache {
  readonly secrets: CachedResource<Secret[]>;
  readonly repositories: CachedResource<Repository[]>;
  readonly selections: Map<string, CachedResource<Repository[]>>;
  readonly progress: LoadProgress;
}

/** What is known of each organization, and who is told when that changes. */
export class OrganizationCaches {
  readonly #gitHub: GitHub;
  readonly #changed = new Emitter<StoreChange>();
  readonly onDidChange = this.#changed.event;
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
    for (const organization of this.#caches.keys()) this.#invalidate(organization);
    this.changed({});
  }

  /** One organization's secrets and their repositories are asked for again when they are next looked at. */
  refreshOrganization(organization: string): void {
    this.#invalidate(organization);
    this.changed({ organization });
  }

  /** Tells those who listen. */
  changed(change: StoreChange): void {
    this.#changed.fire(change);
  }

  secrets(organization: string): CachedResource<Secret[]> {
    return this.#cacheOf(organization).secrets;
  }

  /** What was last seen of a secret. */
  knownSecret({ organization, name }: SecretReference): Secret | undefined {
    return this.secrets(organization).value?.find(secret => secret.name === name);
  }

  selection(reference: SecretReference): CachedResource<Repository[]> {
    const { selections } = this.#cacheOf(reference.organization);
    let selection = selections.get(reference.name);
    if (!selection) {
      selection = new CachedResource(async () =>
        [...(await this.#gitHub.selectedRepositories(reference))].sort(byName),
      );
      selections.set(reference.name, selection);
    }
    return selection;
  }

  /** The repositories that are selected for a secret, where that is known. Asks for nothing. */
  knownSelection({ organization, name }: SecretReference): readonly Repository[] | undefined {
    return this.#cacheOf(organization).selections.get(name)?.current;
  }

  /** A secret is gone: so is what was known of its selection. */
  forgetSelection({ organization, name }: SecretReference): void {
    this.#cacheOf(organization).selections.delete(name);
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

  #invalidate(organization: string): void {
    const { secrets, repositories, selections } = this.#cacheOf(organization);
    secrets.invalidate();
    repositories.invalidate();
    for (const selection of selections.values()) selection.invalidate();
  }

  #cacheOf(organization: string): OrganizationCache {
    let cache = this.#caches.get(organization);
    if (!cache) {
      cache = newCache(this.#gitHub, organization);
      this.#caches.set(organization, cache);
    }
    return cache;
  }
}

function newCache(gitHub: GitHub, organization: string): OrganizationCache {
  const secrets = new CachedResource(async () => [...(await gitHub.secrets(organization))].sort(byName));
  const progress = new LoadProgress();
  const repositories = new CachedResource(async () => {
    const read = await progress.of(onPage => gitHub.repositories(organization, page => onPage(page.length)));
    return [...read].sort(byName);
  });
  return { secrets, repositories, selections: new Map(), progress };
}
