import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { RateLimiter } from '../../../src/github/rateLimiter';
import { isFailure } from '../../../src/model/failure';
import { VirtualClock } from '../../virtualClock';

/** What GitHub answers to a request that is past a limit. */
export const refusal = (retryAfter: number): RequestError =>
  new RequestError('You have exceeded a secondary rate limit.', 403, {
    request: { method: 'PUT', url: '/', headers: {} },
    response: { status: 403, url: '/', headers: { 'retry-after': String(retryAfter) }, data: {} },
  });

/** A rate limiter on a clock of its own, and what it does. */
export interface Pace {
  readonly clock: VirtualClock;
  readonly rateLimiter: RateLimiter;
  /** The methods of the requests that have begun. */
  readonly begun: string[];
  /** After how many milliseconds each that was refused may go. */
  readonly limited: number[];
  /** Sends requests of one method, each answered at once unless `answer` says otherwise. */
  readonly send: (method: string, count: number, answer?: () => Promise<void>) => void;
  /** An answer that comes after so many milliseconds. */
  readonly clockedAnswer: (milliseconds: number) => Promise<void>;
  /** How many requests of a method have begun. */
  readonly count: (method: string) => number;
}

/** A new rate limiter. */
export function newPace(): Pace {
  const clock = new VirtualClock();
  const rateLimiter = new RateLimiter(clock);
  const begun: string[] = [];
  const limited: number[] = [];
  const send = (method: string, count: number, answer = (): Promise<void> => Promise.resolve()): void => {
    const start = clock.now();
    for (let index = 0; index < count; index += 1)
      void rateLimiter
        .send(method, () => {
          begun.push(method);
          return answer();
        })
        .catch((error: unknown) => {
          assert.ok(isFailure(error) && error.reason.kind === 'rateLimited', String(error));
          limited.push(error.reason.until.getTime() - start);
        });
  };
  const clockedAnswer = (milliseconds: number): Promise<void> =>
    new Promise(resolve => void clock.after(milliseconds, resolve));
  const count = (method: string): number => begun.filter(it => it === method).length;
  return { clock, rateLimiter, begun, limited, send, clockedAnswer, count };
}
