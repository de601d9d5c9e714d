import assert from 'node:assert/strict';
import { Failure } from '../../../src/model/failure';
import { newPace, refusal, type Pace } from './pace';

describe('the pace of requests at its edges', () => {
  let begun: Pace['begun'];
  let clock: Pace['clock'];
  let clockedAnswer: Pace['clockedAnswer'];
  let count: Pace['count'];
  let limited: Pace['limited'];
  let rateLimiter: Pace['rateLimiter'];
  let send: Pace['send'];
  beforeEach(() => {
    ({ begun, clock, clockedAnswer, count, limited, rateLimiter, send } = newPace());
  });

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
      begun.length = 0;
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
