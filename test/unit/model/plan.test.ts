import assert from 'node:assert/strict';
import { type Change, changesBetween, isLarge, type Summary, summarize } from '../../../src/model/plan';
import type { Reach } from '../../../src/model/reach';
import type { Repository } from '../../../src/model/repository';

const secret = { organization: 'acme', name: 'NPM_TOKEN' };
const repositories: Repository[] = Array.from({ length: 30 }, (_, id) => ({
  id,
  name: `repository-${id}`,
  visibility: id % 3 === 0 ? 'public' : 'private',
  archived: false,
  url: '',
}));
const selected = (from: number, to: number): Reach => ({
  visibility: 'selected',
  selection: repositories.slice(from, to),
});
const toAll: Reach = { visibility: 'all', selection: [] };
const toPrivate: Reach = { visibility: 'private', selection: [] };

describe('a plan', () => {
  const plan = (before: Reach, after: Reach): Summary & { changes: Change[] } => {
    const changes = changesBetween(secret, before, after);
    return { changes, ...summarize(changes, () => before, repositories) };
  };

  it('takes a call for each repository that differs, additions first', () => {
    const { changes, effects } = plan(selected(0, 5), selected(3, 9));
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      [...Array<string>(4).fill('add'), ...Array<string>(3).fill('remove')],
    );
    assert.deepEqual(
      effects.map(({ gain, lose }) => ({ gain, lose })),
      [{ gain: 4, lose: 3 }],
    );
  });

  it('takes one call for another visibility, and counts who gains and loses by it', () => {
    for (const [before, after, gain, lose] of [
      [selected(0, 3), toAll, 27, 0],
      [toAll, toPrivate, 0, 10],
      [toPrivate, selected(0, 3), 1, 18],
    ] as const) {
      const { changes, effects, requests } = plan(before, after);
      assert.equal(changes.length, 1);
      assert.equal(requests, 2);
      assert.deepEqual([effects[0]?.gain, effects[0]?.lose], [gain, lose]);
    }
  });

  it('is nothing where nothing differs', () => {
    assert.deepEqual(plan(selected(0, 3), selected(0, 3)).changes, []);
    assert.deepEqual(plan(toAll, toAll).changes, []);
  });

  it('is shown before it is made if it is more than ten calls, or takes access from more than one repository', () => {
    assert.equal(isLarge(plan(selected(0, 0), selected(0, 10))), false);
    assert.equal(isLarge(plan(selected(0, 0), selected(0, 11))), true);
    assert.equal(isLarge(plan(selected(0, 1), selected(0, 0))), false);
    assert.equal(isLarge(plan(selected(0, 2), selected(0, 0))), true);
    assert.equal(isLarge(plan(toAll, toPrivate)), true);
  });
});
