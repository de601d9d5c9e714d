import type { Change } from '../../model/plan';
import type { AccessMatrix } from '../../model/access';
import type { AccessMessage, CellChange } from '../../webview/accessMap/protocol';

/** Packs an organization's access for the map. */
export function accessMessage({ secrets, repositories }: AccessMatrix): AccessMessage {
  return {
    type: 'access',
    secrets: secrets.map(({ name, access }) => [
      name,
      access.visibility,
      access.selection.map(({ id }) => id),
    ]),
    repositories: repositories.map(({ id, name, visibility, archived }) => [id, name, visibility, archived]),
  };
}

/** The change that a cell stands for. Nothing if the access that the map shows has no such cell to change. */
export function changeOf(access: AccessMatrix | undefined, cell: CellChange): Change | undefined {
  const secret = access?.secrets.find(({ name }) => name === cell.secret);
  const repository = access?.repositories.find(({ id }) => id === cell.repository);
  if (secret?.access.visibility !== 'selected' || !repository) return undefined;
  return { kind: cell.kind, secret: { organization: secret.organization, name: secret.name }, repository };
}

/** The cell of a change. Nothing for a change of more than one cell, which the map doesn't make. */
export function cellOf(change: Change): CellChange | undefined {
  if (change.kind === 'visibility' || change.kind === 'selection') return undefined;
  return { kind: change.kind, secret: change.secret.name, repository: change.repository.id };
}
