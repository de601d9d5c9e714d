import type { AccessMatrix, SecretAccess, SecretWithAccess } from '../model/access';
import { type Failure, isFailure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import { byName } from '../model/repository';
import { type Secret, type SecretId, secretIn, storeIn } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { type StoreId, storeOf } from '../model/secretStore';
import type { ConfirmedChanges } from './confirmedChanges';
import type { OrganizationCaches } from './organizationCaches';

/** The secrets of one app with who can use them, or why they are not known. */
type AppPart = { readonly secrets: readonly SecretWithAccess[] } | { readonly failure: Failure };

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
    const [{ secrets, failures }, repositories] = await Promise.all([
      this.#parts(organization, apps),
      this.#caches.repositories(organization),
    ]);
    return { organization, apps, secrets, repositories, failures };
  }

  /** Who can use a secret on GitHub at this moment, whatever changes while it is read. */
  async current(id: SecretId): Promise<SecretAccess> {
    const keepSelection = this.#caches.selection(id).reading();
    const access = await this.#confirmed.tracked(id, () => this.#gitHub.access(id));
    const known = this.#caches.knownSecret(id);
    if (known && known.visibility !== access.visibility) this.#invalidateList(storeIn(id));
    if (access.visibility === 'selected') keepSelection([...access.selection]);
    return access;
  }

  /** The secrets of all apps that can be read. Rejects if none can. */
  async #parts(
    organization: string,
    apps: readonly SecretApp[],
  ): Promise<Pick<AccessMatrix, 'secrets' | 'failures'>> {
    const parts = await Promise.all(
      apps.map(async app => ({ app, part: await this.#part(storeOf(app, organization)) })),
    );
    const failures = parts.flatMap(({ app, part }) =>
      'failure' in part ? [{ app, failure: part.failure }] : [],
    );
    const [first] = failures;
    if (first && failures.length === parts.length) throw first.failure;
    const secrets = parts.flatMap(({ part }) => ('failure' in part ? [] : part.secrets));
    // Those of one app are in order already.
    return { secrets: parts.length > 1 ? secrets.sort(byName) : secrets, failures };
  }

  #invalidateList(store: StoreId): void {
    this.#caches.secrets(store).invalidate();
    this.#caches.changed({ kind: 'list', store });
  }

  async #part(store: StoreId): Promise<AppPart> {
    try {
      return { secrets: await this.#secretsAnew(store) };
    } catch (error) {
      if (isFailure(error)) return { failure: error };
      throw error;
    }
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
    const id = secretIn(store, secret.name);
    const selection = secret.visibility === 'selected' ? await this.#caches.selection(id).load() : [];
    return { ...id, secret, access: { visibility: secret.visibility, selection } };
  }
}
