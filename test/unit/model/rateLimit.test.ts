import assert from 'node:assert/strict';
import { isTooLongToWait } from '../../../src/model/rateLimit';

describe('a rate limit', () => {
  const now = Date.UTC(2026, 0, 1);
  const minutes = (count: number): Date => new Date(now + count * 60_000);

  it('of an hour, and what is added to it, can be waited for', () => {
    assert.ok(!isTooLongToWait(minutes(60), now));
    assert.ok(!isTooLongToWait(minutes(61), now));
    assert.ok(!isTooLongToWait(minutes(-5), now));
  });

  it('of longer is not waited for without being asked', () => {
    assert.ok(isTooLongToWait(new Date(minutes(61).getTime() + 1), now));
    assert.ok(isTooLongToWait(new Date(NaN), now));
  });
});
