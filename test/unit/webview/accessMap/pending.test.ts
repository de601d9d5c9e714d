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

  it('grants what is not there, and removes what is', () => {
    const pending = toggle([1, 1], [0, 1]);
    assert.deepEqual(
      [...pending.values()],
      [
        { kind: 'add', secret: 'NPM_TOKEN', repository: 2 },
        { kind: 'remove', secret: 'NPM_TOKEN', repository: 1 },
      ],
    );
    assert.equal(pendingAt(pending, all, 1, 1)?.kind, 'add');
    assert.equal(pendingAt(pending, all, 2, 1), undefined);
  });

  it('takes a change back that is made twice', () => {
    assert.equal(toggle([1, 1], [1, 1]).size, 0);
  });

  it('leaves alone what is not for selected repositories, and what is not there', () => {
    assert.equal(toggle([0, 0], [2, 0], [0, 3], [9, 1], [0, 9]).size, 0);
  });

  it('sums up as a whole, for each secret and for each repository', () => {
    const { all: whole, secrets, repositories } = tallies(toggle([1, 1], [2, 1], [0, 1], [1, 2]));
    assert.deepEqual(whole, { grants: 3, removals: 1 });
    assert.deepEqual(secrets.get('NPM_TOKEN'), { grants: 2, removals: 1 });
    assert.deepEqual(repositories.get(2), { grants: 2, removals: 0 });
    assert.equal(repositories.get(4), undefined);
  });

  it('gives up only what GitHub shows as made', () => {
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

  it('drops what can no longer be made, and says why, once for each secret', () => {
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
      ['PYPI_TOKEN'],
    );
    const gone = reconciled(pending, map({ repositories: access.repositories.slice(0, 2) }));
    assert.deepEqual(gone.dropped, [{ reason: 'repositories' }]);
    assert.equal(gone.pending.size, 2);
  });
});
