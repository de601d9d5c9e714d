import type { WorldEdit } from '../github/edits';
import { findRepository } from '../github/fixture';
import { organizationOf } from './history';
import type { Site } from './sites';

/** Those of the edits that another admin can make now, without repositories that are not there. */
export function possibleEdits(site: Site, edits: readonly WorldEdit[]): WorldEdit[] {
  return edits.flatMap(edit => possible(site, edit));
}

function possible(site: Site, edit: WorldEdit): WorldEdit[] {
  const organization = organizationOf(site);
  const isThere = (name: string): boolean => findRepository(organization, name) !== undefined;
  const secret = 'name' in edit ? organization.secrets.get(edit.name ?? '') : undefined;
  if ('repository' in edit && isThere(edit.repository) === (edit.edit === 'createRepository')) return [];
  if (edit.edit === 'selectRepository' && secret?.visibility !== 'selected') return [];
  if ((edit.edit === 'unselectRepository' || edit.edit === 'setVisibility') && !secret) return [];
  if (!('repositories' in edit)) return [edit];
  return [{ ...edit, repositories: edit.repositories.filter(isThere) }];
}
