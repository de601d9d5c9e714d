import type { GitHub } from '../model/gitHub';
import { type SelectionChange, selectionAfter } from '../model/plan';
import { byName, type Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import type { ConfirmedChanges } from './confirmedChanges';
import type { OwnerCaches } from './ownerCaches';
import { sendExisting } from './sendExisting';

/** What a change of a selection replaced, and what it could not add. */
export interface ChangedSelection {
  readonly replaced: readonly Repository[];
  /** Repositories that were to be added, and no longer exist. */
  readonly gone: readonly Repository[];
}

/** Changes which repositories are selected for a secret. After the last of a series, the secret has to be settled. */
export class SelectionChanges {
  readonly #gitHub: GitHub;
  readonly #caches: OwnerCaches;
  readonly #confirmed: ConfirmedChanges;

  constructor(gitHub: GitHub, caches: OwnerCaches, confirmed: ConfirmedChanges) {
    this.#gitHub = gitHub;
    this.#caches = caches;
    this.#confirmed = confirmed;
  }

  async add(reference: SecretId, repository: Repository): Promise<void> {
    await this.#confirmed.tracked(reference, () =>
      this.#gitHub.addSelectedRepository(reference, repository.id),
    );
    this.#caches
      .selection(reference)
      .update(known => [...known.filter(({ id }) => id !== repository.id), repository].sort(byName));
  }

  async remove(reference: SecretId, repository: Repository): Promise<void> {
    await this.#confirmed.tracked(reference, () =>
      this.#gitHub.removeSelectedRepository(reference, repository.id),
    );
    this.#caches.selection(reference).update(known => known.filter(({ id }) => id !== repository.id));
  }

  /** Changes many repositories of a secret in one call. */
  async change({ secret, added, removed }: SelectionChange): Promise<ChangedSelection> {
    const { sent, gone } = await sendExisting(this.#caches, secret.owner, added, existing =>
      this.#confirmed.tracked(secret, () =>
        this.#gitHub.updateSelection(secret, now => selectionAfter(now, { added: existing, removed })),
      ),
    );
    const { selection, replaced } = sent;
    this.#caches.selection(secret).set([...selection].sort(byName));
    return { replaced, gone };
  }
}
