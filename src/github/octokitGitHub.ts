import { RequestError } from '@octokit/request-error';
import { Failure, isFailure } from '../model/failure';
import type {
  AccessUpdate,
  GitHub,
  OrganizationList,
  Saved,
  SelectedRepositories,
  SelectionUpdate,
} from '../model/gitHub';
import type { SecretAccess } from '../model/access';
import type { Repository, RepositoryDetails } from '../model/repository';
import { type Secret, secretKey, type SecretId } from '../model/secret';
import { noUserAccess } from '../model/scopes';
import { accessKind, organizationOwner, type SecretOwner, type StoreId } from '../model/secretStore';
import { createClient, type Client, type ClientOptions } from './client';
import { RateLimiter } from './rateLimiter';
import { diagnose } from './diagnosis';
import { toFailure } from './failures';
import { readOrganizations } from './organizations';
import { pageSize, readList, type ReadPage, readShown } from './pages';
import { PublicKeys } from './publicKeys';
import { AccessReader, lacksItems } from './readAccess';
import { Reader } from './reader';
import type { Seal } from './sealing';
import { type LastAccess, saveSecret } from './saveSecret';
import { toNamedRepository, toRepository } from './mappers';
import { readRepository, requireSameRepository } from './readRepository';
import { storeRegistry } from './stores/registry';
import type { PublicKey, SelectionApi } from './stores/secretStore';
import { Turns } from './turns';

export interface OctokitGitHubOptions extends ClientOptions {
  /** The token for the user's own secrets. Without one, they can't be reached. */
  readonly ofUser?: Pick<ClientOptions, 'token' | 'tokenReady'>;
}

/** GitHub's REST API through Octokit. */
export class OctokitGitHub implements GitHub {
  readonly #client: Client;
  readonly #reader: Reader;
  readonly #store: ReturnType<typeof storeRegistry>;
  readonly #keys: PublicKeys;
  readonly #seal: Seal;
  readonly #access: AccessReader;
  readonly #turns = new Turns();

