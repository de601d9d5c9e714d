import type {
  AccessUpdate,
  GitHub,
  OrganizationList,
  Saved,
  SelectedRepositories,
  SelectionUpdate,
} from '../model/gitHub';
import { loadOnce } from '../model/loadOnce';
import type { Repository, RepositoryDetails } from '../model/repository';
import type { SecretAccess } from '../model/access';
import type { Secret, SecretId } from '../model/secret';
import type { StoreId } from '../model/secretStore';

/** A GitHub whose code is still being loaded. Each call waits for it, and loads it again if that failed before. */
export class DeferredGitHub implements GitHub {
  readonly #gitHub: () => Promise<GitHub>;

  constructor(load: () => Promise<GitHub>) {
    this.#gitHub = loadOnce(load);
    this.#gitHub().catch(() => undefined);
  }

  async organizations(): Promise<OrganizationList> {
    return (await this.#gitHub()).organizations();
  }

  async repositories(
    organization: string,
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]> {
    return (await this.#gitHub()).repositories(organization, onPage);
  }

  async reachableRepositories(
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]> {
    return (await this.#gitHub()).reachableRepositories(onPage);
  }

  async repository(fullName: string): Promise<RepositoryDetails> {
    return (await this.#gitHub()).repository(fullName);
  }

  async secrets(store: StoreId): Promise<readonly Secret[]> {
    return (await this.#gitHub()).secrets(store);
  }

  async secret(id: SecretId): Promise<Secret> {
    return (await this.#gitHub()).secret(id);
  }

  async findSecret(id: SecretId): Promise<Secret | undefined> {
    return (await this.#gitHub()).findSecret(id);
  }

  async received(store: StoreId, repository: string): Promise<readonly string[]> {
    return (await this.#gitHub()).received(store, repository);
  }

  async prepareSealing(store: StoreId): Promise<void> {
    return (await this.#gitHub()).prepareSealing(store);
  }

  async access(id: SecretId): Promise<SecretAccess> {
    return (await this.#gitHub()).access(id);
  }

  async saveSecret(id: SecretId, access: SecretAccess | AccessUpdate, value?: string): Promise<Saved> {
    return (await this.#gitHub()).saveSecret(id, access, value);
  }

  async deleteSecret(id: SecretId): Promise<void> {
    return (await this.#gitHub()).deleteSecret(id);
  }

  async selectedRepositories(id: SecretId): Promise<SelectedRepositories> {
    return (await this.#gitHub()).selectedRepositories(id);
  }

  async updateSelection(
    id: SecretId,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate> {
    return (await this.#gitHub()).updateSelection(id, update);
  }

  async addSelectedRepository(id: SecretId, repositoryId: number): Promise<void> {
    return (await this.#gitHub()).addSelectedRepository(id, repositoryId);
  }

  async removeSelectedRepository(id: SecretId, repositoryId: number): Promise<void> {
    return (await this.#gitHub()).removeSelectedRepository(id, repositoryId);
  }
}
