import assert from 'node:assert/strict';
import { isStale } from '../../../src/model/age';

const day = 24 * 60 * 60 * 1000;

describe('the age of a secret', () => {
  const now = Date.UTC(2025, 5, 1);
  const stale = (daysAgo: number, limit: number): boolean => {
    const updatedAt = new Date(now - daysAgo * day);
    return isStale({ name: 'A', visibility: 'all', createdAt: new Date(0), updatedAt }, limit, now);
  };

  it('makes it stale when it is more than the limit', () => {
    assert.deepEqual(
      [179, 180, 180.01, 900].map(days => stale(days, 180)),
      [false, false, true, true],
    );
  });

  it('never makes it stale where the limit is 0', () => {
    assert.equal(stale(10_000, 0), false);
  });

  it('makes none stale that is of the future by this clock', () => {
    assert.equal(stale(-1, 1), false);
  });
});
