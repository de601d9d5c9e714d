import { LimitedAnswer } from '../model/limitedAnswer';
import type { OpenRepositories } from '../platform/openRepositories';

/** Whether a repository of an organization is open in the window. */
export type IsOpen = (repository: { readonly name: string }) => boolean;

/** Finds out which rows of an organization are marked as open. No row waits for its mark. */
export class OpenMarks {
  readonly #open: Pick<OpenRepositories, 'lookUp'>;
  readonly #onFound: (organization: string) => void;

  /** @param onFound told when rows need marks that were not known when they were loaded */
  constructor(open: Pick<OpenRepositories, 'lookUp'>, onFound: (organization: string) => void) {
    this.#open = open;
    this.#onFound = onFound;
  }

  /** Looks while the repositories are loaded. Those that are not known to be open by then are not marked yet. */
  async whileLoading<T extends { readonly repositories: readonly { readonly name: string }[] }>(
    organization: string,
    load: Promise<T>,
  ): Promise<[T, IsOpen]> {
    const found = this.#open.lookUp(organization);
    const loaded = await load;
    const isOpen = new LimitedAnswer<IsOpen>(found, {
      // An answer that is there already takes a turn to arrive, and rows are better drawn once.
      limit: 0,
      meanwhile: () => false,
      onLate: isOpen => {
        if (loaded.repositories.some(isOpen)) this.#onFound(organization);
      },
    });
    return [loaded, await isOpen.value];
  }
}
