import assert from 'node:assert/strict';
import { whyCanUse } from '../../../../src/webview/accessMap/accessMap';
import { access, map } from './maps';

describe('the access map', () => {
  it('says why each repository can use each secret', () => {
    const all = map();
    const marks = all.repositories.map((_, row) =>
      all.secrets.map((_, column) => whyCanUse(all, row, column)),
    );
    assert.deepEqual(marks, [
      ['private', 'selected', undefined, 'all'],
      ['private', undefined, undefined, 'all'],
      [undefined, undefined, 'selected', 'all'],
      ['private', 'selected', undefined, 'all'],
    ]);
    assert.equal(whyCanUse(all, 9, 0), undefined);
    assert.equal(whyCanUse(all, 0, 9), undefined);
  });

  it('counts repositories and secrets', () => {
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

  it('accepts a selection with a duplicate or an unknown repository', () => {
    const { repositories } = map({ secrets: [['NPM_TOKEN', 'selected', [1, 1, 99]]] });
    assert.deepEqual(
      repositories.map(({ count }) => count),
      [1, 0, 0, 0],
    );
  });

  it('is empty without secrets and repositories', () => {
    assert.deepEqual(
      map({ secrets: [] }).repositories.map(({ count }) => count),
      [0, 0, 0, 0],
    );
    assert.deepEqual(map({ repositories: [] }).secrets.length, access.secrets.length);
  });
});
