import assert from 'node:assert/strict';
import { limitTime } from '../../../src/labels/limitTime';
import { VirtualClock } from '../../virtualClock';

describe('the end of a rate limit, in words', () => {
  const noon = new Date(2026, 4, 6, 12).getTime();
  const clock = new VirtualClock(noon);
  const end = (hours: number): Date => new Date(noon + hours * 3_600_000);

  it('is a time of day where it is today', () => {
    assert.equal(limitTime(end(2), clock, noon), new Date(2026, 4, 6, 14).toLocaleTimeString());
  });

  it('has the date where it is another day', () => {
    for (const hours of [12, 24, -13])
      assert.equal(limitTime(end(hours), clock, noon), end(hours).toLocaleString());
  });

  it('is what the clock on the wall will show, also after that was set back', () => {
    const wall = noon - 3_600_000;
    assert.equal(limitTime(end(2), clock, wall), new Date(2026, 4, 6, 13).toLocaleTimeString());
  });
});
