import { newSecret } from './editOwnSecret';
import type { UserEdit } from './edits';
import type { Fixture } from './fixture';
import { addKeyTo, repositoryNamed, userNamed } from './repositories';

/** Makes one change of a user's secrets or key. */
export function editUser(fixture: Fixture, edit: UserEdit, now: number): void {
  const user = userNamed(fixture, edit.user);
  const { secrets } = user.store;
  switch (edit.edit) {
    case 'setUserSecret': {
      const secret = newSecret(user, user.store, edit, now);
      const repositoryIds = edit.repositories
        ? idsOf(fixture, edit.repositories)
        : (secrets.get(secret.name)?.repositoryIds ?? new Set());
      secrets.set(secret.name, { ...secret, repositoryIds });
      return;
    }
    case 'setUserSecretRepositories': {
      const secret = secrets.get(edit.name.toUpperCase());
      if (!secret) throw new Error(`${edit.user} has no secret ${edit.name}.`);
      const repositoryIds = idsOf(fixture, edit.repositories);
      secrets.set(secret.name, { ...secret, repositoryIds, updatedAt: new Date(now) });
      return;
    }
    case 'deleteUserSecret':
      secrets.delete(edit.name.toUpperCase());
      return;
    case 'rotateUserKey':
      addKeyTo(user);
      return;
  }
}

function idsOf(fixture: Fixture, fullNames: readonly string[]): Set<number> {
  return new Set(fullNames.map(fullName => repositoryNamed(fixture, fullName).repository.id));
}
