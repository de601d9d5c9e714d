import type { Organization } from './organization';
import type { Repository } from './repository';
import type { Secret, SecretChange, SecretReference } from './secret';

/** How a listing that takes long shows what it has so far. */
export interface Listing {
  /** Called with each page as it arrives, in no particular order; not called after `signal`. */
  readonly onPage?: (repositories: readonly Repository[]) => void;
  readonly signal?: AbortSignal;
}

/**
 * What the domain asks of GitHub, for one signed-in account. Every list is whole: all of its pages.
 * Every method rejects with a `Failure`, or with the reason of an aborted signal.
 */
export interface GitHub {
  /** The organizations that the user owns, and those that single sign-on hides, of which no more can be known. */
  organizations(): Promise<Organization[]>;
  /** The organization's repositories, archived ones among them. */
  repositories(organization: string, listing?: Listing): Promise<Repository[]>;

  secrets(organization: string): Promise<Secret[]>;
  secret(reference: SecretReference): Promise<Secret>;
  /** Whether there is a secret of this name, as far as the account can see. */
  hasSecret(reference: SecretReference): Promise<boolean>;
  /** Creates or updates a secret. The value is sealed with the organization's public key before it leaves. */
  saveSecret(reference: SecretReference, change: SecretChange): Promise<void>;
  deleteSecret(reference: SecretReference): Promise<void>;

  selectedRepositories(reference: SecretReference): Promise<Repository[]>;
  setSelectedRepositories(reference: SecretReference, repositoryIds: readonly number[]): Promise<void>;
  addSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void>;
  removeSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void>;
}
