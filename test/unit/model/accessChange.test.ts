import assert from 'node:assert/strict';
import { accessChanges } from '../../../src/model/accessChange';
import type { Repository } from '../../../src/model/repository';

const [a, b, c] = (['a', 'b', 'c'] as const).map((name, id): Repository => {
  return { id, name, visibility: 'private', archived: false, url: '' };
}) as [Repository, Repository, Repository];

describe('the changes from one selection to another', () => {
  it('are none where nothing differs, in whatever order', () =>
    assert.deepEqual(accessChanges([a, b], [b, a]), []));
  it('add first, and then remove', () => {
    assert.deepEqual(accessChanges([a, b], [b, c]), [
      { kind: 'add', repository: c },
      { kind: 'remove', repository: a },
    ]);
  });
  it('know a repository by its id', () =>
    assert.deepEqual(accessChanges([a], [{ ...a, name: 'renamed' }]), []));
});
