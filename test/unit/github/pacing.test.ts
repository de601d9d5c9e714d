import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { pacing } from '../../../src/github/pacing';

interface Limiter {
  schedule: (job: () => Promise<void>) => Promise<void>;
}

describe('the pace of writes', () => {
  let started = 0;
  const start = (count: number): void => {
    const { write } = pacing() as unknown as { write: { key: () => Limiter } };
    for (let index = 0; index < count; index += 1)
      void write.key().schedule(() => {
        started += 1;
        return Promise.resolve();
      });
  };
  beforeEach(() => {
    started = 0;
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  });
  afterEach(() => mock.timers.reset());
  /** Lets time pass in steps, since every write waits for some timers of no length. */
  const pass = async (seconds: number, step = 10): Promise<void> => {
    for (let passed = 0; passed < seconds * 1000; passed += step) {
      mock.timers.tick(step);
      await new Promise(setImmediate);
    }
  };

  it('lets the first go at once, as many as a minute allows', async () => {
    start(95);
    await pass(5);
    assert.equal(started, 80);
  });

  it('lets the rest go as soon as the first have left the minute, and not before', async () => {
    start(95);
    await pass(55);
    assert.equal(started, 80);
    await pass(10);
    assert.equal(started, 95);
  });

  it('keeps to the limit of an hour as well', async () => {
    start(510);
    await pass(30 * 60, 200);
    assert.equal(started, 500);
    await pass(32 * 60, 200);
    assert.equal(started, 510);
  });
});
