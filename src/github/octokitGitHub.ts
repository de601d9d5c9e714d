import { RequestError } from '@octokit/request-error';
import { Failure, isFailure } from '../model/failure';
import type { AccessUpdate, GitHub, OrganizationList, Saved, SelectionUpdate } from '../model/gitHub';
import type { SecretAccess } from '../model/access';
import type { Repository } from '../model/repository';
import { type Secret, secretKey, type SecretReference } from '../model/secret';
import { createClient, type Client, type ClientOptions } from './client';
import { diagnose } from './diagnosis';
import { toFailure } from './failures';
import { readOrganizations } from './organizations';
import { pageSize, readList, type ReadPage } from './pages';
import { PublicKeys } from './publicKeys';
import { AccessReader } from './readAccess';
import { type Answer, Reader } from './reader';
import type { Seal } from './sealing';
import { type LastAccess, saveSecret } from './saveSecret';
import { toRepository, toSecret } from './mappers';
import { Turns } from './turns';

/** What every operation on a secret names it by. */
const address = ({ organization, name }: SecretReference): { org: string; secret_name: string } => ({
  org: organization,
  secret_name: name,
});

/** Adding or removing one repository twice is the same as once. */
const repeatable = { request: { isRepeatable: true } };

/**
 * GitHub's REST API through Octokit.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 */
export class OctokitGitHub implements GitHub {
  readonly #client: Client;
  readonly #reader: Reader;
  readonly #keys: PublicKeys;
  readonly #seal: Seal;
  readonly #access: AccessReader;
  readonly #turns = new Turns();

  constructor(options: ClientOptions, seal: Seal) {
    this.#client = createClient(options);
    this.#reader = new Reader(this.#client);
    this.#keys = new PublicKeys(this.#client, options.clock);
    this.#seal = seal;
    this.#access = new AccessReader({
      secret: reference => this.#readSecret(reference),
      selection: reference => this.#selectionPages(reference),
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
    return this.#named(organization, () => readList(readPage, onPage));
  }

  secrets(organization: string): Promise<readonly Secret[]> {
    const readPage: ReadPage<Secret & { id: string }> = page =>
      this.#reader.read(
        'GET /orgs/{org}/codespaces/secrets',
        { org: organization, per_page: pageSize, page },
        data => ({ items: data.secrets.map(toSecret), total: data.total_count }),
      );
    return this.#named(organization, () => readList(readPage));
  }

  secret(reference: SecretReference): Promise<Secret> {
    return this.#named(reference.organization, async () => (await this.#readSecret(reference)).value);
  }

  findSecret(reference: SecretReference): Promise<Secret | undefined> {
    return this.#named(reference.organization, async () => {
      try {
        return (await this.#readSecret(reference)).value;
      } catch (error) {
        if (error instanceof RequestError && isFailure(toFailure(error), 'notFound')) return undefined;
        throw error;
      }
    });
  }

  prepareSealing(organization: string): Promise<void> {
    return this.#named(organization, async () => {
      await this.#keys.get(organization);
    });
  }

  access(reference: SecretReference): Promise<SecretAccess> {
    return this.#named(reference.organization, () => this.#access.read(reference));
  }

  saveSecret(
    reference: SecretReference,
    access: SecretAccess | AccessUpdate,
    value?: string,
  ): Promise<Saved> {
    const tools = { client: this.#client, keys: this.#keys, seal: this.#seal };
    const last = async (): Promise<LastAccess> => {
      if (typeof access !== 'function') return { access };
      const replaced = await this.#access.read(reference);
      return { access: access(replaced), replaced };
    };
    return this.#changing(reference, () => saveSecret(tools, reference, last, value));
  }

  deleteSecret(reference: SecretReference): Promise<void> {
    return this.#changing(reference, async () => {
      await this.#client.request('DELETE /orgs/{org}/codespaces/secrets/{secret_name}', address(reference));
    });
  }

  selectedRepositories(reference: SecretReference): Promise<readonly Repository[]> {
    return this.#named(reference.organization, () => readList(this.#selectionPages(reference)));
  }

  updateSelection(
    reference: SecretReference,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate> {
    return this.#changing(reference, async () => {
      const { visibility, selection: replaced } = await this.#access.read(reference);
      if (visibility !== 'selected') throw new Failure({ kind: 'conflict' });
      const selection = update(replaced);
      await this.#client.request('PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories', {
        ...address(reference),
        selected_repository_ids: selection.map(({ id }) => id),
      });
      return { selection, replaced };
    });
  }

  addSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return this.#changing(reference, async () => {
      await this.#client.request(
        'PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
        { ...address(reference), repository_id: repositoryId, ...repeatable },
      );
    });
  }

  removeSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return this.#changing(reference, async () => {
      await this.#client.request(
        'DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
        { ...address(reference), repository_id: repositoryId, ...repeatable },
      );
    });
  }

  #readSecret(reference: SecretReference): Promise<Answer<Secret>> {
    return this.#reader.read(
      'GET /orgs/{org}/codespaces/secrets/{secret_name}',
      address(reference),
      toSecret,
    );
  }

  #selectionPages(reference: SecretReference): ReadPage<Repository> {
    return page =>
      this.#reader.read(
        'GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories',
        { ...address(reference), per_page: pageSize, page },
        data => ({ items: data.repositories.map(toRepository), total: data.total_count }),
      );
  }

  /**
   * Makes one change to a secret, after those to it that are under way: the time between the last reading of its access
   * and the writing that keeps it is no time for another change of the same window.
   */
  #changing<T>(reference: SecretReference, call: () => Promise<T>): Promise<T> {
    return this.#named(reference.organization, () => this.#turns.take(secretKey(reference), call));
  }

  /** Rejects with failures that a user can act on, in place of Octokit's errors. */
  async #named<T>(organization: string | undefined, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      const failure = toFailure(error);
      const isHidden =
        organization !== undefined && error instanceof RequestError && isFailure(failure, 'notFound');
      throw isHidden ? await diagnose(this.#client, organization, error) : failure;
    }
  }
}
