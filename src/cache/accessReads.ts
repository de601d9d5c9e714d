import {
  type AccessMatrix,
  listedIn,
  type ReceivedAccess,
  type ReceivedSecret,
  type SecretAccess,
  secretsReceivedBy,
  type SecretWithAccess,
} from '../model/access';
import { isFailure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import type { Repository } from '../model/repository';
import { type Secret, type SecretId, storeIn } from '../model/secret';
import { appRules, type SecretApp } from '../model/secretApp';
import { type StoreId, storeOf } from '../model/secretStore';
import type { ConfirmedChanges } from './confirmedChanges';
import { ofApps } from './ofApps';
import type { OrganizationCaches } from './organizationCaches';

/** Failures after which what a repository receives is computed: the user may not ask for GitHub's own list. */
const notAllowed = ['notFound', 'notOwner', 'refused', 'scopeMissing'] as const;

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

  /**
   * Who can use what in an organization, as far as that is known; the rest is fetched. An app that fails is told among
   * the failures, and rejects only if all do.
   */
  async matrix(organization: string, apps: readonly SecretApp[]): Promise<AccessMatrix> {
    const [{ found, failures }, repositories] = await Promise.all([
      ofApps(apps, app => this.#secretsAnew(storeOf(app, organization))),
      this.#caches.repositories(organization),
    ]);
    return { organization, apps, secrets: found, repositories, failures };
  }

  /** What a repository receives. An app that fails is told among the failures, and rejects only if all do. */
  async received(
    organization: string,
    repository: Repository,
    apps: readonly SecretApp[],
  ): Promise<ReceivedAccess> {
    const { found, failures } = await ofApps(apps, app =>
      this.#received(storeOf(app, organization), repository),
    );
    return { secrets: found, failures };
  }

  /** Who can use a secret on GitHub at this moment, whatever changes while it is read. */
  async current(id: SecretId): Promise<SecretAccess> {
    const keepSelection = this.#caches.selection(id).reading();
    const access = await this.#confirmed.tracked(id, () => this.#gitHub.access(id));
    const known = this.#caches.knownSecret(id);
    if (known && known.visibility !== access.visibility) this.#invalidateList(storeIn(id));
    if (access.visibility === 'selected') keepSelection([...access.selection]);
    else this.#caches.forgetSelection(id);
    return access;
  }

  #invalidateList(store: StoreId): void {
    this.#caches.secrets(store).invalidate();
    this.#caches.changed({ kind: 'list', store });
  }

  async #received(store: StoreId, repository: Repository): Promise<ReceivedSecret[]> {
    if (appRules[store.app].hasReceived)
      try {
        return await this.#listedByGitHub(store, repository);
      } catch (error) {
        if (!isFailure(error, ...notAllowed)) throw error;
      }
    return secretsReceivedBy({ secrets: await this.#secretsAnew(store) }, repository);
  }

  async #listedByGitHub(store: StoreId, repository: Repository): Promise<ReceivedSecret[]> {
    const [names, secrets] = await Promise.all([
      this.#gitHub.received(store, repository.name),
      this.#caches.secrets(store).load(),
    ]);
    const received = new Set(names);
    // One that was created since the list was read is left out until the list is read again.
    return secrets
      .filter(({ name }) => received.has(name))
      .map(secret => ({ ...listedIn(store, secret), why: secret.visibility }));
  }

  async #secretsAnew(store: StoreId): Promise<SecretWithAccess[]> {
    try {
      return await this.#secrets(store);
    } catch (error) {
      if (!isFailure(error, 'notFound', 'conflict')) throw error;
      // Since the list was read, a secret was deleted or has gone over to another visibility.
      this.#invalidateList(store);
      return this.#secrets(store);
    }
  }

  async #secrets(store: StoreId): Promise<SecretWithAccess[]> {
    const secrets = await this.#caches.secrets(store).load();
    return Promise.all(secrets.map(secret => this.#withAccess(store, secret)));
  }

  async #withAccess(store: StoreId, secret: Secret): Promise<SecretWithAccess> {
    const listed = listedIn(store, secret);
    // A selection that was known before is no longer true once the secret has had another visibility.
    if (secret.visibility !== 'selected') this.#caches.forgetSelection(listed);
    const selection = secret.visibility === 'selected' ? await this.#caches.selection(listed).load() : [];
    return { ...listed, access: { visibility: secret.visibility, selection } };
  }
}
