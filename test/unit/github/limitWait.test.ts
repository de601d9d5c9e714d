import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { limitWait } from '../../../src/github/limitWait';

/** This machine's time, which is ten minutes ahead of GitHub's. */
const now = Date.UTC(2026, 0, 1, 12, 10);
const there = Date.UTC(2026, 0, 1, 12, 0);
const date = new Date(there).toUTCString();
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
const primary = 'API rate limit exceeded for user ID 583231.';
const resetAt = (time: number): string => String(time / second);

function wait(
  status: number,
  headers: Record<string, string>,
  message: string | undefined = secondary,
): number | undefined {
  const data = message === '' ? '' : { message };
  const error = new RequestError('', status, {
    request: { method: 'PUT', url: 'https://api.github.com/', headers: {} },
    response: { status, url: '', headers, data },
  });
  return limitWait(error, now);
}

describe('how long GitHub takes no requests', () => {
  const retryAfter: [string, number][] = [
    ['0', 0],
    ['1', second],
    ['60', minute],
    [' 7 ', 7 * second],
    ['7200', 2 * hour],
    ['Thu, 01 Jan 2026 12:01:30 GMT', 90 * second],
    ['Thursday, 01-Jan-26 12:01:30 GMT', 90 * second],
    ['Thu Jan  1 12:01:30 2026', 90 * second],
    ['thu, 01 jan 2026 12:01:30 gmt', 90 * second],
    ['Thu, 01 Jan 2026 11:59:59 GMT', 0],
    ['', minute],
    ['soon', minute],
    ['soon 1', minute],
    ['-5', minute],
    ['1.5', minute],
    ['1e3', minute],
    ['NaN', minute],
    ['Infinity', minute],
    ['60s', minute],
    ['Thu', minute],
    ['Thu 1', minute],
    ['Thu, 01 Foo 2026 12:01:30 GMT', minute],
    ['2026-01-01T12:01:30Z', minute],
    ['9'.repeat(400), 366 * 24 * hour],
    ['Fri, 01 Jan 9999 00:00:00 GMT', 366 * 24 * hour],
  ];
  for (const [value, expected] of retryAfter)
    it(`is ${expected / second} s where Retry-After is "${value.slice(0, 40)}"`, () => {
      assert.equal(wait(403, { 'retry-after': value, date }), expected);
      assert.equal(wait(429, { 'retry-after': value, date }), expected);
    });

  it('reads a date as GMT wherever the machine is', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      assert.equal(wait(403, { 'retry-after': 'Thu Jan  1 12:01:30 2026', date }), 90 * second);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it("is by this machine's clock where GitHub's time is not to be seen", () => {
    assert.equal(wait(403, { 'retry-after': new Date(now + minute).toUTCString() }), minute);
    assert.equal(
      wait(403, { 'retry-after': new Date(now + 5 * second).toUTCString(), date: '?' }),
      5 * second,
    );
  });

  it("is a minute where by this machine's clock the end is past", () => {
    assert.equal(wait(403, { 'retry-after': new Date(now).toUTCString() }), minute);
    assert.equal(wait(403, { 'retry-after': new Date(now - hour).toUTCString() }), minute);
  });

  describe("of the hour's requests", () => {
    const spent = { 'x-ratelimit-remaining': '0' };

    it("is by GitHub's clock, not this machine's", () => {
      const headers = { ...spent, 'x-ratelimit-reset': resetAt(there + 5 * minute), date };
      assert.equal(wait(403, headers, primary), 5 * minute);
      assert.equal(wait(429, headers, primary), 5 * minute);
    });

    it('is nothing where they were renewed meanwhile', () => {
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': resetAt(there), date }, primary), 0);
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': resetAt(there - hour), date }, primary), 0);
    });

    it('is as GitHub says, even where it is long', () => {
      assert.equal(
        wait(403, { ...spent, 'x-ratelimit-reset': resetAt(there + 2 * hour), date }, primary),
        2 * hour,
      );
    });

    it('is never beyond the hour by a clock that may be wrong, and never in the past', () => {
      assert.equal(
        wait(403, { ...spent, 'x-ratelimit-reset': resetAt(now + 5 * minute) }, primary),
        5 * minute,
      );
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': resetAt(now + 3 * hour) }, primary), hour);
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': resetAt(now - 1000) }, primary), minute);
    });

    it('is a minute where GitHub says no end, or none that is a number', () => {
      assert.equal(wait(403, spent, primary), minute);
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': 'later', date }, primary), minute);
      assert.equal(wait(403, { ...spent, 'x-ratelimit-reset': '-1', date }, primary), minute);
    });

    it('does not count where some remain: the limit is a secondary one', () => {
      const headers = { 'x-ratelimit-remaining': '4000', 'x-ratelimit-reset': resetAt(there + hour), date };
      assert.equal(wait(403, headers), minute);
    });

    it('gives way to Retry-After, unless that says nothing', () => {
      const headers = { ...spent, 'x-ratelimit-reset': resetAt(there + hour), date };
      assert.equal(wait(403, { ...headers, 'retry-after': '3' }, primary), 3 * second);
      assert.equal(wait(403, { ...headers, 'retry-after': 'soon' }, primary), hour);
    });
  });

  it('is told by the status 429, by a header or by the message', () => {
    assert.equal(wait(429, {}, ''), minute);
    assert.equal(wait(403, { 'retry-after': '2' }, 'Forbidden'), 2 * second);
    assert.equal(wait(403, {}, secondary), minute);
    assert.equal(wait(403, {}, primary), minute);
    assert.equal(wait(403, {}, 'You have triggered an abuse detection mechanism.'), minute);
    assert.equal(wait(403, { 'x-ratelimit-remaining': '0' }, ''), minute);
  });

  it('is nothing for other refusals, even of the last request of the hour', () => {
    const role = 'You must be an org admin or have the actions secrets fine-grained permission.';
    assert.equal(wait(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, role), undefined);
    assert.equal(wait(403, {}, ''), undefined);
    assert.equal(wait(403, { 'x-ratelimit-remaining': '10' }, ''), undefined);
    for (const status of [400, 401, 404, 422, 500, 503])
      assert.equal(wait(status, { 'retry-after': '2', 'x-ratelimit-remaining': '0' }), undefined);
  });

  it('is nothing where nothing was answered', () => {
    const unanswered = new RequestError('', 429, { request: { method: 'PUT', url: '/', headers: {} } });
    assert.equal(limitWait(unanswered, now), undefined);
    assert.equal(limitWait(new Error('rate limit'), now), undefined);
  });
});
