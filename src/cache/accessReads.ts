import {
  type AccessMatrix,
  listedIn,
  noAccess,
  type ReceivedAccess,
  type ReceivedSecret,
  type SecretAccess,
  secretsReceivedBy,
  withHidden,
  type SecretWithAccess,
} from '../model/access';
import { isFailure } from '../model/failure';
import type { GitHub } from '../model/gitHub';
import { byName, type Repository } from '../model/repository';
import { type Secret, type SecretId, storeIn } from '../model/secret';
import { appRules, type SecretApp } from '../model/secretApp';
import { accessKind, repositoryStore, type StoreId, storeOf, userStore } from '../model/secretStore';
import type { ConfirmedChanges } from './confirmedChanges';
import { type OfApps, ofApps } from './ofApps';
import type { OwnerCaches } from './ownerCaches';

/** Failures after which what a repository receives is computed: the user may not ask for GitHub's own list. */
const notAllowed = ['notFound', 'notOwner', 'refused', 'scopeMissing'] as const;

/** Reads who can use what. */
export class AccessReads {
  readonly #gitHub: GitHub;
  readonly #caches: OwnerCaches;
  readonly #confirmed: ConfirmedChanges;

  constructor(gitHub: GitHub, caches: OwnerCaches, confirmed: ConfirmedChanges) {
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

  /**
   * What a repository receives of its organization, of itself and of the user. An app or a level that fails is told among
   * the failures. What is the user's is left out until they have given access to it.
   * @param account the owner of the repository
   * @param user the user's login
   */
  async received(
    account: string,
    repository: Repository,
    { apps, user }: { readonly apps: readonly SecretApp[]; readonly user: string },
  ): Promise<ReceivedAccess> {
    const fullName = `${account}/${repository.name}`;
    const isPersonal = this.#caches.isPersonal(fullName);
    const hasOwn = apps.includes('codespaces');
    const [ofOrganization, own, ofUser] = await Promise.all([
      isPersonal
        ? nothing
        : ofApps(apps, app => this.#received(storeOf(app, account), repository)).catch(failing(apps)),
      hasOwn ? this.#own({ id: repository.id, fullName }) : nothing,
      hasOwn ? this.#ofUser(userStore(user), repository) : nothing,
    ]);
    const secrets = [...ofOrganization.found, ...own.found, ...ofUser.found];
    return {
      secrets: withHidden(secrets.sort(byName)),
      failures: [...ofOrganization.failures, ...own.failures, ...ofUser.failures],
    };
  }

  /** A store's secrets with who can use them, as far as that is known; the rest is fetched. */
  withAccess(store: StoreId): Promise<SecretWithAccess[]> {
    return this.#secretsAnew(store);
  }

  /**
   * Who can use a secret on GitHub at this moment, whatever changes while it is read. Of a repository's own, which has no
   * access to choose, this only asks whether it still exists.
   */
  async current(id: SecretId): Promise<SecretAccess> {
    if (accessKind(id.owner) === 'none') {
      await this.#confirmed.tracked(id, () => this.#gitHub.secret(id));
      return noAccess;
    }
    const keepSelection = this.#caches.selection(id).reading();
    const access = await this.#confirmed.tracked(id, () => this.#gitHub.access(id));
    const known = this.#caches.knownSecret(id);
    if (known && known.visibility !== access.visibility) this.#invalidateList(storeIn(id));
    this.#caches.markPartial(id, access.isPartial === true);
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

  /** A repository's own secrets. */
  async #own(repository: { readonly id: number; readonly fullName: string }): Promise<Received> {
    const store = repositoryStore(repository);
    return ofLevel('repository', async () => {
      const secrets = await this.#caches.secrets(store).load();
      return secrets.map(secret => ({ ...listedIn(store, secret), why: undefined }));
    });
  }

  /** Those of the user's own secrets that a repository is selected for. */
  async #ofUser(store: StoreId, repository: Repository): Promise<Received> {
    return ofLevel('user', async () => {
      try {
        return secretsReceivedBy({ secrets: await this.#secretsAnew(store) }, repository);
      } catch (error) {
        if (isFailure(error, 'scopeMissing')) return [];
        throw error;
      }
    });
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
    const { visibility = 'selected' } = secret;
    // A selection that was known before is no longer true once the secret has had another visibility.
    if (visibility !== 'selected') this.#caches.forgetSelection(listed);
    const selection = visibility === 'selected' ? await this.#caches.selection(listed).load() : [];
    const isPartial = visibility === 'selected' && this.#caches.isPartial(listed);
    return { ...listed, access: { visibility, selection, ...(isPartial && { isPartial }) } };
  }
}

/** What was read of one level, or of an organization's apps. */
type Received = OfApps<ReceivedSecret>;

const nothing: Received = { found: [], failures: [] };

/** All apps of an organization failed for one reason. */
function failing(apps: readonly SecretApp[]): (error: unknown) => Received {
  return error => {
    if (!isFailure(error)) throw error;
    return { found: [], failures: apps.map(app => ({ app, failure: error })) };
  };
}

async function ofLevel(
  ownerKind: 'repository' | 'user',
  read: () => Promise<ReceivedSecret[]>,
): Promise<Received> {
  try {
    return { found: await read(), failures: [] };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { found: [], failures: [{ app: 'codespaces', ownerKind, failure: error }] };
  }
}
