import assert from 'node:assert/strict';
import {
  type Pending,
  pendingAt,
  reconciled,
  tallies,
  toggled,
} from '../../../../src/webview/accessMap/pending';
import { access, map } from './maps';

describe('pending changes of the access map', () => {
  const all = map();
  const toggle = (...cells: [row: number, column: number][]): Pending =>
    cells.reduce<Pending>((pending, [row, column]) => toggled(pending, all, row, column), new Map());

  it('grant a secret that is not granted, and revoke one that is', () => {
    const pending = toggle([1, 1], [0, 1]);
    assert.deepEqual(
      [...pending.values()],
      [
        { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 2 },
        { kind: 'remove', secret: 'codespaces/NPM_TOKEN', repository: 1 },
      ],
    );
    assert.equal(pendingAt(pending, all, 1, 1)?.kind, 'add');
    assert.equal(pendingAt(pending, all, 2, 1), undefined);
  });

  it('cancel out if a cell is toggled twice', () => {
    assert.equal(toggle([1, 1], [1, 1]).size, 0);
  });

  it('ignore cells of other visibilities, and cells that do not exist', () => {
    assert.equal(toggle([0, 0], [2, 0], [0, 3], [9, 1], [0, 9]).size, 0);
  });

  it('are counted in total, by secret and by repository', () => {
    const { all: whole, secrets, repositories } = tallies(toggle([1, 1], [2, 1], [0, 1], [1, 2]));
    assert.deepEqual(whole, { grants: 3, removals: 1 });
    assert.deepEqual(secrets.get('codespaces/NPM_TOKEN'), { grants: 2, removals: 1 });
    assert.deepEqual(repositories.get(2), { grants: 2, removals: 0 });
    assert.equal(repositories.get(4), undefined);
  });

  it('end only when GitHub shows them as made', () => {
    const pending = toggle([1, 1], [0, 1], [2, 1]);
    const after = map({
      secrets: [
        ['NPM_TOKEN', 'selected', [2, 1, 4]],
        ...access.secrets.filter(([name]) => name !== 'NPM_TOKEN'),
      ],
    });
    const { pending: left, dropped } = reconciled(pending, after);
    assert.deepEqual(
      [...left.values()].map(({ kind, repository }) => [kind, repository]),
      [
        ['remove', 1],
        ['add', 3],
      ],
    );
    assert.deepEqual(dropped, []);
  });

  it('wait while the secrets of their app are missing', () => {
    const pending = toggle([1, 1], [1, 2]);
    const missing = reconciled(pending, map({ apps: [], secrets: [] }));
    assert.deepEqual(missing, { pending, dropped: [] });
  });

  it('name the app of a secret that is gone, where another app can have one of its name', () => {
    const apps = [
      ['codespaces', 'Codespaces'],
      ['actions', 'Actions'],
    ] as const;
    const change = { kind: 'add', secret: 'actions/NPM_TOKEN', repository: 2 } as const;
    const { dropped } = reconciled(new Map([['', change]]), map({ apps }));
    assert.deepEqual(dropped, [{ reason: 'secret', secret: 'NPM_TOKEN (Actions)' }]);
  });

  it('are dropped when they are no longer possible, with one reason for each secret', () => {
    const pending = toggle([1, 1], [2, 1], [1, 2]);
    const after = (secrets: typeof access.secrets) => reconciled(pending, map({ secrets }));
    assert.deepEqual(after([['PYPI_TOKEN', 'selected', []]]).dropped, [
      { reason: 'secret', secret: 'NPM_TOKEN' },
    ]);
    const changed = after([
      ['NPM_TOKEN', 'all', []],
      ['PYPI_TOKEN', 'selected', []],
    ]);
    assert.deepEqual(changed.dropped, [{ reason: 'visibility', secret: 'NPM_TOKEN' }]);
    assert.deepEqual(
      [...changed.pending.values()].map(({ secret }) => secret),
      ['codespaces/PYPI_TOKEN'],
    );
    const gone = reconciled(pending, map({ repositories: access.repositories.slice(0, 2) }));
    assert.deepEqual(gone.dropped, [{ reason: 'repositories' }]);
    assert.equal(gone.pending.size, 2);
  });
});
