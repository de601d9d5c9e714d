import type { FixtureEdit } from '../github/edits';
import { findRepository } from '../github/fixture';
import { organizationOf } from './history';
import type { Site } from './sites';

/** An edit as another admin can make it now, without repositories that are not there. Nothing where they cannot. */
export function possibleEdit(site: Site, edit: FixtureEdit): FixtureEdit | undefined {
  const organization = organizationOf(site);
  const isThere = (name: string): boolean => findRepository(organization, name) !== undefined;
  const secret =
    'app' in edit && 'name' in edit
      ? organization.stores[edit.app ?? 'codespaces'].secrets.get(edit.name)
      : undefined;
  if ('repository' in edit && isThere(edit.repository) === (edit.edit === 'createRepository'))
    return undefined;
  if (edit.edit === 'selectRepository' && secret?.visibility !== 'selected') return undefined;
  if ((edit.edit === 'unselectRepository' || edit.edit === 'setVisibility') && !secret) return undefined;
  if (!('repositories' in edit)) return edit;
  return { ...edit, repositories: edit.repositories.filter(isThere) };
}
