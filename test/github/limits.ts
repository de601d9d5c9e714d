import { Refusal } from './answer';

/** GitHub's numbers, from docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. */
const primary = { user: 5000, anonymous: 60 };
const secondary = { concurrent: 100, pointsAMinute: 900, writesAMinute: 80, writesAnHour: 500 };
const pointsOfWrite = 5;
const minute = 60_000;
const hour = 60 * minute;

/** A rate limit as GitHub tells it; `reset` is in seconds since 1970. */
export interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
}

/** What is counted in one span of time, which begins with the first thing counted. */
interface Window {
  start: number;
  count: number;
}

interface Usage {
  active: number;
  readonly requests: Window;
  readonly points: Window;
  readonly writesInMinute: Window;
  readonly writesInHour: Window;
}

/** GitHub's primary and secondary rate limits, by user. They are counted always, and refuse only when `enforced`. */
export class Limits {
  enforced: boolean;
  readonly #now: () => number;
  readonly #usages = new Map<string, Usage>();

  constructor(enforced: boolean, now: () => number) {
    this.enforced = enforced;
    this.#now = now;
  }

  /** Counts a request in, after which `leave` has to follow; or gives the refusal where a limit is reached. */
  enter(user: string, method: string): Refusal | undefined {
    const usage = this.#usage(user);
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(method);
    const points = isWrite ? pointsOfWrite : 1;
    const refusal = this.enforced ? this.#refusal(user, usage, isWrite, points) : undefined;
    if (refusal) return refusal;
    usage.active += 1;
    usage.points.count += points;
    if (isWrite) {
      usage.writesInMinute.count += 1;
      usage.writesInHour.count += 1;
    }
    return undefined;
  }

  /** Takes a request off the primary limit: each costs one, but a 304 and `GET /rate_limit` cost nothing. */
  spend(user: string): void {
    this.#usage(user).requests.count += 1;
  }

  /** The request is no longer under way. */
  leave(user: string): void {
    this.#usage(user).active -= 1;
  }

  /** The primary limit of a user (an empty string: of those without a token). */
  rate(user: string): Rate {
    const { requests } = this.#usage(user);
    const limit = user ? primary.user : primary.anonymous;
    // A limit that refuses nothing must not say that nothing is left.
    const used = Math.min(requests.count, this.enforced ? limit : limit - 1);
    return { limit, used, remaining: limit - used, reset: Math.ceil((requests.start + hour) / 1000) };
  }

  #refusal(user: string, usage: Usage, isWrite: boolean, points: number): Refusal | undefined {
    const rate = this.rate(user);
    if (rate.remaining === 0) return primaryLimit(user, rate.reset, this.#now());
    const until = (window: Window, span: number) => Math.ceil((window.start + span - this.#now()) / 1000);
    if (usage.active >= secondary.concurrent) return secondaryLimit(60, this.#now());
    if (usage.points.count + points > secondary.pointsAMinute)
      return secondaryLimit(until(usage.points, minute), this.#now());
    if (isWrite && usage.writesInMinute.count >= secondary.writesAMinute)
      return secondaryLimit(until(usage.writesInMinute, minute), this.#now());
    if (isWrite && usage.writesInHour.count >= secondary.writesAnHour)
      return secondaryLimit(until(usage.writesInHour, hour), this.#now());
    return undefined;
  }

  #usage(user: string): Usage {
    const now = this.#now();
    const fresh = () => ({ start: now, count: 0 });
    let usage = this.#usages.get(user);
    if (!usage) {
      usage = {
        active: 0,
        requests: fresh(),
        points: fresh(),
        writesInMinute: fresh(),
        writesInHour: fresh(),
      };
      this.#usages.set(user, usage);
    }
    for (const [window, span] of [
      [usage.requests, hour],
      [usage.points, minute],
      [usage.writesInMinute, minute],
      [usage.writesInHour, hour],
    ] as const)
      if (now >= window.start + span) Object.assign(window, fresh());
    return usage;
  }
}

/** The refusal of the primary limit. `reset` is in seconds since 1970, `now` in milliseconds. */
export function primaryLimit(user: string, reset: number, now: number): Refusal {
  const whom = user ? `user ID ${user}` : '127.0.0.1';
  return new Refusal(
    403,
    `API rate limit exceeded for ${whom}. If you reach out to GitHub Support for help, please include the request ID and timestamp ${stamp(now)}.`,
    { documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api' },
    { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(reset) },
  );
}

/**
 * How a secondary limit says when it ends: in seconds, as an HTTP date so many seconds from now, as any text, by
 * `X-RateLimit-Reset` alone, or not at all. `bare` is not at all either, and without any header of GitHub's.
 */
export type RetryAfter =
  | number
  | { readonly date: number }
  | { readonly text: string }
  | { readonly reset: number }
  | 'missing'
  | 'bare';

/** The refusal of a secondary limit; GitHub answers 403 or 429. */
export function secondaryLimit(retryAfter: RetryAfter, now: number, status = 403): Refusal {
  return new Refusal(
    status,
    `You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID and timestamp ${stamp(now)}.`,
    {
      documentation_url:
        'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
    retryHeaders(retryAfter, now),
    retryAfter === 'bare',
  );
}

function retryHeaders(retryAfter: RetryAfter, now: number): Record<string, string> {
  if (typeof retryAfter === 'number') return { 'Retry-After': String(retryAfter) };
  if (typeof retryAfter === 'string') return {};
  if ('date' in retryAfter) return { 'Retry-After': new Date(now + retryAfter.date * 1000).toUTCString() };
  return 'text' in retryAfter
    ? { 'Retry-After': retryAfter.text }
    : {
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(Math.ceil(now / 1000) + retryAfter.reset),
      };
}

function stamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
