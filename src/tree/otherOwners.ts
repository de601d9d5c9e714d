import { byName, type Repository, type RepositoryDetails } from '../model/repository';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Store } from '../cache/store';
import { writableRepositories } from '../cache/writableRepositories';
import { addressOf } from '../model/repositoryAddress';

/** What is told when more is known. */
export interface OtherOwnersEvents {
  readonly onFound: () => void;
  readonly onUnexpected: (error: unknown) => void;
}

/**
 * The owners of repositories that are open in the window, besides the organizations that are shown: organizations that
 * the user does not own, and people. Only repositories that the user can write to count, since the secrets of others can't
 * be seen.
 */
export class OtherOwners {
  readonly #open: Pick<OpenRepositories, 'all'>;
  readonly #events: OtherOwnersEvents;
  /** What was found, by the store that was asked. */
  #found = new WeakMap<Store, readonly string[]>();

  constructor(open: Pick<OpenRepositories, 'all'>, events: OtherOwnersEvents) {
    this.#open = open;
    this.#events = events;
  }

  /** They are looked for again when they are next asked for. */
  forget(): void {
    this.#found = new WeakMap();
  }

  /**
   * Those that are known by now, without those of `shown`. Nothing waits for the rest: `onFound` tells when there is more.
   */
  found(store: Store, shown: readonly string[]): readonly string[] {
    const isShown = (owner: string): boolean =>
      shown.some(login => login.toLowerCase() === owner.toLowerCase());
    const known = this.#found.get(store);
    if (!known) {
      const found = this.#found.set(store, []);
      this.#lookUp(store, isShown).then(owners => {
        if (found !== this.#found || owners.length === 0) return;
        found.set(store, owners);
        this.#events.onFound();
      }, this.#events.onUnexpected);
    }
    return (known ?? []).filter(owner => !isShown(owner));
  }

  /** Those of an owner's open repositories that the user can write to, by name. */
  async repositories(store: Store, owner: string): Promise<Repository[]> {
    return (await this.#writable(store))
      .filter(details => ownerOf(details).toLowerCase() === owner.toLowerCase())
      .map(({ repository }) => repository)
      .sort(byName);
  }

  async #lookUp(store: Store, isShown: (owner: string) => boolean): Promise<string[]> {
    return [...new Set((await this.#writable(store, isShown)).map(ownerOf))].sort();
  }

  /** What is open and can be written to. Nothing is asked of GitHub about the repositories of owners that are shown. */
  async #writable(
    store: Store,
    isShown: (owner: string) => boolean = () => false,
  ): Promise<RepositoryDetails[]> {
    return writableRepositories(
      store,
      (await this.#open.all()).filter(({ owner }) => !isShown(owner)),
    );
  }
}

/** Who owns it now: it can have been transferred since it was cloned. */
function ownerOf({ fullName }: RepositoryDetails): string {
  return addressOf(fullName).owner;
}
