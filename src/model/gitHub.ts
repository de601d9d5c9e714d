import type { Organization } from './organization';
import type { SecretAccess } from './access';
import type { Repository, RepositoryDetails } from './repository';
import type { Secret, SecretId } from './secret';
import type { StoreId } from './secretStore';

/** The organizations of an account. */
export interface OrganizationList {
  /** Those that the user owns, and those behind single sign-on whose name is known. By name. */
  readonly organizations: readonly Organization[];
  /** How many more there are behind single sign-on, whose names GitHub does not tell. */
  readonly hidden: number;
}

/** What became of a secret that was saved. */
export interface Saved {
  /** Whether GitHub created it. Otherwise there was one of this name, and it was replaced. */
  readonly isNew: boolean;
  /** The access that was sent; nothing of a repository's own secret, which has none. */
  readonly access?: SecretAccess;
  /** The access that this replaced, as it was read right before; nothing where it was not read. */
  readonly replaced?: SecretAccess;
}

/** A selection that was sent, and the one that it replaced. */
export interface SelectionUpdate {
  readonly selection: readonly Repository[];
  readonly replaced: readonly Repository[];
}

/** The repositories that are selected for a secret, as they are shown. */
export interface SelectedRepositories {
  readonly repositories: readonly Repository[];
  /** Whether there are more: single sign-on hides them, or GitHub lists no more. */
  readonly isPartial: boolean;
}

/** Makes the access to be from the access that GitHub has right before the writing. May throw to write nothing. */
export type AccessUpdate = (now: SecretAccess) => SecretAccess;

/** Leaves the access as it is. */
export const keepAccess: AccessUpdate = now => now;

/**
 * What the domain asks of GitHub, for one account on one host. Every list is whole: all of its pages.
 * Every method rejects with a `Failure`.
 */
export interface GitHub {
  organizations(): Promise<OrganizationList>;
  /**
   * The organization's repositories, archived ones among them.
   * @param onPage called with the items of each page as it arrives, in no particular order
   */
  repositories(
    organization: string,
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]>;

  /** The repositories that the user can reach, with their owners in their names. `onPage` as above. */
  reachableRepositories(
    onPage?: (repositories: readonly Repository[]) => void,
  ): Promise<readonly Repository[]>;
  /** One repository, whatever it was called before. Rejects with `repositoryNotFound` where the user can't see it. */
  repository(fullName: string): Promise<RepositoryDetails>;

  secrets(store: StoreId): Promise<readonly Secret[]>;
  secret(id: SecretId): Promise<Secret>;
  /** The secret of this name, or nothing where there is none. */
  findSecret(id: SecretId): Promise<Secret | undefined>;
  /**
   * The names of the secrets of a store that a repository of its owner receives, where GitHub lists them.
   * @param repository its name, without the organization
   */
  received(store: StoreId, repository: string): Promise<readonly string[]>;
  /** Fetches what values are sealed with, ahead of time. Rejects where the organization has no such secrets. */
  prepareSealing(store: StoreId): Promise<void>;

  /** Who can use a secret at one moment, whatever changes while it is read, as far as GitHub lists them. */
  access(id: SecretId): Promise<SecretAccess>;
  /**
   * Creates or updates a secret. The value is sealed with the store's public key before it leaves.
   * @param access who can use it from now on; where that depends on who can now, this is read last, right before it is
   * written, and the update can be asked for twice. It does not matter for a repository's own secret. Where GitHub lists
   * it only in part, this rejects with `listIncomplete`
   */
  saveSecret(id: SecretId, access: SecretAccess | AccessUpdate, value?: string): Promise<Saved>;
  deleteSecret(id: SecretId): Promise<void>;

  /** The selected repositories, to be shown. What is written back is read with `access`. */
  selectedRepositories(id: SecretId): Promise<SelectedRepositories>;
  /**
   * Replaces the selection, of which `update` makes the new one right before it is sent. Rejects with `conflict` where
   * the visibility is not `selected`, and with `listIncomplete` where GitHub lists only a part of it.
   */
  updateSelection(
    id: SecretId,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate>;
  addSelectedRepository(id: SecretId, repositoryId: number): Promise<void>;
  removeSelectedRepository(id: SecretId, repositoryId: number): Promise<void>;
}
