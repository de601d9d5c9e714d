import { type AccessMap, accessMap } from '../../../../src/webview/accessMap/accessMap';
import type { Visibility } from '../../../../src/model/secret';
import { type AccessMessage, repositoryVisibilities } from '../../../../src/webview/accessMap/protocol';

/** A secret of one app: its name, its visibility and the ids of its selected repositories. */
type Column = readonly [name: string, visibility: Visibility, selected: readonly number[]];

type Row = readonly [
  id: number,
  name: string,
  visibility: (typeof repositoryVisibilities)[number],
  isArchived: boolean,
];

/** What a map is made of. */
interface Access extends Omit<AccessMessage, 'secrets' | 'repositories'> {
  readonly secrets: readonly Column[];
  readonly repositories: readonly Row[];
}

/** Four repositories and four secrets: two selected ones, one for all, one for private and internal ones. */
export const access: Access = {
  type: 'access',
  apps: [['codespaces', 'Codespaces']],
  missing: [],
  secrets: [
    ['DB_URL', 'private', []],
    ['NPM_TOKEN', 'selected', [1, 4]],
    ['PYPI_TOKEN', 'selected', [3]],
    ['SENTRY_DSN', 'all', []],
  ],
  repositories: [
    [1, 'billing', 'private', false],
    [2, 'catalog', 'internal', false],
    [3, 'Docs', 'public', false],
    [4, 'legacy', 'private', true],
  ],
};

/** The message of these secrets, all of Codespaces. */
export function messageOf({ secrets, repositories, ...rest }: Access): AccessMessage {
  return {
    ...rest,
    secrets: secrets.map(column => [...column, 'codespaces', column[0]]),
    repositories: {
      ids: repositories.map(([id]) => id),
      names: repositories.map(([, name]) => name),
      visibilities: repositories.map(([, , visibility]) => repositoryVisibilities.indexOf(visibility)),
      archived: repositories.map(([, , , isArchived]) => isArchived),
    },
  };
}

export function map(changes: Partial<Access> = {}): AccessMap {
  return accessMap(messageOf({ ...access, ...changes }));
}
