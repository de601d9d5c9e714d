import { appLabel, nameInApp } from '../../labels/apps';
import { missingAppSentence } from '../../labels/missingApps';
import type { Change } from '../../model/plan';
import { type AccessMatrix, loadedApps } from '../../model/access';
import { type SecretId, secretIdOf } from '../../model/secret';
import { isSecretApp } from '../../model/secretApp';
import {
  type AccessMessage,
  type CellChange,
  repositoryVisibilities,
} from '../../webview/accessMap/protocol';

/** What the map tells a secret from the others by, whichever apps are shown. */
function columnKey({ app, name }: SecretId): string {
  return `${app}/${name}`;
}

/** What the map calls a secret: of several apps, each secret names its own. */
function columnTitle({ apps }: Pick<AccessMatrix, 'apps'>, secret: SecretId): string {
  return apps.length > 1 ? nameInApp(secret) : secret.name;
}

/** Packs an organization's access for the map, grouped by app. */
export function accessMessage(access: AccessMatrix): AccessMessage {
  const { apps, secrets, repositories, failures } = access;
  const inGroups = apps.flatMap(app => secrets.filter(secret => secret.app === app));
  return {
    type: 'access',
    apps: loadedApps(access).map(app => [app, appLabel(app)]),
    missing: failures.map(missingAppSentence),
    secrets: inGroups.map(secret => [
      columnTitle(access, secret),
      secret.access.visibility,
      secret.access.selection.map(({ id }) => id),
      secret.app,
      secret.name,
    ]),
    repositories: {
      ids: repositories.map(({ id }) => id),
      names: repositories.map(({ name }) => name),
      visibilities: repositories.map(({ visibility }) => repositoryVisibilities.indexOf(visibility)),
      archived: repositories.map(({ archived }) => archived),
    },
  };
}

/** Whether the access that the map shows has the secret of a cell. */
export function hasSecret(access: AccessMatrix | undefined, cell: CellChange): boolean {
  return access?.secrets.some(secret => columnKey(secret) === cell.secret) === true;
}

/** The change that a cell stands for. Nothing if the access that the map shows has no such cell to change. */
export function changeOf(access: AccessMatrix | undefined, cell: CellChange): Change | undefined {
  const found = access?.secrets.find(secret => columnKey(secret) === cell.secret);
  const repository = access?.repositories.find(({ id }) => id === cell.repository);
  if (found?.access.visibility !== 'selected' || !repository) return undefined;
  return { kind: cell.kind, secret: secretIdOf(found), repository };
}

/** The secrets of some cells, each once, as they are called wherever several apps are shown. */
export function secretsOfCells(cells: readonly CellChange[]): string[] {
  return [...new Set(cells.map(({ secret }) => secret))].map(key => {
    const [app = '', name = ''] = key.split('/');
    return isSecretApp(app) ? nameInApp({ app, name }) : name;
  });
}

/** The cell of a change. Nothing for a change of more than one cell, which the map doesn't make. */
export function cellOf(change: Change): CellChange | undefined {
  if (change.kind === 'visibility' || change.kind === 'selection') return undefined;
  return { kind: change.kind, secret: columnKey(change.secret), repository: change.repository.id };
}
