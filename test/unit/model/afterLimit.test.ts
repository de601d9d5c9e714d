import assert from 'node:assert/strict';
import { afterLimit } from '../../../src/model/afterLimit';
import { VirtualClock } from '../../virtualClock';

describe('what is asked again after a rate limit', () => {
  let clock: VirtualClock;
  let asked: number;
  const ask = (): void => void (asked += 1);
  beforeEach(() => {
    clock = new VirtualClock();
    asked = 0;
  });

  it('is asked a second after its end', async () => {
    afterLimit(new Date(clock.now() + 10_000), ask, clock);
    await clock.pass(10_999);
    assert.equal(asked, 0);
    await clock.pass(1);
    assert.equal(asked, 1);
  });

  it('is asked a second after an end that is only a millisecond away', async () => {
    afterLimit(new Date(clock.now() + 1), ask, clock);
    await clock.pass(1000);
    assert.equal(asked, 0);
    await clock.pass(1);
    assert.equal(asked, 1);
  });

  it('is asked after a minute where the end is past, not again and again', async () => {
    afterLimit(new Date(clock.now()), ask, clock);
    await clock.pass(59_999);
    assert.equal(asked, 0);
    await clock.pass(1);
    assert.equal(asked, 1);
  });

  it('is not asked where it was called off', async () => {
    afterLimit(new Date(clock.now() + 10_000), ask, clock).dispose();
    await clock.pass(60_000);
    assert.equal(asked, 0);
  });
});
