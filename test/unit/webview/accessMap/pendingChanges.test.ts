import assert from 'node:assert/strict';
import { PendingChanges } from '../../../../src/webview/accessMap/pendingChanges';
import { access, map } from './maps';

/** Rows and columns of the map that the tests share. */
const [billing, catalog, docs] = [0, 1, 2];
const [npm, pypi, sentry] = [1, 2, 3];

describe('the pending changes of the access map', () => {
  const all = map();
  let changes: PendingChanges;
  beforeEach(() => {
    changes = new PendingChanges();
  });

  const names = (list = changes.list): string[] =>
    list.map(({ kind, secret, repository }) => `${kind} ${secret} ${repository}`);

  it('are undone step by step, last first, and redone', () => {
    changes.toggle(all, catalog, npm);
    changes.toggle(all, billing, npm);
    changes.toggle(all, catalog, npm);
    assert.deepEqual(names(), ['remove codespaces/NPM_TOKEN 1']);
    assert.deepEqual(names([...changes.undo(all)]), ['add codespaces/NPM_TOKEN 2']);
    assert.deepEqual(names().sort(), ['add codespaces/NPM_TOKEN 2', 'remove codespaces/NPM_TOKEN 1']);
    assert.deepEqual(names([...changes.undo(all)]), ['remove codespaces/NPM_TOKEN 1']);
    assert.deepEqual(names([...changes.undo(all)]), ['add codespaces/NPM_TOKEN 2']);
    assert.deepEqual([names(), changes.undo(all)], [[], []]);
    changes.redo(all);
    changes.redo(all);
    assert.deepEqual(names().sort(), ['add codespaces/NPM_TOKEN 2', 'remove codespaces/NPM_TOKEN 1']);
    changes.redo(all);
    assert.deepEqual(names(), ['remove codespaces/NPM_TOKEN 1']);
    assert.deepEqual(changes.redo(all), []);
  });

  it('come back when a discard is undone', () => {
    changes.toggle(all, catalog, npm);
    changes.toggle(all, docs, npm);
    changes.discard();
    assert.deepEqual(names(), []);
    assert.equal(changes.undo(all).length, 2);
    assert.deepEqual(names(), ['add codespaces/NPM_TOKEN 2', 'add codespaces/NPM_TOKEN 3']);
  });

  it('cannot be redone after another step', () => {
    changes.toggle(all, catalog, npm);
    changes.undo(all);
    changes.toggle(all, billing, pypi);
    assert.deepEqual(changes.redo(all), []);
    assert.deepEqual(names(), ['add codespaces/PYPI_TOKEN 1']);
  });

  it('record no step without an effect', () => {
    changes.toggle(all, catalog, npm);
    changes.toggle(all, billing, sentry);
    assert.deepEqual(names([...changes.undo(all)]), ['add codespaces/NPM_TOKEN 2']);
  });

  it('skip a step that no longer has an effect', () => {
    changes.toggle(all, billing, pypi);
    changes.toggle(all, catalog, npm);
    changes.discard();
    const after = map({
      secrets: [
        ['NPM_TOKEN', 'selected', [1, 2, 4]],
        ['PYPI_TOKEN', 'selected', [3]],
      ],
    });
    assert.deepEqual(names([...changes.undo(after)]), ['add codespaces/PYPI_TOKEN 1']);
    assert.deepEqual(names(), ['add codespaces/PYPI_TOKEN 1']);
    assert.deepEqual(names([...changes.undo(after)]), ['add codespaces/PYPI_TOKEN 1']);
    assert.deepEqual([names(), changes.undo(after)], [[], []]);
  });

  it('do not come back by undo once GitHub has confirmed them', () => {
    changes.toggle(all, catalog, npm);
    changes.toggle(all, docs, npm);
    changes.settle([{ kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 2 }]);
    assert.deepEqual(names(), ['add codespaces/NPM_TOKEN 3']);
    assert.deepEqual(changes.undo(all), []);
    assert.deepEqual(names(), ['add codespaces/NPM_TOKEN 3']);
  });

  it('stay, with their steps, if GitHub confirmed none', () => {
    changes.toggle(all, catalog, npm);
    changes.settle([]);
    assert.deepEqual(names([...changes.undo(all)]), ['add codespaces/NPM_TOKEN 2']);
  });

  it('are restored, except those that are no longer possible', () => {
    changes.restore([
      { kind: 'add', secret: 'codespaces/NPM_TOKEN', repository: 2 },
      { kind: 'add', secret: 'codespaces/GONE', repository: 2 },
    ]);
    assert.deepEqual(changes.reconcile(map(access)), [{ reason: 'secret', secret: 'GONE' }]);
    assert.deepEqual(names(), ['add codespaces/NPM_TOKEN 2']);
  });
});
