import { Emitter } from '../model/event';
import { type Failure, isFailure } from '../model/failure';
import type { Repository, RepositoryDetails } from '../model/repository';
import { receives } from '../model/receives';
import { type Secret, secretIn } from '../model/secret';
import { normalizeName } from '../model/secretName';
import { repositoryStore, type StoreId, storeOf, userStore } from '../model/secretStore';
import type { Connection } from '../cache/connections';
import type { Store } from '../cache/store';
import type { Level, LevelKnowledge, OrganizationKnowledge, Received } from './findings';
import { Selections } from './selections';

/** Which failures are asked about once more: none, those of the user's own secrets, or all. */
export type Again = 'none' | 'user' | 'all';

/**
 * What is known of the secrets that one repository gets. Nothing is asked of GitHub but by `load`, and then the lists of
 * its three levels, and the selections of the names that are asked for.
 */
export class RepositoryKnowledge {
  /** The connection that all of it is of. */
  readonly connectionId: string;
  readonly #store: Store;
  readonly #fullName: string;
  /** What each level's secrets are in, or why they are not known. Nothing before they are loaded. */
  readonly #states = new Map<Level, StoreId | Failure>();
  readonly #selections: Selections;
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
    this.#selections = new Selections(store);
  }

  /** What the repository is called: now, as far as that is known. */
  get fullName(): string {
    return this.details?.fullName ?? this.#fullName;
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

  /** Whether GitHub has answered on all levels. Before that, nothing can be said of what is missing. */
  get isSettled(): boolean {
    const { details } = this;
    const levels: Level[] = [
      'repository',
      'user',
      ...(details?.organization === undefined ? [] : ['organization' as const]),
    ];
    return details !== undefined && levels.every(level => this.failure(level) ?? this.storeOf(level));
  }

  /** Whether GitHub has told what the repository gets, of its organization or of its own. */
  get isCompared(): boolean {
    if (!this.isSettled) return false;
    const { organization, repository } = this.levels;
    return organization.kind === 'known' || repository.kind === 'known';
  }

  /** Why nothing is known, or why a level isn't. */
  failure(level?: Level): Failure | undefined {
    const state = level === undefined ? this.#details : this.#states.get(level);
    return isFailure(state) ? state : undefined;
  }

  /** The store of a level that is known. */
  storeOf(level: Level): StoreId | undefined {
    const state = this.#states.get(level);
    // When the account signs in again, its secrets are forgotten.
    return state && !isFailure(state) && this.#store.knownCount(state) !== undefined ? state : undefined;
  }

  /** The secrets of a level as they were last seen. */
  secretsOf(level: Level): readonly Secret[] {
    const store = this.storeOf(level);
    return store ? this.#store.knownSecrets(store) : [];
  }

  /**
   * Loads what is not known yet, or no longer true. Loads come one after the other.
   * @param names whose selections are needed, in any case
   */
  load(names: Iterable<string>, again: Again): Promise<void> {
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
    return {
      organization: this.#organization(),
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
    const id = secretIn(store, name);
    const selection = this.#selections.known(id);
    if (receives(visibility, repository, () => isSelected(selection, repository))) return 'receives';
    const isKnown = visibility !== 'selected' || (selection && !this.#store.isPartial(id));
    return isKnown ? 'doesNotReceive' : 'unknown';
  }

  #organization(): OrganizationKnowledge {
    const organization = this.details?.organization;
    if (organization === undefined) return { kind: this.details ? 'none' : 'unknown' };
    if (this.storeOf('organization'))
      return { kind: 'known', organization, secrets: this.#received('organization') };
    const failure = this.failure('organization');
    if (isFailure(failure, 'notOwner') || isFailure(failure, 'organizationNotFound'))
      return { kind: 'hidden' };
    return { kind: isFailure(failure, 'planLacksSecrets') ? 'none' : 'unknown' };
  }

  #received(level: Level): Map<string, Received> {
    return new Map(
      this.secretsOf(level).map(secret => [normalizeName(secret.name), this.receives(level, secret)]),
    );
  }

  async #load(names: ReadonlySet<string>, again: Again): Promise<void> {
    const load = (level: Level, store: StoreId): Promise<void> =>
      this.#loadLevel(level, store, names, again === 'all' || again === level);
    const user = load('user', userStore(this.#store.user));
    const details = await this.#loadDetails(again === 'all');
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
      if (details.fullName !== this.fullName) this.#forgetOwner();
      this.#details = details;
      return details;
    } catch (error) {
      unlessFailure(error);
      this.#details = error as Failure;
      this.#forgetOwner();
      return undefined;
    }
  }

  /** The repository is another one than before, or another's. */
  #forgetOwner(): void {
    this.#states.delete('organization');
    this.#states.delete('repository');
  }

  async #loadLevel(level: Level, id: StoreId, names: ReadonlySet<string>, again: boolean): Promise<void> {
    if (this.failure(level) && !again) return;
    try {
      const secrets = await this.#store.secrets(id);
      const selected = secrets.filter(
        ({ name, visibility }) => visibility === 'selected' && names.has(normalizeName(name)),
      );
      await this.#selections.load(
        id,
        selected.map(({ name }) => secretIn(id, name)),
        again,
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

function unlessFailure(error: unknown): void {
  if (!isFailure(error)) throw error;
}
