import type { Organization } from './organization';
import type { SecretAccess } from './access';
import type { Repository } from './repository';
import type { Secret, SecretReference } from './secret';

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
  /** The access that was sent. */
  readonly access: SecretAccess;
  /** The access that this replaced, as it was read right before; nothing where it was not read. */
  readonly replaced?: SecretAccess;
}

/** A selection that was sent, and the one that it replaced. */
export interface SelectionUpdate {
  readonly selection: readonly Repository[];
  readonly replaced: readonly Repository[];
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

  secrets(organization: string): Promise<readonly Secret[]>;
  secret(reference: SecretReference): Promise<Secret>;
  /** The secret of this name, or nothing where there is none. */
  findSecret(reference: SecretReference): Promise<Secret | undefined>;
  /** Fetches what values are sealed with, ahead of time. Rejects where the organization's plan has no secrets. */
  prepareSealing(organization: string): Promise<void>;

  /** Who can use a secret at one moment, whatever changes while it is read. */
  access(reference: SecretReference): Promise<SecretAccess>;
  /**
   * Creates or updates a secret. The value is sealed with the organization's public key before it leaves.
   * @param access who can use it from now on; where that depends on who can now, this is read last, right before it is
   * written, and the update can be asked for twice
   */
  saveSecret(reference: SecretReference, access: SecretAccess | AccessUpdate, value?: string): Promise<Saved>;
  deleteSecret(reference: SecretReference): Promise<void>;

  /** The selected repositories, to be shown. What is written back is read with `access`. */
  selectedRepositories(reference: SecretReference): Promise<readonly Repository[]>;
  /**
   * Replaces the selection, of which `update` makes the new one right before it is sent. Rejects with `conflict` where
   * the visibility is not `selected`.
   */
  updateSelection(
    reference: SecretReference,
    update: (now: readonly Repository[]) => readonly Repository[],
  ): Promise<SelectionUpdate>;
  addSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void>;
  removeSelectedRepository(reference: SecretReference, repositoryId: number): Promise<void>;
}
