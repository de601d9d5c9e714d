import type { AccessMatrix, SecretAccess, SecretWithAccess } from '../model/access';
import { isFailure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import type { Secret, SecretReference } from '../model/secret';
import type { ConfirmedChanges } from './confirmedChanges';
import type { OrganizationCaches } from './organizationCaches';

/** Reads who can use what. */
export class AccessReads {
  readonly #gitHub: GitHub;
  readonly #caches: OrganizationCaches;
  readonly #confirmed: ConfirmedChanges;

  constructor(gitHub: GitHub, caches: OrganizationCaches, confirmed: ConfirmedChanges) {
    this.#gitHub = gitHub;
    this.#caches = caches;
    this.#confirmed = confirmed;
  }

  /** Who can use what in an organization, as far as that is known; the rest is fetched. */
  async matrix(organization: string): Promise<AccessMatrix> {
    try {
      return await this.#matrix(organization);
    } catch (error) {
      if (!isFailure(error, 'notFound', 'conflict')) throw error;
      // Since the list was read, a secret was deleted or has gone over to another visibility.
      this.#invalidateList(organization);
      return this.#matrix(organization);
    }
  }

  /** Who can use a secret on GitHub at this moment, whatever changes while it is read. */
  async current(reference: SecretReference): Promise<SecretAccess> {
    const keepSelection = this.#caches.selection(reference).reading();
    const access = await this.#confirmed.tracked(reference, () => this.#gitHub.access(reference));
    const known = this.#caches.knownSecret(reference);
    if (known && known.visibility !== access.visibility) this.#invalidateList(reference.organization);
    if (access.visibility === 'selected') keepSelection([...access.selection]);
    return access;
  }

  #invalidateList(organization: string): void {
    this.#caches.secrets(organization).invalidate();
    this.#caches.changed({ organization });
  }

  async #matrix(organization: string): Promise<AccessMatrix> {
    const [secrets, repositories] = await Promise.all([
      this.#caches
        .secrets(organization)
        .load()
        .then(all => Promise.all(all.map(secret => this.#withAccess(organization, secret)))),
      this.#caches.repositories(organization),
    ]);
    return { organization, secrets, repositories };
  }

  async #withAccess(organization: string, secret: Secret): Promise<SecretWithAccess> {
    const reference = { organization, name: secret.name };
    const selection = secret.visibility === 'selected' ? await this.#caches.selection(reference).load() : [];
    return { ...reference, secret, access: { visibility: secret.visibility, selection } };
  }
}
