import type { FixtureEdit } from '../github/edits';
import { type Fixture, findRepository } from '../github/fixture';
import { findOwner } from '../github/repositories';
import { partsOfName } from './places';
import type { Site } from './sites';

/** An edit as another admin can make it now, without repositories that are not there. Nothing where they cannot. */
export function possibleEdit({ gitHub: { fixture } }: Site, edit: FixtureEdit): FixtureEdit | undefined {
  if ('fullName' in edit) {
    const { login, name } = partsOfName(edit.fullName);
    if (!isThere(fixture, login, name)) return undefined;
    if (edit.edit === 'transferRepository' && isThere(fixture, edit.to, name)) return undefined;
  }
  if ('user' in edit && !fixture.users.has(edit.user)) return undefined;
  if (
    edit.edit === 'setUserSecretRepositories' &&
    !fixture.users.get(edit.user)?.store.secrets.has(edit.name)
  )
    return undefined;
  if (edit.edit === 'setRepository' && edit.renameTo !== undefined)
    if (isThere(fixture, edit.organization, edit.renameTo)) return undefined;
  if ('organization' in edit && 'repository' in edit)
    if (isThere(fixture, edit.organization, edit.repository) === (edit.edit === 'createRepository'))
      return undefined;
  const secret =
    'organization' in edit && 'app' in edit && 'name' in edit
      ? fixture.organizations.get(edit.organization)?.stores[edit.app ?? 'codespaces'].secrets.get(edit.name)
      : undefined;
  if (edit.edit === 'selectRepository' && secret?.visibility !== 'selected') return undefined;
  if ((edit.edit === 'unselectRepository' || edit.edit === 'setVisibility') && !secret) return undefined;
  if (!('repositories' in edit)) return edit;
  const owner = 'organization' in edit ? edit.organization : undefined;
  const repositories = edit.repositories.filter(named => {
    const { login, name } = owner === undefined ? partsOfName(named) : { login: owner, name: named };
    return isThere(fixture, login, name);
  });
  return { ...edit, repositories };
}

function isThere(fixture: Fixture, login: string, name: string): boolean {
  const owner = findOwner(fixture, login);
  return owner !== undefined && findRepository(owner, name) !== undefined;
}
