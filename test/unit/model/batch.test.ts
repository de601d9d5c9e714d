import assert from 'node:assert/strict';
import { Failure, type FailureReason } from '../../../src/model/failure';
import { Cancelled, itemCount, runBatch } from '../../../src/model/batch';

const items = ['a', 'b', 'c'];

/** Does every item but `b`. */
const failingAtB = (reason: FailureReason) => (item: string) =>
  item === 'b' ? Promise.reject(new Failure(reason)) : Promise.resolve();

describe('a series', () => {
  const { signal } = new AbortController();

  it('counts as it goes', async () => {
    const counts: number[] = [];
    const account = await runBatch(items, () => Promise.resolve(), signal, {
      onProgress: tried => counts.push(tried),
    });
    assert.deepEqual(account, { done: items, failed: [], untried: [] });
    assert.deepEqual(counts, [1, 2, 3]);
  });

  it('goes on after a failure of one item', async () => {
    const { done, failed, untried } = await runBatch(items, failingAtB({ kind: 'notFound' }), signal);
    assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a', 'c'], ['b'], []]);
  });

  it('waits for no rate limit that ends in hours, and tells its end instead', async () => {
    const until = new Date(Date.now() + 26 * 60 * 60 * 1000);
    let waits = 0;
    const { done, failed, untried } = await runBatch(
      items,
      failingAtB({ kind: 'rateLimited', until }),
      signal,
      {
        wait: () => {
          waits += 1;
          return Promise.resolve();
        },
      },
    );
    assert.deepEqual([done, failed.map(({ item }) => item), untried, waits], [['a'], ['b'], ['c'], 0]);
  });

  it('goes on after a failure that may concern others too', async () => {
    const { done, failed, untried } = await runBatch(
      items,
      failingAtB({ kind: 'offline', uncertain: true }),
      signal,
    );
    assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a', 'c'], ['b'], []]);
  });

  it('stops at a failure after which nothing can succeed', async () => {
    for (const kind of ['signedOut', 'accountChanged'] as const) {
      const { done, failed, untried } = await runBatch(items, failingAtB({ kind }), signal);
      assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a'], ['b'], ['c']]);
    }
  });

  it('stops after three failures in a row that concern more than their own item', async () => {
    const failing = (outcomes: string): ((item: string) => Promise<void>) => {
      const rest = outcomes.split('');
      return () => {
        const next = rest.shift();
        if (next === '.') return Promise.resolve();
        const reason: FailureReason =
          next === 'x'
            ? { kind: 'unexpected', status: 500, message: '', uncertain: true }
            : { kind: 'notFound' };
        return Promise.reject(new Failure(reason));
      };
    };
    const tried = async (outcomes: string): Promise<number> => {
      const { untried } = await runBatch('abcdefgh'.split(''), failing(outcomes), signal);
      return 8 - untried.length;
    };
    assert.equal(await tried('.xxx....'), 4);
    assert.equal(await tried('xx.xx.xx'), 8);
    assert.equal(await tried('oooooooo'), 8);
    assert.equal(await tried('xxoxo...'), 4);
  });

  it('ends without a word of the rest where the user leaves a question', async () => {
    const account = await runBatch(
      items,
      item => (item === 'b' ? Promise.reject(new Cancelled()) : Promise.resolve()),
      signal,
    );
    assert.deepEqual(account, { done: ['a'], failed: [], untried: ['b', 'c'], isLeft: true });
  });

  it('stops between two items when it is cancelled', async () => {
    const leaving = new AbortController();
    const leave = (): Promise<void> => {
      leaving.abort();
      return Promise.resolve();
    };
    const account = await runBatch(items, leave, leaving.signal);
    assert.deepEqual(account, { done: ['a'], failed: [], untried: ['b', 'c'] });
  });

  it('has as many items under way at once as it is told, in their order, and tells of them in that order', async () => {
    const underWay: string[] = [];
    const finish = new Map<string, () => void>();
    const begun = runBatch(
      ['a', 'b', 'c', 'd'],
      item =>
        new Promise(resolve => {
          underWay.push(item);
          finish.set(item, resolve);
        }),
      signal,
      { concurrency: 2 },
    );
    await new Promise(setImmediate);
    assert.deepEqual(underWay, ['a', 'b']);
    finish.get('b')?.();
    await new Promise(setImmediate);
    assert.deepEqual(underWay, ['a', 'b', 'c']);
    finish.get('c')?.();
    await new Promise(setImmediate);
    for (const item of ['d', 'a']) finish.get(item)?.();
    assert.deepEqual((await begun).done, ['a', 'b', 'c', 'd']);
  });

  it('loses nothing of what was done where something unexpected ends it', async () => {
    const error = new TypeError('oops');
    const account = await runBatch(
      items,
      item => (item === 'b' ? Promise.reject(error) : Promise.resolve()),
      signal,
    );
    assert.deepEqual(account, { done: ['a'], failed: [], untried: ['c'], broken: { items: ['b'], error } });
  });

  it('has as many items as it was given, however it ends', async () => {
    for (const work of [
      () => Promise.resolve(),
      failingAtB({ kind: 'notFound' }),
      failingAtB({ kind: 'signedOut' }),
      (item: string) => (item === 'b' ? Promise.reject(new Cancelled()) : Promise.resolve()),
      (item: string) => (item === 'b' ? Promise.reject(new TypeError('oops')) : Promise.resolve()),
    ])
      assert.equal(itemCount(await runBatch(items, work, signal)), 3);
  });

  describe('that meets the rate limit', () => {
    const until = new Date(60_000);
    const limited = new Failure({ kind: 'rateLimited', until });
    /** Does every item, after as many refusals of `b` as are asked for. */
    const refusing = (refusals: number) => (item: string) =>
      item === 'b' && refusals-- > 0 ? Promise.reject(limited) : Promise.resolve();

    it('waits until a second after its end, does the item then, and loses nothing', async () => {
      const waits: Date[] = [];
      const counts: number[] = [];
      const account = await runBatch(items, refusing(1), signal, {
        now: () => 0,
        onProgress: tried => counts.push(tried),
        wait: end => {
          waits.push(end);
          return Promise.resolve();
        },
      });
      assert.deepEqual(account, { done: items, failed: [], untried: [] });
      assert.deepEqual(counts, [1, 2, 3]);
      assert.deepEqual(waits, [new Date(61_000)]);
    });

    it('waits longer each time where its end is past by this clock', async () => {
      const waits: number[] = [];
      const now = 1_000_000;
      const account = await runBatch(items, refusing(8), signal, {
        now: () => now,
        wait: end => {
          waits.push((end.getTime() - now) / 1000);
          return Promise.resolve();
        },
      });
      assert.deepEqual(account.done, items);
      assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 60, 60]);
    });

    it('waits once with all that are under way, and starts nothing meanwhile', async () => {
      const tried: string[] = [];
      let isOver = false;
      let end = (): void => undefined;
      const waits: Date[] = [];
      const begun = runBatch(
        ['a', 'b', 'c', 'd'],
        item => {
          tried.push(item);
          return isOver ? Promise.resolve() : Promise.reject(limited);
        },
        signal,
        {
          concurrency: 2,
          now: () => 0,
          wait: moment => {
            waits.push(moment);
            return new Promise(resolve => (end = resolve));
          },
        },
      );
      await new Promise(setImmediate);
      assert.deepEqual(tried, ['a', 'b']);
      isOver = true;
      end();
      assert.deepEqual((await begun).done, ['a', 'b', 'c', 'd']);
      assert.equal(waits.length, 1);
    });

    it('can be cancelled while it waits: what was refused counts as not tried', async () => {
      const leaving = new AbortController();
      const account = await runBatch(items, refusing(1), leaving.signal, {
        wait: () => {
          leaving.abort();
          return Promise.resolve();
        },
      });
      assert.deepEqual(account, { done: ['a'], failed: [], untried: ['b', 'c'] });
    });

    it('ends there where nobody sees it wait', async () => {
      const { done, failed, untried } = await runBatch(items, refusing(1), signal);
      assert.deepEqual([done, failed.map(({ item }) => item), untried], [['a'], ['b'], ['c']]);
    });
  });
});
