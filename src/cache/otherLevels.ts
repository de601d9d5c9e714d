import { listedIn, type ListedSecret, type ReceivedSecret, type SecretWithAccess } from '../model/access';
import { Emitter } from '../model/event';
import { type Failure, isFailure } from '../model/failure';
import type { RepositoryDetails } from '../model/repository';
import {
  accountOf,
  ownerKey,
  type RepositoryOwner,
  repositoryOwner,
  repositoryStore,
  type SecretOwner,
  userOwner,
} from '../model/secretStore';
import type { Store } from './store';
import { writableRepositories } from './writableRepositories';
import type { RepositoryAddress } from '../model/repositoryAddress';
import { BackgroundWork } from './backgroundWork';

/** What could not be loaded of an owner. */
export interface LevelFailure {
  readonly owner: SecretOwner;
  readonly failure: Failure;
}

/** What an open repository has of its own. */
export interface OpenLevel {
  readonly owner: RepositoryOwner;
  readonly details: RepositoryDetails;
  readonly secrets: readonly ListedSecret[];
}

/**
 * What codespaces get besides the secrets of the organizations, as it arrives: the user's own secrets, if they have given
 * access to them before, and those of the repositories that are open in the window.
 */
export class OtherLevels {
  readonly #store: Store;
  readonly #open: () => Promise<readonly RepositoryAddress[]>;
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #failures = new Map<string, LevelFailure>();
  readonly #levels = new Map<number, OpenLevel>();
  #user: readonly SecretWithAccess[] = [];
  readonly #work = new BackgroundWork(() => this.#changed.fire());

  constructor(store: Store, open: () => Promise<readonly RepositoryAddress[]>) {
    this.#store = store;
    this.#open = open;
    // Other apps' secrets reach no codespace.
    if (!store.apps.includes('codespaces')) return;
    this.retry(userOwner(store.user));
    void this.#work.run(() => this.#loadOpen());
  }

  /** The user's own secrets, and who can use them. */
  get user(): readonly SecretWithAccess[] {
    return this.#user;
  }

  /** The open repositories that the user can write to, by name. */
  get open(): readonly OpenLevel[] {
    return [...this.#levels.values()].sort((a, b) => a.owner.fullName.localeCompare(b.owner.fullName));
  }

  get failures(): readonly LevelFailure[] {
    return [...this.#failures.values()];
  }

  /** Rejects with an error that is no failure. */
  get broken(): Promise<never> {
    return this.#work.broken;
  }

  get isLoading(): boolean {
    return this.#work.isUnderWay;
  }

  /** What repositories receive besides the secrets of their organization, by their ids. */
  received(): Map<number, readonly ReceivedSecret[]> {
    const received = new Map<number, ReceivedSecret[]>();
    const add = (id: number, secret: ReceivedSecret): void => {
      received.set(id, [...(received.get(id) ?? []), secret]);
    };
    for (const { owner, secrets } of this.open)
      for (const secret of secrets) add(owner.id, { ...secret, why: undefined });
    for (const { access, ...secret } of this.#user)
      for (const { id } of access.selection) add(id, { ...secret, why: access.visibility });
    return received;
  }

  /** Those open repositories whose owner is none of these accounts, such as a person's. */
  openElsewhere(accounts: readonly string[]): OpenLevel[] {
    const known = new Set(accounts.map(account => account.toLowerCase()));
    return this.open.filter(({ owner }) => !known.has((accountOf(owner) ?? '').toLowerCase()));
  }

  /** Loads the secrets of an owner once more. */
  retry(owner: SecretOwner): void {
    if (owner.kind === 'organization') return;
    void this.#work.run(async () => {
      this.#failures.delete(ownerKey(owner));
      try {
        if (owner.kind === 'user') this.#user = await this.#store.userAccess();
        else await this.#loadOwn(owner);
      } catch (error) {
        if (!isFailure(error)) throw error;
        // Without access, the user's own are left out: nobody is asked for it here.
        if (!isFailure(error, 'scopeMissing')) this.#failures.set(ownerKey(owner), { owner, failure: error });
      }
    });
  }

  async #loadOpen(): Promise<void> {
    for (const details of await writableRepositories(this.#store, await this.#open())) {
      const owner = repositoryOwner(details.repository, details.fullName);
      this.#levels.set(owner.id, { owner, details, secrets: [] });
      this.retry(owner);
    }
  }

  async #loadOwn(owner: RepositoryOwner): Promise<void> {
    const { id } = owner;
    const store = repositoryStore(owner);
    const secrets = (await this.#store.secrets(store)).map(secret => listedIn(store, secret));
    const level = this.#levels.get(id);
    if (level) this.#levels.set(id, { ...level, secrets });
  }
}
