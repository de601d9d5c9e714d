import { type StoreId, storeKey } from './secretStore';

/**
 * Which repositories of the organization receive a secret. `private` means private and internal ones.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 */
export type Visibility = 'all' | 'private' | 'selected';

export const visibilities: readonly Visibility[] = ['all', 'private', 'selected'];

/** What GitHub tells of a secret. It never tells a value. */
export interface Secret {
  readonly name: string;
  /** Undefined for a repository's own secrets: only that repository receives them. */
  readonly visibility: Visibility | undefined;
  readonly createdAt: Date;
  /** Moves with the value, the visibility and the selected repositories alike. */
  readonly updatedAt: Date;
}

/** A secret's address: names are unique within a store. */
export interface SecretId extends StoreId {
  readonly name: string;
}

/** The only string form of a secret's address. Names and logins are the same whatever their case. */
export function secretKey(id: SecretId): string {
  return `${storeKey(id)}/${id.name}`.toLowerCase();
}

/** The address of a secret in a store. */
export function secretIn({ app, owner }: StoreId, name: string): SecretId {
  return { app, owner, name };
}

/** The address alone of what carries more, such as a node of a view. */
export function secretIdOf({ app, owner, name }: SecretId): SecretId {
  return { app, owner, name };
}

/** The store that a secret is in. */
export function storeIn({ app, owner }: SecretId): StoreId {
  return { app, owner };
}

/** Whether two addresses are of the same secret. */
export function isSameSecret(a: SecretId, b: SecretId): boolean {
  return secretKey(a) === secretKey(b);
}

/** Whether a secret of an address's store is the one at that address. */
export function isAt(id: SecretId, { name }: Pick<Secret, 'name'>): boolean {
  return isSameSecret(secretIn(id, name), id);
}
