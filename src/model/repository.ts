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

/** The repositories of an organization, as a question asks for them. */
export interface RepositoryList {
  /**
   * All of them. Rejects with a `Failure`, or with the reason of an aborted signal.
   * @param onPage called with how many there are so far, each time a page arrives; not called after `signal`
   */
  load(onPage: (soFar: number) => void, signal: AbortSignal): Promise<readonly Repository[]>;
}

/** How many repositories an organization has. */
export interface RepositoryCounts {
  readonly all: number;
  readonly public: number;
}

export function countsOf(repositories: readonly Repository[]): RepositoryCounts {
  return {
    all: repositories.length,
    public: repositories.filter(({ visibility }) => visibility === 'public').length,
  };
}

/** Made when a list is first sorted: it takes longer than all else that activation loads. */
let names: Intl.Collator | undefined;

/** The order in which people look for repositories and secrets: by name, whatever the case. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  names ??= new Intl.Collator('en', { sensitivity: 'base' });
  return names.compare(a.name, b.name);
}
