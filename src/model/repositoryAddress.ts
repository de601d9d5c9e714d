/** A repository by its address on GitHub. */
export interface RepositoryAddress {
  /** The login of its owner. */
  readonly owner: string;
  /** Without its owner: `billing`. */
  readonly name: string;
}

/** Letters, digits and hyphens; an underscore in those of managed users. */
const login = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;
const repositoryName = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/**
 * Whether a text can be the login of an owner. Remotes and language models name owners and repositories, and a name that is
 * no name, such as `..`, would lead a request to another address of GitHub's.
 */
export function isLogin(text: string): boolean {
  return login.test(text);
}

/** Whether a text can be the name of a repository, without its owner. */
export function isRepositoryName(text: string): boolean {
  return repositoryName.test(text);
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
