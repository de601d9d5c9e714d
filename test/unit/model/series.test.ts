import assert from 'node:assert/strict';
import { Failure, type FailureReason } from '../../../src/model/failure';
import { inSeries } from '../../../src/model/series';

const items = ['a', 'b', 'c'];

/** Does every item but `b`. */
const failingAtB = (reason: FailureReason) => (item: string) =>
  item === 'b' ? Promise.reject(new Failure(reason)) : Promise.resolve();

describe('a series', () => {
  const { signal } = new AbortController();

  it('counts as it goes', async () => {
    const counts: number[] = [];
    const account = await inSeries(
      items,
      () => Promise.resolve(),
      signal,
      tried => counts.push(tried),
    );
    assert.deepEqual(account, { done: items, failed: [], untried: [] });
    assert.deepEqual(counts, [1, 2, 3]);
  });

  it('goes on after a failure of one item', async () => {
    const { done, failed, untried } = await inSeries(items, failingAtB({ kind: 'notFound' }), signal);
    assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a', 'c'], ['b'], []]);
  });

  it('stops at a failure that concerns all that follow', async () => {
    const { done, failed, untried } = await inSeries(
      items,
      failingAtB({ kind: 'offline', uncertain: true }),
      signal,
    );
    assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a'], ['b'], ['c']]);
  });

  it('stops between two items when it is cancelled', async () => {
    const leaving = new AbortController();
    const leave = (): Promise<void> => {
      leaving.abort();
      return Promise.resolve();
    };
    const account = await inSeries(items, leave, leaving.signal);
    assert.deepEqual(account, { done: ['a'], failed: [], untried: ['b', 'c'] });
  });
});
