import type { Fixture, OwnSecret, Repository, User } from './fixture';
import { open } from './keys';
import { fullNameOf, repositoryById, repositoryNamed, userNamed } from './repositories';

/** What is stored for a repository's own secret besides its value. */
export interface StoredRepositorySecret {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What is stored for a user's secret besides its value. */
export interface StoredUserSecret extends StoredRepositorySecret {
  /** The full names of the selected repositories, sorted. */
  readonly repositories: readonly string[];
}

/** Says whose secret is meant: a repository by its full name, or a user by login. */
export type OwnSecretOwner = { readonly repository: string } | { readonly user: string };

/** What is stored for a repository's own secret; undefined where there is no such secret. */
export function storedRepositorySecret(
  fixture: Fixture,
  fullName: string,
  name: string,
): StoredRepositorySecret | undefined {
  const secret = repositoryNamed(fixture, fullName).repository.store.secrets.get(name.toUpperCase());
  return secret && stored(secret);
}

/** What is stored for a user's secret; undefined where there is no such secret. */
export function storedUserSecret(
  fixture: Fixture,
  login: string,
  name: string,
): StoredUserSecret | undefined {
  const secret = userNamed(fixture, login).store.secrets.get(name.toUpperCase());
  if (!secret) return undefined;
  const repositories = [...secret.repositoryIds].flatMap(id => repositoryById(fixture, id) ?? []);
  return { ...stored(secret), repositories: repositories.map(fullNameOf).sort() };
}

/** The bytes of a secret of a repository or a user, opened; undefined where there is no such secret. */
export function ownValueOf(fixture: Fixture, owner: OwnSecretOwner, name: string): Uint8Array | undefined {
  const { store }: Repository | User =
    'user' in owner ? userNamed(fixture, owner.user) : repositoryNamed(fixture, owner.repository).repository;
  const secret = store.secrets.get(name.toUpperCase());
  const pair = store.keys.find(key => key.id === secret?.value.keyId);
  return secret && pair && open(secret.value.box, pair);
}

function stored({ name, createdAt, updatedAt }: OwnSecret): StoredRepositorySecret {
  return { name, createdAt: createdAt.getTime(), updatedAt: updatedAt.getTime() };
}
