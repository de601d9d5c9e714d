import type { OwnSecret, Repository, SecretStore, User } from './fixture';
import { seal } from './keys';
import { currentKeyOf } from './repositories';

/** What an edit says of a secret; times are milliseconds since 1970. */
interface Settings {
  readonly name: string;
  readonly value?: string;
  readonly createdAt?: number;
  readonly updatedAt?: number;
}

/** Creates a repository's own secret, or replaces its value. */
export function setOwnSecret(repository: Repository, edit: Settings, now: number): void {
  const secret = newSecret(repository, repository.store, edit, now);
  repository.store.secrets.set(secret.name, secret);
}

/** A secret of a repository or a user as an edit wants it, which keeps the time of its creation unless it says another. */
export function newSecret<Kept extends OwnSecret>(
  of: Repository | User,
  { secrets }: SecretStore<Kept>,
  { name: given, value, createdAt, updatedAt }: Settings,
  now: number,
): OwnSecret {
  const name = given.toUpperCase();
  const key = currentKeyOf(of);
  const existing = secrets.get(name);
  return {
    name,
    createdAt:
      createdAt === undefined && existing ? existing.createdAt : new Date(createdAt ?? updatedAt ?? now),
    updatedAt: new Date(updatedAt ?? now),
    value: {
      keyId: key.id,
      box: seal(new TextEncoder().encode(value ?? `the value of ${name}`), key),
    },
  };
}
