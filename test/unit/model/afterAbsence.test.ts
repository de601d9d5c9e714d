import assert from 'node:assert/strict';
import { afterAbsence } from '../../../src/model/afterAbsence';
import { Emitter } from '../../../src/model/event';
import { VirtualClock } from '../../virtualClock';

describe('what is done when the window gets the focus again', () => {
  const minute = 60_000;
  let clock: VirtualClock;
  let window: Emitter<{ focused: boolean }>;
  let done: number;
  beforeEach(() => {
    clock = new VirtualClock();
    window = new Emitter();
    done = 0;
    afterAbsence(window.event, () => (done += 1), clock);
  });

  it('is done once after more than five minutes', async () => {
    window.fire({ focused: false });
    await clock.pass(5 * minute + 1);
    assert.equal(done, 0);
    window.fire({ focused: true });
    window.fire({ focused: true });
    assert.equal(done, 1);
  });

  it('is not done after five minutes, however often', async () => {
    for (let absence = 1; absence <= 3; absence += 1) {
      window.fire({ focused: false });
      await clock.pass(5 * minute);
      window.fire({ focused: true });
      await clock.pass(10 * minute);
    }
    assert.equal(done, 0);
  });

  it('counts from when the focus was lost, whatever VS Code says of the window meanwhile', async () => {
    window.fire({ focused: false });
    await clock.pass(4 * minute);
    window.fire({ focused: false });
    await clock.pass(2 * minute);
    window.fire({ focused: true });
    assert.equal(done, 1);
  });
});
