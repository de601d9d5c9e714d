import { noAccess, type SecretAccess } from '../model/access';
import { Failure, isFailure, isUncertain } from '../model/failure';
import { type AccessUpdate, type GitHub, keepAccess, type Saved } from '../model/gitHub';
import type { SecretId } from '../model/secret';
import type { ConfirmedChanges } from './confirmedChanges';

/** What became of a creation. */
export interface Created extends Saved {
  /** Whether a secret that was there already may have been this flow's own, from an attempt whose answer was lost. */
  readonly mightBeOwn: boolean;
}

/** What one flow knows of its attempts to create a secret. */
export interface CreationAttempts {
  /** Whether the answer to an earlier attempt was lost, so that a secret that is there may be its own. */
  isUnanswered: boolean;
}

/** Creates, rotates and deletes secrets, and changes their visibility. */
export class SecretChanges {
  readonly #gitHub: GitHub;
  readonly #confirmed: ConfirmedChanges;

  constructor(gitHub: GitHub, confirmed: ConfirmedChanges) {
    this.#gitHub = gitHub;
    this.#confirmed = confirmed;
  }

  /** See `Store.createSecret`. */
  async create(
    reference: SecretId,
    value: string,
    access: SecretAccess,
    attempts: CreationAttempts,
  ): Promise<Created> {
    await this.#confirmed.tracked(reference, async () => {
      if (!(await this.#gitHub.findSecret(reference))) attempts.isUnanswered = false;
      else if (!attempts.isUnanswered) throw new Failure({ kind: 'exists' });
    });
    const mightBeOwn = attempts.isUnanswered;
    try {
      const saved = await this.#save(reference, access, value);
      attempts.isUnanswered = false;
      return { ...saved, mightBeOwn };
    } catch (error) {
      if (isFailure(error) && isUncertain(error)) attempts.isUnanswered = true;
      throw error;
    }
  }

  rotate(reference: SecretId, value: string): Promise<Saved> {
    return this.#save(reference, keepAccess, value);
  }

  /** Gives who could use the secret right before. */
  async changeVisibility(reference: SecretId, access: AccessUpdate, value?: string): Promise<SecretAccess> {
    const { access: sent = noAccess, replaced = sent } = await this.#save(reference, access, value);
    return replaced;
  }

  async delete(reference: SecretId): Promise<void> {
    await this.#confirmed.tracked(reference, () => this.#gitHub.deleteSecret(reference));
    this.#confirmed.deleted(reference);
  }

  /** Creates or updates a secret, and brings what is known of it up to date. */
  async #save(reference: SecretId, access: SecretAccess | AccessUpdate, value?: string): Promise<Saved> {
    const saved = await this.#confirmed.tracked(reference, () =>
      this.#gitHub.saveSecret(reference, access, value),
    );
    const { access: sent } = saved;
    await this.#confirmed.settle(reference, sent?.visibility === 'selected' ? sent.selection : undefined);
    return saved;
  }
}
