import { Emitter } from '../model/event';
import { type Failure, isFailure } from '../model/failure';
import type { Repository, RepositoryDetails } from '../model/repository';
import { receives } from '../model/receives';
import { type Secret, secretIn } from '../model/secret';
import { normalizeName } from '../model/secretName';
import { repositoryStore, type StoreId, storeOf, userStore } from '../model/secretStore';
import type { Connection } from '../cache/connections';
import type { Store } from '../cache/store';
import type { Level, LevelKnowledge, Received } from './findings';

/** The secrets of one level, or why they are not known. */
type LevelState = StoreId | Failure;

/**
 * What is known of the secrets that one repository gets. Nothing is asked of GitHub but by `load`, and then the lists of
 * its three levels, and the selections of the names that are asked for.
 */
export class RepositoryKnowledge {
  /** The connection that all of it is of. */
  readonly connectionId: string;
  readonly #store: Store;
  readonly #fullName: string;
  readonly #states = new Map<Level, LevelState>();
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  #details: RepositoryDetails | Failure | undefined;
  #loading: Promise<void> = Promise.resolve();
  #underWay = 0;

  /** @param fullName as the folder's remote has it; the repository can have been renamed since */
  constructor({ id, store }: Connection, fullName: string) {
    this.connectionId = id;
    this.#store = store;
    this.#fullName = fullName;
  }

  /** What the repository is called: now, as far as that is known. */
  get fullName(): string {
    return this.#details && !isFailure(this.#details) ? this.#details.fullName : this.#fullName;
  }

  /** The repository, once it is known. */
  get details(): RepositoryDetails | undefined {
    return isFailure(this.#details) ? undefined : this.#details;
  }

  /** The login of the account. */
  get user(): string {
    return this.#store.user;
  }

  get isLoading(): boolean {
    return this.#underWay > 0;
  }

  /** Why nothing is known, or why a level isn't. */
  failure(level?: Level): Failure | undefined {
    const state = level === undefined ? this.#details : this.#states.get(level);
    return isFailure(state) ? state : undefined;
  }

  /** The store of a level that is known. */
  storeOf(level: Level): StoreId | undefined {
    const state = this.#states.get(level);
    return state && !isFailure(state) ? state : undefined;
  }

  /** The secrets of a level as they were last seen. */
  secretsOf(level: Level): readonly Secret[] {
    const store = this.storeOf(level);
    return store ? this.#store.knownSecrets(store) : [];
  }

  /**
   * Loads what is not known yet, or no longer true. Loads come one after the other.
   * @param names whose selections are needed, in any case
   * @param again also asks again for what failed
   */
  load(names: Iterable<string>, again: boolean): Promise<void> {
    const wanted = new Set([...names].map(normalizeName));
    const load = async (): Promise<void> => {
      this.#underWay += 1;
      this.#changed.fire();
      try {
        await this.#load(wanted, again);
      } finally {
        this.#underWay -= 1;
        this.#changed.fire();
      }
    };
    this.#loading = this.#loading.catch(() => undefined).then(load);
    return this.#loading;
  }

  /** What is known now. */
  get levels(): LevelKnowledge {
    const { details } = this;
    const organization = details?.organization;
    const state = this.storeOf('organization');
    return {
      organization:
        details && organization === undefined
          ? { kind: 'none' }
          : state && organization !== undefined
            ? { kind: 'known', organization, secrets: this.#received('organization') }
            : { kind: 'unknown' },
      repository: this.storeOf('repository')
        ? {
            kind: 'known',
            names: new Set(this.secretsOf('repository').map(({ name }) => normalizeName(name))),
          }
        : { kind: 'unknown' },
      user: this.storeOf('user') ? { kind: 'known', secrets: this.#received('user') } : { kind: 'unknown' },
    };
  }

  /** Whether the repository gets a secret of a level, as far as is known. */
  receives(level: Level, { name, visibility = 'selected' }: Secret): Received {
    const [repository, store] = [this.details?.repository, this.storeOf(level)];
    if (!repository || !store) return 'unknown';
    if (level === 'repository') return 'receives';
    const selection = this.#store.knownSelection(secretIn(store, name));
    if (visibility === 'selected' && !selection) return 'unknown';
    return receives(visibility, repository, () => isSelected(selection, repository))
      ? 'receives'
      : 'doesNotReceive';
  }

  #received(level: Level): Map<string, Received> {
    return new Map(
      this.secretsOf(level).map(secret => [normalizeName(secret.name), this.receives(level, secret)]),
    );
  }

  async #load(names: ReadonlySet<string>, again: boolean): Promise<void> {
    const load = (level: Level, store: StoreId): Promise<void> => this.#loadLevel(level, store, names, again);
    const user = load('user', userStore(this.#store.user));
    const details = await this.#loadDetails(again);
    await Promise.all([
      user,
      ...(details
        ? [load('repository', repositoryStore({ id: details.repository.id, fullName: details.fullName }))]
        : []),
      ...(details?.organization === undefined
        ? []
        : [load('organization', storeOf('codespaces', details.organization))]),
    ]);
  }

  async #loadDetails(again: boolean): Promise<RepositoryDetails | undefined> {
    if (isFailure(this.#details) && !again) return undefined;
    try {
      const details = await this.#store.repository(this.#fullName);
      this.#details = details;
      return details;
    } catch (error) {
      if (!isFailure(error)) throw error;
      this.#details = error;
      this.#states.clear();
      return undefined;
    }
  }

  async #loadLevel(level: Level, id: StoreId, names: ReadonlySet<string>, again: boolean): Promise<void> {
    if (this.failure(level) && !again) return;
    try {
      const secrets = await this.#store.secrets(id);
      await Promise.all(
        secrets
          .filter(({ name, visibility }) => visibility === 'selected' && names.has(normalizeName(name)))
          .map(({ name }) => this.#store.selectedRepositories(secretIn(id, name)).catch(unlessFailure)),
      );
      this.#states.set(level, id);
    } catch (error) {
      unlessFailure(error);
      this.#states.set(level, error as Failure);
    }
    this.#changed.fire();
  }
}

function isSelected(selection: readonly Repository[] | undefined, { id }: Repository): boolean {
  return selection?.some(repository => repository.id === id) === true;
}

/** A selection that can't be read is not known. */
function unlessFailure(error: unknown): void {
  if (!isFailure(error)) throw error;
}
