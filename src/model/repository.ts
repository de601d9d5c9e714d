/** Who can see a repository. `internal`: every member of the enterprise. */
export type RepositoryVisibility = 'public' | 'private' | 'internal';

/** A repository of an organization. */
export interface Repository {
  readonly id: number;
  /** Without the organization: `billing`. */
  readonly name: string;
  readonly visibility: RepositoryVisibility;
  readonly archived: boolean;
  /** Its page on GitHub. */
  readonly url: string;
}

/** The order in which people look for repositories and secrets: by name, whatever the case. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, 'en', { sensitivity: 'base' });
}
