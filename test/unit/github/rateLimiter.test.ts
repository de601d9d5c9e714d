import assert from 'node:assert/strict';
import { Limits } from '../../github/limits';
import { newPace, refusal, type Pace } from './pace';

describe('the pace of requests', () => {
  let begun: Pace['begun'];
  let clock: Pace['clock'];
  let count: Pace['count'];
  let limited: Pace['limited'];
  let rateLimiter: Pace['rateLimiter'];
  let send: Pace['send'];
  beforeEach(() => {
    ({ begun, clock, count, limited, rateLimiter, send } = newPace());
  });

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
