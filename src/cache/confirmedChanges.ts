import { isFailure, isUncertain } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository } from '../model/repository';
import { isAt, type Secret, secretKey, type SecretId, storeIn } from '../model/secret';
import type { OwnerCaches } from './ownerCaches';

/** Brings what is known up to date with what GitHub confirmed, in the order in which it was confirmed. */
export class ConfirmedChanges {
  readonly #gitHub: GitHub;
  readonly #caches: OwnerCaches;
  /** How many changes to each secret were confirmed, by its key. */
  readonly #changes = new Map<string, number>();

  constructor(gitHub: GitHub, caches: OwnerCaches) {
    this.#gitHub = gitHub;
    this.#caches = caches;
  }

  /** Does one call. Where it fails in a way that shows what is known to be out of date, that is asked for again. */
  async tracked<T>(reference: SecretId, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (
        isFailure(error, 'notFound', 'moved', 'conflict', 'exists') ||
        (isFailure(error) && isUncertain(error))
      )
        this.#caches.refreshOwner(reference.owner);
      throw error;
    }
  }

  /**
   * A secret has changed. Reads it once more. Where that fails, its list is asked for again when it is next looked at.
   * @param selection its repositories, where the change has told them
   */
  async settle(reference: SecretId, selection?: readonly Repository[]): Promise<void> {
    const secrets = this.#caches.secrets(reference);
    if (selection) this.#caches.selection(reference).set([...selection].sort(byName));
    const isNew = !this.#caches.knownSecret(reference);
    const change = this.#next(reference);
    try {
      const secret = await this.#gitHub.secret(reference);
      // Another change of this window is newer than this answer, and reads the secret itself or has deleted it.
      if (change !== this.#changes.get(secretKey(reference))) return;
      secrets.update(known => [...without(known, reference), secret].sort(byName));
    } catch (error) {
      if (!isFailure(error)) throw error;
      secrets.invalidate();
    }
    this.#caches.changed(
      isNew ? { kind: 'list', store: storeIn(reference) } : { kind: 'secret', secret: reference },
    );
  }

  /** A secret is deleted. */
  deleted(reference: SecretId): void {
    this.#next(reference);
    this.#caches.forgetSelection(reference);
    this.#caches.secrets(reference).update(known => without(known, reference));
    this.#caches.changed({ kind: 'list', store: storeIn(reference) });
  }

  /** The number of a change to a secret, by which a later answer is told from an earlier one. */
  #next(reference: SecretId): number {
    const key = secretKey(reference);
    const change = (this.#changes.get(key) ?? 0) + 1;
    this.#changes.set(key, change);
    return change;
  }
}

function without(secrets: readonly Secret[], reference: SecretId): Secret[] {
  return secrets.filter(secret => !isAt(reference, secret));
}
