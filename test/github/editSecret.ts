import type { SecretEdit } from './edits';
import {
  currentKey,
  type Organization,
  repositoryOf,
  secretOf,
  type SecretApp,
  type SecretVisibility,
  type Fixture,
} from './fixture';
import { seal } from './keys';

/** Makes one change of a secret. */
export function editSecret(
  fixture: Fixture,
  organization: Organization,
  edit: SecretEdit,
  now: number,
): void {
  const name = edit.name.toUpperCase();
  const { app = 'codespaces' } = edit;
  const { secrets } = organization.stores[app];
  if (edit.edit === 'createSecret') {
    const existing = secrets.get(name);
    secrets.set(name, {
      name,
      visibility: edit.visibility,
      repositoryIds: idsOf(organization, edit.visibility, edit.repositories),
      createdAt:
        edit.createdAt === undefined && existing
          ? existing.createdAt
          : new Date(edit.createdAt ?? edit.updatedAt ?? now),
      updatedAt: new Date(edit.updatedAt ?? now),
      value: sealed(organization, app, edit.value ?? `the value of ${name}`),
    });
    return;
  }
  if (edit.edit === 'deleteSecret') {
    secrets.delete(name);
    return;
  }
  const secret = secretOf(fixture, organization.login, name, app);
  switch (edit.edit) {
    case 'setValue':
      secret.value = sealed(organization, app, edit.value);
      break;
    case 'setVisibility': {
      const ids = idsOf(organization, edit.visibility, edit.repositories);
      secret.visibility = edit.visibility;
      secret.repositoryIds.clear();
      ids.forEach(id => secret.repositoryIds.add(id));
      break;
    }
    case 'selectRepository':
      if (secret.visibility !== 'selected')
        throw new Error(`The visibility of ${name} is ${secret.visibility}: nothing can be selected for it.`);
      secret.repositoryIds.add(repositoryOf(organization, edit.repository).id);
      break;
    case 'unselectRepository':
      secret.repositoryIds.delete(repositoryOf(organization, edit.repository).id);
      break;
  }
  secret.updatedAt = new Date(now);
}

function idsOf(
  organization: Organization,
  visibility: SecretVisibility,
  names: readonly string[] = [],
): Set<number> {
  if (visibility !== 'selected') return new Set();
  const ids = new Map(
    [...organization.repositories.values()].map(({ name, id }) => [name.toLowerCase(), id]),
  );
  return new Set(names.map(name => ids.get(name.toLowerCase()) ?? repositoryOf(organization, name).id));
}

function sealed(organization: Organization, app: SecretApp, value: string) {
  const key = currentKey(organization, app);
  return { keyId: key.id, box: seal(new TextEncoder().encode(value), key) };
}
