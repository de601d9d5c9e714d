import { RequestError } from '@octokit/request-error';
import { messageOf } from './failures';

type Headers = Readonly<Record<string, string | number | undefined>>;

const second = 1000;
const hour = 3600 * second;

/** How long to wait when GitHub limits without saying how long: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
const unsaidWait = 60 * second;

/** No wait is longer than this, so that its end is a date. */
const longestWait = 366 * 24 * hour;

/** What GitHub says of the primary limit, of a secondary one, and of those by their former name. */
const limitMessage = /rate limit|abuse detection/i;

/**
 * How long GitHub takes no requests, by an error that tells of a rate limit, primary or secondary; in milliseconds.
 * Nothing for every other error.
 * @param now when the answer came, in milliseconds since 1970
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function limitWait(error: unknown, now: number): number | undefined {
  if (!(error instanceof RequestError) || !error.response) return undefined;
  const { headers, data } = error.response;
  if (!isLimit(error.status, headers, messageOf(data))) return undefined;
  return Math.min(retryAfter(headers, now) ?? untilReset(headers, now) ?? unsaidWait, longestWait);
}

/** The last request of an hour has none remaining either, and can be refused for another reason that its message tells. */
function isLimit(status: number, headers: Headers, message: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const isSpent = headers['x-ratelimit-remaining'] === '0' && message === '';
  return headers['retry-after'] !== undefined || limitMessage.test(message) || isSpent;
}

/** By `Retry-After`, in seconds or as a date. Nothing where it is neither. */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = String(headers['retry-after'] ?? '').trim();
  return /^\d+$/.test(value) ? Number(value) * second : until(httpDate(value), headers, now);
}

/** By `X-RateLimit-Reset`, in seconds since 1970, where nothing remains until then. */
function untilReset(headers: Headers, now: number): number | undefined {
  const value = String(headers['x-ratelimit-reset'] ?? '').trim();
  if (headers['x-ratelimit-remaining'] !== '0' || !/^\d+$/.test(value)) return undefined;
  const wait = until(Number(value) * second, headers, now);
  // The requests are renewed each hour: by this machine's clock, what is further away says that the clock is wrong.
  return wait === undefined || headers['date'] !== undefined ? wait : Math.min(wait, hour);
}

/**
 * How far away a time by GitHub's clock is. GitHub tells its time along with it, but a browser does not show that, and
 * by this machine's clock a time that is past tells nothing.
 */
function until(time: number | undefined, headers: Headers, now: number): number | undefined {
  if (time === undefined) return undefined;
  const there = httpDate(String(headers['date'] ?? ''));
  if (there !== undefined) return Math.max(0, time - there);
  return time > now ? time - now : undefined;
}

/** A date as HTTP writes it, in one of its three forms: https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats */
function httpDate(text: string): number | undefined {
  if (!/^(?:mon|tue|wed|thu|fri|sat|sun).* \d\d:\d\d:\d\d/i.test(text)) return undefined;
  const time = Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? undefined : time;
}
