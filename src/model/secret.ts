/**
 * Which repositories of the organization receive a secret. `private` means private and internal ones.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 */
export type Visibility = 'all' | 'private' | 'selected';

export const visibilities: readonly Visibility[] = ['all', 'private', 'selected'];

/** What GitHub tells of a secret. It never tells a value. */
export interface Secret {
  readonly name: string;
  readonly visibility: Visibility;
  readonly createdAt: Date;
  /** Moves with the value, the visibility and the selected repositories alike. */
  readonly updatedAt: Date;
}

/** A secret's address: names are unique within an organization. */
export interface SecretReference {
  /** The organization's login. */
  readonly organization: string;
  readonly name: string;
}

/** The only string form of a secret's address. Names and logins are the same whatever their case. */
export function secretKey({ organization, name }: SecretReference): string {
  return `${organization}/${name}`.toLowerCase();
}

/**
 * The most secrets that GitHub keeps for an organization.
 * @see https://docs.github.com/en/codespaces/managing-codespaces-for-your-organization/managing-development-environment-secrets-for-your-repository-or-organization
 */
export const maxOrganizationSecrets = 100;
