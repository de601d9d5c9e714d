/** A repository by its address on GitHub. */
export interface RepositoryAddress {
  /** The login of its owner. */
  readonly owner: string;
  /** Without its owner: `billing`. */
  readonly name: string;
}

/** The parts of a full name: `acme/billing`. What is missing is empty. */
export function addressOf(fullName: string): RepositoryAddress {
  const [owner = '', name = ''] = fullName.split('/');
  return { owner, name };
}

/** The name of a repository with its owner: `acme/billing`. */
export function fullNameOf({ owner, name }: RepositoryAddress): string {
  return `${owner}/${name}`;
}