  constructor({ ofUser = { token: noToken }, ...options }: OctokitGitHubOptions, seal: Seal) {
    const rateLimiter = new RateLimiter(options.clock);
    this.#client = createClient({ ...options, rateLimiter });
    this.#reader = new Reader(this.#client);
    const client = createClient({ ...options, ...ofUser, rateLimiter });
    this.#store = storeRegistry({
      client: this.#client,
      reader: this.#reader,
      ofUser: { client, reader: new Reader(client) },
    });
    this.#keys = new PublicKeys(store => this.#publicKey(store), options.clock);
    this.#seal = seal;
    this.#access = new AccessReader({
      secret: id => this.#store(id).get(id),
      selection: id => this.#selectionPages(id),
    });
  }

  organizations(): Promise<OrganizationList> {
    return this.#named(undefined, () => readOrganizations(this.#reader));
  }

  repositories(
    organization: string,
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]> {
    const readPage: ReadPage<Repository> = page =>
      this.#reader.read(
        'GET /orgs/{org}/repos',
        { org: organization, sort: 'full_name', per_page: pageSize, page },
        data => ({ items: data.map(toRepository) }),
      );
    return this.#named(organizationOwner(organization), () => readList(readPage, onPage));
  }

  reachableRepositories(
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]> {
    const readPage: ReadPage<Repository> = page =>
      this.#reader.read('GET /user/repos', { sort: 'full_name', per_page: pageSize, page }, data => ({
        items: data.map(toNamedRepository),
      }));
    return this.#named(undefined, () => readList(readPage, onPage));
  }

  repository(fullName: string): Promise<RepositoryDetails> {
    return this.#named(undefined, () => readRepository(this.#reader, fullName));
  }

  secrets(store: StoreId): Promise<readonly Secret[]> {
    return this.#named(store.owner, () => readList(this.#store(store).list(store.owner)));
  }

  secret(id: SecretId): Promise<Secret> {
    return this.#named(id.owner, async () => (await this.#store(id).get(id)).value);
  }

  findSecret(id: SecretId): Promise<Secret | undefined> {
    return this.#named(id.owner, async () => {
      try {
        return (await this.#store(id).get(id)).value;
      } catch (error) {
        if (error instanceof RequestError && isFailure(toFailure(error), 'notFound')) return undefined;
        throw error;
      }
    });
  }

  received(store: StoreId, repository: string): Promise<readonly string[]> {
    return this.#named(store.owner, async () => {
      const { received } = this.#store(store);
      if (!received) throw new Failure({ kind: 'notFound' });
      return (await readList(received(store.owner, repository))).map(({ name }) => name);
    });
  }

  prepareSealing(store: StoreId): Promise<void> {
    return this.#named(store.owner, async () => {
      await this.#keys.get(store);
    });
  }

  access(id: SecretId): Promise<SecretAccess> {
    return this.#named(id.owner, () => this.#access.read(id));
  }

  saveSecret(id: SecretId, access: SecretAccess | AccessUpdate, value?: string): Promise<Saved> {
    const tools = { store: this.#store(id), keys: this.#keys, seal: this.#seal };
    const last = async (): Promise<LastAccess> => {
      if (accessKind(id.owner) === 'none') {
        // What keeps its access has to be there: a secret that somebody has deleted does not come back.
        if (typeof access === 'function') await this.#store(id).get(id);
        return {};
      }
      if (typeof access !== 'function') return { access };
      const replaced = await this.#wholeAccess(id);
      return { access: access(replaced), replaced };
    };
    return this.#changing(id, () => saveSecret(tools, id, last, value));
  }

  deleteSecret(id: SecretId): Promise<void> {
    return this.#changing(id, async () => {
      await requireSameRepository(this.#reader, id.owner);
      await this.#store(id).delete(id);
    });
  }

  selectedRepositories(id: SecretId): Promise<SelectedRepositories> {
    return this.#named(id.owner, async () => {
      const pass = await readShown(this.#selectionPages(id));
      return { repositories: pass.items, isPartial: lacksItems(pass) };
    });
  }

  updateSelection(
    id: SecretId,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate> {
    return this.#changing(id, async () => {
      const { visibility, selection: replaced } = await this.#wholeAccess(id);
      if (visibility !== 'selected') throw new Failure({ kind: 'conflict' });
      const selection = update(replaced);
      await this.#selection(id).replace(
        id,
        selection.map(repository => repository.id),
      );
      return { selection, replaced };
    });
  }

  addSelectedRepository(id: SecretId, repositoryId: number): Promise<void> {
    return this.#changing(id, () => this.#selection(id).add(id, repositoryId));
  }

  removeSelectedRepository(id: SecretId, repositoryId: number): Promise<void> {
    return this.#changing(id, () => this.#selection(id).remove(id, repositoryId));
  }

  /**
   * What a store's values are sealed with. GitHub refuses a value that is sealed with another store's key, so a value is
   * bound to its repository once that is known to be the right one after its key was read.
   */
  async #publicKey(store: StoreId): Promise<PublicKey> {
    const key = await this.#store(store).publicKey(store.owner);
    await requireSameRepository(this.#reader, store.owner);
    return key;
  }

  /** The access that is written back. */
  async #wholeAccess(id: SecretId): Promise<SecretAccess> {
    const access = await this.#access.read(id);
    if (access.isPartial) throw new Failure({ kind: 'listIncomplete' });
    return access;
  }

  #selectionPages(id: SecretId): ReadPage<Repository> {
    return this.#selection(id).list(id);
  }

  #selection(id: SecretId): SelectionApi {
    const { selection } = this.#store(id);
    if (!selection) throw new Failure({ kind: 'conflict' });
    return selection;
  }

  /**
   * Makes one change to a secret, after those to it that are under way: the time between the last reading of its access
   * and the writing that keeps it is no time for another change of the same window.
   */
  #changing<T>(id: SecretId, call: () => Promise<T>): Promise<T> {
    return this.#named(id.owner, () => this.#turns.take(secretKey(id), call));
  }

  /** Rejects with failures that a user can act on, in place of Octokit's errors. */
  async #named<T>(owner: SecretOwner | undefined, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const failure = toFailure(error);
      const isHidden = owner && error instanceof RequestError && isFailure(failure, 'notFound');
      throw isHidden ? await diagnose({ client: this.#client, reader: this.#reader }, owner, error) : failure;
    }
  }
}

function noToken(): never {
  throw noUserAccess();
}
