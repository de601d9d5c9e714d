/** Who can see a repository. `internal`: every member of the enterprise. */
export type RepositoryVisibility = 'public' | 'private' | 'internal';

/** A repository. */
export interface Repository {
  readonly id: number;
  /** Among those of one organization without it: `billing`. Among those of several owners with it: `acme/billing`. */
  readonly name: string;
  readonly visibility: RepositoryVisibility;
  readonly archived: boolean;
  /** Its page on GitHub. */
  readonly url: string;
}

/** A repository that was asked for by its address. */
export interface RepositoryDetails {
  readonly repository: Repository;
  /** What it is called now, with its owner: `acme/billing`. */
  readonly fullName: string;
  /** The organization that owns it; undefined for a person's. */
  readonly organization: string | undefined;
  /** Whether the user can write to it, and so manage its own secrets. */
  readonly canWrite: boolean;
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

/** Those of some repositories that are not among others. */
export function without(repositories: readonly Repository[], others: readonly Repository[]): Repository[] {
  const ids = new Set(others.map(({ id }) => id));
  return repositories.filter(({ id }) => !ids.has(id));
}

/** Made when a list is first sorted: it takes longer than all else that activation loads. */
let names: Intl.Collator | undefined;

/** The order in which people look for repositories and secrets: by name, whatever the case. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  names ??= new Intl.Collator('en', { sensitivity: 'base' });
  return names.compare(a.name, b.name);
}
