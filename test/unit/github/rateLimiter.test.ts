import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { RateLimiter } from '../../../src/github/rateLimiter';
import { Failure, isFailure } from '../../../src/model/failure';
import { Limits } from '../../github/limits';
import { VirtualClock } from '../../virtualClock';
import { watchedSignal } from '../watchedSignal';

/** What GitHub answers to a request that is past a limit. */
const refusal = (retryAfter: number): RequestError =>
  new RequestError('You have exceeded a secondary rate limit.', 403, {
    request: { method: 'PUT', url: '/', headers: {} },
    response: { status: 403, url: '/', headers: { 'retry-after': String(retryAfter) }, data: {} },
  });

describe('the pace of requests', () => {
  let clock: VirtualClock;
  let rateLimiter: RateLimiter;
  let begun: string[];
  let limited: number[];
  beforeEach(() => {
    clock = new VirtualClock();
    rateLimiter = new RateLimiter(clock);
    begun = [];
    limited = [];
  });

  /** Sends requests of one method, each answered at once unless `answer` says otherwise. */
  const send = (method: string, count: number, answer = (): Promise<void> => Promise.resolve()): void => {
    const start = clock.now();
    for (let index = 0; index < count; index += 1)
      void rateLimiter
        .send(method, () => {
          begun.push(method);
          return answer();
        })
        .catch((error: unknown) => {
          assert.ok(isFailure(error) && error.reason.kind === 'rateLimited', String(error));
          limited.push(error.reason.until.getTime() - start);
        });
  };
  /** An answer that comes after so many milliseconds. */
  const clockedAnswer = (milliseconds: number): Promise<void> =>
    new Promise(resolve => void clock.after(milliseconds, resolve));
  const count = (method: string): number => begun.filter(it => it === method).length;

  it('lets as many writes go at once as a minute allows, and tells the others until when they would wait', async () => {
    send('PUT', 80);
    await clock.pass(1000);
    assert.equal(count('PUT'), 80);
    send('PUT', 15);
    await clock.pass(0);
    assert.equal(count('PUT'), 80);
    assert.deepEqual(limited, Array(15).fill(59_000));
  });

  it('lets the next go when the first were answered a minute ago, in the order in which they came', async () => {
    let answer = (): void => undefined;
    send('PUT', 80, () => new Promise(resolve => (answer = resolve)));
    await clock.pass(0);
    // 48 are under way at once, and all of them wait for their answers.
    assert.equal(count('PUT'), 48);
    answer();
    await clock.pass(0);
    assert.equal(count('PUT'), 49);
  });

  it('has no more than 48 requests under way', async () => {
    send('GET', 60, () => new Promise(() => undefined));
    await clock.pass(0);
    assert.equal(count('GET'), 48);
  });

  it('sits a short wait out without a word', async () => {
    send('PUT', 80);
    await clock.pass(56_000);
    send('PUT', 15);
    await clock.pass(3_999);
    assert.equal(count('PUT'), 80);
    await clock.pass(1);
    assert.equal(count('PUT'), 95);
    assert.deepEqual(limited, []);
  });

  it('waits on where a timer rings a moment early', async () => {
    clock.early = 1;
    send('PUT', 80);
    await clock.pass(56_000);
    send('PUT', 2);
    await clock.pass(4_001);
    assert.equal(count('PUT'), 82);
  });

  it('keeps to the limit of an hour', async () => {
    for (let minute = 0; minute < 7; minute += 1) {
      send('PUT', 80);
      await clock.pass(60_000);
    }
    assert.equal(count('PUT'), 500);
    assert.deepEqual(limited, Array(60).fill(54 * 60_000));
  });

  it('keeps to the points of a minute, of which a write takes five', async () => {
    send('PUT', 80);
    send('GET', 500);
    await clock.pass(0);
    assert.deepEqual([count('PUT'), count('GET')], [80, 500]);
    send('GET', 1);
    await clock.pass(0);
    assert.deepEqual(limited, [60_000]);
  });

  it('lets reads pass by writes that wait', async () => {
    send('PUT', 80);
    await clock.pass(56_000);
    send('PUT', 1);
    send('GET', 1);
    await clock.pass(0);
    assert.deepEqual([count('PUT'), count('GET')], [80, 1]);
  });

  it('lets no read pass by a write that waits for points', async () => {
    send('GET', 898);
    await clock.pass(56_000);
    send('PUT', 1);
    send('GET', 2);
    await clock.pass(0);
    assert.deepEqual([count('PUT'), count('GET')], [0, 898]);
    await clock.pass(4_000);
    assert.deepEqual(begun.slice(898), ['PUT', 'GET', 'GET']);
  });

  it('holds all where GitHub refuses one for longer, and tells until when', async () => {
    await assert.rejects(rateLimiter.send('PUT', () => Promise.reject(refusal(30))));
    send('GET', 1);
    await clock.pass(0);
    assert.equal(count('GET'), 0);
    assert.deepEqual(limited, [30_000]);
    await clock.pass(30_000);
    send('GET', 1);
    await clock.pass(0);
    assert.equal(count('GET'), 1);
  });

  it('tells those that wait already as well', async () => {
    send('PUT', 80);
    await clock.pass(56_000);
    send('PUT', 3);
    await assert.rejects(rateLimiter.send('GET', () => Promise.reject(refusal(30))));
    await clock.pass(0);
    assert.equal(limited.length, 3);
  });

  it('repeats once what GitHub refuses for a moment, and sends nothing else meanwhile', async () => {
    let refusals = 1;
    send('PUT', 1, () => (refusals-- > 0 ? Promise.reject(refusal(2)) : Promise.resolve()));
    await clock.pass(0);
    send('GET', 1);
    await clock.pass(0);
    assert.deepEqual(begun, ['PUT']);
    await clock.pass(3_000);
    assert.deepEqual(begun, ['PUT', 'PUT', 'GET']);
    assert.deepEqual(limited, []);
  });

  describe('at its edges', () => {
    const never = (): Promise<void> => new Promise(() => undefined);

    it('sits out five seconds, and tells of more', async () => {
      send('PUT', 80);
      await clock.pass(54_999);
      send('PUT', 1);
      await clock.pass(1);
      assert.deepEqual(limited, [5001]);
      send('PUT', 1);
      await clock.pass(4999);
      assert.equal(count('PUT'), 80);
      await clock.pass(1);
      assert.equal(count('PUT'), 81);
      assert.equal(limited.length, 1);
    });

    it('counts what waits already: no more of it than there will be room for', async () => {
      send('PUT', 80);
      await clock.pass(56_000);
      send('PUT', 81);
      await clock.pass(0);
      assert.deepEqual(limited, [60_000]);
      await clock.pass(4000);
      assert.equal(count('PUT'), 160);
    });

    it('counts the points of what waits already', async () => {
      send('GET', 900);
      await clock.pass(56_000);
      send('PUT', 60);
      send('GET', 601);
      await clock.pass(0);
      assert.deepEqual(limited, [60_000]);
      await clock.pass(4000);
      assert.deepEqual([count('PUT'), count('GET')], [60, 1500]);
    });

    it('takes one point for a read and five for a write', async () => {
      send('GET', 896);
      send('PUT', 1);
      await clock.pass(0);
      assert.deepEqual([count('GET'), count('PUT'), limited.length], [896, 0, 1]);
      send('GET', 4);
      await clock.pass(0);
      assert.equal(count('GET'), 900);
    });

    it('begins 48 and, for each answer, one more', async () => {
      const answers: (() => void)[] = [];
      send('GET', 56, () => new Promise(resolve => answers.push(resolve)));
      await clock.pass(0);
      for (let answered = 0; answered < 8; answered += 1) {
        assert.equal(count('GET'), 48 + answered);
        answers[answered]?.();
        await clock.pass(0);
      }
      assert.equal(count('GET'), 56);
    });

    it('begins in the order in which they came', async () => {
      send('GET', 48, () => clockedAnswer(100));
      const order: number[] = [];
      for (const number of [1, 2, 3]) void rateLimiter.send('GET', () => Promise.resolve(order.push(number)));
      await clock.pass(100);
      assert.deepEqual(order, [1, 2, 3]);
    });

    it('counts a request from its answer on', async () => {
      send('PUT', 30, () => clockedAnswer(10_000));
      await clock.pass(10_000);
      send('PUT', 50);
      await clock.pass(55_000);
      send('PUT', 1);
      await clock.pass(4_999);
      assert.equal(count('PUT'), 80);
      await clock.pass(1);
      assert.equal(count('PUT'), 81);
    });

    it('wakes for what may begin first, also where it came later', async () => {
      send('GET', 400);
      await clock.pass(1000);
      send('PUT', 80);
      send('GET', 100);
      await clock.pass(55_500);
      send('PUT', 1);
      await clock.pass(0);
      send('GET', 1);
      await clock.pass(3_499);
      assert.deepEqual([count('GET'), count('PUT')], [500, 80]);
      await clock.pass(1);
      assert.deepEqual([count('GET'), count('PUT')], [501, 80]);
      await clock.pass(1000);
      assert.deepEqual([count('GET'), count('PUT')], [501, 81]);
    });

    it('sets one alarm for all that wait for the same moment', async () => {
      send('PUT', 80);
      await clock.pass(56_000);
      send('PUT', 40);
      await clock.pass(0);
      assert.equal(clock.pending, 1);
      await clock.pass(4000);
      assert.deepEqual([clock.pending, clock.rung, count('PUT')], [0, 1, 120]);
    });

    it('waits a second at least after a refusal, and no longer than GitHub says', async () => {
      for (const [said, wait] of [
        [0, 1000],
        [1, 1000],
        [2, 2000],
        [5, 5000],
      ] as const) {
        begun = [];
        let refusals = 1;
        send('GET', 1, () => (refusals-- > 0 ? Promise.reject(refusal(said)) : Promise.resolve()));
        await clock.pass(wait - 1);
        assert.equal(count('GET'), 1);
        await clock.pass(1);
        assert.equal(count('GET'), 2);
      }
      assert.deepEqual(limited, []);
    });

    it('tells of a refusal of more than five seconds, and repeats it not', async () => {
      send('GET', 1, () => Promise.reject(refusal(6)));
      await clock.pass(60_000);
      assert.deepEqual([count('GET'), limited], [1, [6000]]);
    });

    it('tells of a second refusal, however short', async () => {
      send('GET', 1, () => Promise.reject(refusal(2)));
      await clock.pass(60_000);
      assert.deepEqual([count('GET'), limited], [2, [4000]]);
    });

    it('is not held for less by a shorter refusal that comes later', async () => {
      const refuse = (seconds: number, after: number) => async (): Promise<void> => {
        await clockedAnswer(after);
        throw refusal(seconds);
      };
      send('GET', 1, refuse(30, 1));
      send('GET', 1, refuse(8, 10));
      await clock.pass(10);
      send('GET', 1);
      await clock.pass(0);
      assert.deepEqual(limited, [30_001, 30_001, 29_991]);
      await clock.pass(29_990);
      send('GET', 1);
      await clock.pass(1);
      assert.deepEqual([count('GET'), limited.length], [3, 3]);
    });

    it('does not refuse what waits where a refusal is short', async () => {
      send('PUT', 80);
      await clock.pass(56_000);
      send('PUT', 1);
      let refusals = 1;
      send('GET', 1, () => (refusals-- > 0 ? Promise.reject(refusal(5)) : Promise.resolve()));
      await clock.pass(5000);
      assert.deepEqual([count('PUT'), count('GET'), limited], [81, 2, []]);
    });

    it('sends on what comes after a refusal as soon as that is over', async () => {
      send('GET', 1, () => Promise.reject(refusal(8)));
      await clock.pass(4000);
      send('GET', 1);
      await clock.pass(3999);
      assert.equal(count('GET'), 1);
      await clock.pass(1);
      assert.equal(count('GET'), 2);
    });

    it('lets the place of what fails go, and still counts it', async () => {
      const fail = async (): Promise<void> => {
        await clockedAnswer(10);
        throw new TypeError('fetch failed');
      };
      const failed = Array.from({ length: 80 }, () => rateLimiter.send('PUT', fail));
      const results = Promise.allSettled(failed);
      await clock.pass(30);
      assert.ok((await results).every(({ status }) => status === 'rejected'));
      send('GET', 49, never);
      send('PUT', 1);
      await clock.pass(0);
      assert.deepEqual([count('GET'), limited.length], [48, 1]);
    });

    it('counts nothing of what throws before it is sent, and lets its place go', async () => {
      for (let index = 0; index < 600; index += 1)
        await assert.rejects(
          rateLimiter.send('PUT', () => {
            throw new TypeError('unsent');
          }),
          /unsent/,
        );
      send('PUT', 80);
      send('GET', 500);
      await clock.pass(0);
      assert.deepEqual([count('PUT'), count('GET'), limited], [80, 500, []]);
    });

    it('lets the next go in the place of what throws before it is sent', async () => {
      send('GET', 47, never);
      send('GET', 1, () => {
        throw new Failure({ kind: 'rateLimited', until: new Date(clock.now()) });
      });
      send('GET', 1, never);
      await clock.pass(0);
      assert.equal(count('GET'), 49);
    });
  });

  describe('of a request that is no longer wanted', () => {
    const never = (): Promise<void> => new Promise(() => undefined);

    it('takes it out of those that wait, and leaves the others', async () => {
      send('GET', 48, () => clockedAnswer(100));
      const leaving = new AbortController();
      const left = assert.rejects(
        rateLimiter.send('GET', () => Promise.resolve(begun.push('left')), leaving.signal),
        { name: 'AbortError' },
      );
      send('GET', 2);
      leaving.abort();
      await left;
      await clock.pass(100);
      assert.deepEqual([count('GET'), count('left')], [50, 0]);
    });

    it('lets those go that waited behind it', async () => {
      send('GET', 898);
      await clock.pass(56_000);
      const leaving = new AbortController();
      const left = assert.rejects(rateLimiter.send('PUT', never, leaving.signal));
      send('GET', 2);
      await clock.pass(0);
      assert.equal(count('GET'), 898);
      leaving.abort();
      await left;
      await clock.pass(0);
      assert.equal(count('GET'), 900);
    });

    it('does nothing where it has begun, or was refused: its end is its own', async () => {
      const leaving = new AbortController();
      const sent = rateLimiter.send('GET', () => clockedAnswer(100), leaving.signal);
      await clock.pass(10);
      leaving.abort();
      await clock.pass(90);
      await sent;
    });

    it('lets go of the signal', async () => {
      const { signal, listeners } = watchedSignal();
      await rateLimiter.send('GET', () => Promise.resolve(), signal);
      send('PUT', 80);
      await clock.pass(56_000);
      const refused = assert.rejects(rateLimiter.send('PUT', never, signal));
      assert.equal(listeners(), 1);
      await assert.rejects(rateLimiter.send('GET', () => Promise.reject(refusal(30))));
      await refused;
      assert.equal(listeners(), 0);
    });

    it('does not begin it where that is so already', async () => {
      await assert.rejects(
        rateLimiter.send('GET', () => Promise.resolve(begun.push('GET')), AbortSignal.abort()),
        { name: 'AbortError' },
      );
      assert.deepEqual(begun, []);
    });
  });

  it("is not refused by GitHub's counts, however its windows lie", async () => {
    const gitHub = new Limits(true, clock.now);
    const refused: unknown[] = [];
    const answer = (method: string) => (): Promise<void> => {
      const isRefused = gitHub.enter('owner', method);
      if (isRefused) refused.push(isRefused);
      else gitHub.leave('owner');
      return Promise.resolve();
    };
    for (let second = 0; second < 240; second += 1) {
      send('PUT', 3, answer('PUT'));
      send('GET', 11, answer('GET'));
      await clock.pass(1000);
    }
    assert.deepEqual(refused, []);
    assert.ok(count('PUT') >= 4 * 80 - 3, String(count('PUT')));
  });
});
