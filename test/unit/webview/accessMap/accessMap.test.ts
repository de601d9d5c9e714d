import assert from 'node:assert/strict';
import { whyReaches } from '../../../../src/webview/accessMap/accessMap';
import { access, map } from './maps';

describe('the access map', () => {
  it('says why each secret reaches each repository', () => {
    const all = map();
    const marks = all.repositories.map((_, row) =>
      all.secrets.map((_, column) => whyReaches(all, row, column)),
    );
    assert.deepEqual(marks, [
      ['private', 'selected', undefined, 'all'],
      ['private', undefined, undefined, 'all'],
      [undefined, undefined, 'selected', 'all'],
      ['private', 'selected', undefined, 'all'],
    ]);
    assert.equal(whyReaches(all, 9, 0), undefined);
    assert.equal(whyReaches(all, 0, 9), undefined);
  });

  it('sums up in both directions', () => {
    const { secrets, repositories } = map();
    assert.deepEqual(
      secrets.map(({ count }) => count),
      [3, 2, 1, 4],
    );
    assert.deepEqual(
      repositories.map(({ count }) => count),
      [3, 2, 2, 3],
    );
  });

  it('bears a selection that names a repository twice or one that is not listed', () => {
    const { repositories } = map({ secrets: [['NPM_TOKEN', 'selected', [1, 1, 99]]] });
    assert.deepEqual(
      repositories.map(({ count }) => count),
      [1, 0, 0, 0],
    );
  });

  it('is empty where there is nothing', () => {
    assert.deepEqual(
      map({ secrets: [] }).repositories.map(({ count }) => count),
      [0, 0, 0, 0],
    );
    assert.deepEqual(map({ repositories: [] }).secrets.length, access.secrets.length);
  });
});
