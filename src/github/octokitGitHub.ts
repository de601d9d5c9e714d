import { RequestError } from '@octokit/request-error';
import { isFailure } from '../model/failure';
import type { GitHub, Listing } from '../model/gitHub';
import type { Organization } from '../model/organization';
import type { Repository } from '../model/repository';
import type { Secret, SecretChange, SecretReference } from '../model/secret';
import { createClient, type Client, type ClientOptions } from './client';
import { diagnose } from './diagnosis';
import { toFailure } from './failures';
import { readOrganizations } from './organizations';
import { allPages, pageSize } from './pages';
import { PublicKeys } from './publicKeys';
import { Reader } from './reader';
import type { Seal } from './sealing';
import { saveSecret } from './saveSecret';
import { toRepository, toSecret } from './shapes';

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

  constructor(options: ClientOptions, seal: Seal) {
    this.#client = createClient(options);
    this.#reader = new Reader(this.#client);
    this.#keys = new PublicKeys(this.#client);
    this.#seal = seal;
  }

  organizations(): Promise<Organization[]> {
    return this.#named(undefined, () => readOrganizations(this.#reader));
  }

  repositories(organization: string, { onPage, signal }: Listing = {}): Promise<Repository[]> {
    const readPage = (page: number): Promise<{ value: Repository[]; lastPage: number }> =>
      this.#reader.read(
        'GET /orgs/{org}/repos',
        { org: organization, sort: 'full_name', per_page: pageSize, page },
        data => data.map(toRepository),
        signal,
      );
    return this.#named(organization, () =>
      allPages(readPage, items => {
        if (!signal?.aborted) onPage?.(items);
      }),
    );
  }

  secrets(organization: string): Promise<Secret[]> {
    const readPage = (page: number): Promise<{ value: (Secret & { id: string })[]; lastPage: number }> =>
      this.#reader.read(
        'GET /orgs/{org}/codespaces/secrets',
        { org: organization, per_page: pageSize, page },
        data => data.secrets.map(toSecret),
      );
    return this.#named(organization, () => allPages(readPage));
  }

  secret(reference: SecretReference): Promise<Secret> {
    return this.#named(reference.organization, async () => {
      const route = 'GET /orgs/{org}/codespaces/secrets/{secret_name}';
      const { value } = await this.#reader.read(route, address(reference), toSecret);
      return value;
    });
  }

  hasSecret(reference: SecretReference): Promise<boolean> {
    return this.#named(reference.organization, async () => {
      try {
        await this.#client.request('GET /orgs/{org}/codespaces/secrets/{secret_name}', address(reference));
        return true;
      } catch (error) {
        if (error instanceof RequestError && isFailure(toFailure(error), 'notFound')) return false;
        throw error;
      }
    });
  }

  saveSecret(reference: SecretReference, change: SecretChange): Promise<void> {
    return this.#named(reference.organization, () =>
      saveSecret(this.#client, this.#keys, this.#seal, reference, change),
    );
  }

  deleteSecret(reference: SecretReference): Promise<void> {
    return this.#named(reference.organization, async () => {
      await this.#client.request('DELETE /orgs/{org}/codespaces/secrets/{secret_name}', address(reference));
    });
  }

  selectedRepositories(reference: SecretReference): Promise<Repository[]> {
    const readPage = (page: number): Promise<{ value: Repository[]; lastPage: number }> =>
      this.#reader.read(
        'GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories',
        { ...address(reference), per_page: pageSize, page },
        data => data.repositories.map(toRepository),
      );
    return this.#named(reference.organization, () => allPages(readPage));
  }

  setSelectedRepositories(reference: SecretReference, repositoryIds: readonly number[]): Promise<void> {
    return this.#named(reference.organization, async () => {
      await this.#client.request('PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories', {
        ...address(reference),
        selected_repository_ids: [...repositoryIds],
      });
    });
  }

  addSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return this.#named(reference.organization, async () => {
      await this.#client.request(
        'PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
        {
          ...address(reference),
          repository_id: repositoryId,
          ...repeatable,
        },
      );
    });
  }

  removeSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return this.#named(reference.organization, async () => {
      await this.#client.request(
        'DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}',
        {
          ...address(reference),
          repository_id: repositoryId,
          ...repeatable,
        },
      );
    });
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
