import type { AccessUpdate, GitHub, OrganizationList, Saved, SelectionUpdate } from '../model/gitHub';
import { loadOnce } from '../model/loadOnce';
import type { Repository } from '../model/repository';
import type { SecretAccess } from '../model/access';
import type { Secret, SecretReference } from '../model/secret';

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

  async secrets(organization: string): Promise<readonly Secret[]> {
    return (await this.#gitHub()).secrets(organization);
  }

  async secret(reference: SecretReference): Promise<Secret> {
    return (await this.#gitHub()).secret(reference);
  }

  async findSecret(reference: SecretReference): Promise<Secret | undefined> {
    return (await this.#gitHub()).findSecret(reference);
  }

  async prepareSealing(organization: string): Promise<void> {
    return (await this.#gitHub()).prepareSealing(organization);
  }

  async access(reference: SecretReference): Promise<SecretAccess> {
    return (await this.#gitHub()).access(reference);
  }

  async saveSecret(
    reference: SecretReference,
    access: SecretAccess | AccessUpdate,
    value?: string,
  ): Promise<Saved> {
    return (await this.#gitHub()).saveSecret(reference, access, value);
  }

  async deleteSecret(reference: SecretReference): Promise<void> {
    return (await this.#gitHub()).deleteSecret(reference);
  }

  async selectedRepositories(reference: SecretReference): Promise<readonly Repository[]> {
    return (await this.#gitHub()).selectedRepositories(reference);
  }

  async updateSelection(
    reference: SecretReference,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate> {
    return (await this.#gitHub()).updateSelection(reference, update);
  }

  async addSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return (await this.#gitHub()).addSelectedRepository(reference, repositoryId);
  }

  async removeSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void> {
    return (await this.#gitHub()).removeSelectedRepository(reference, repositoryId);
  }
}
