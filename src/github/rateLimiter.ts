import { type Clock, systemClock } from '../model/clock';
import { Failure } from '../model/failure';
import { secondaryLimits } from '../model/rateLimit';
import { limitWait } from './limitWait';
import { SlidingWindow } from './slidingWindow';

const minute = 60_000;

/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit */
const points = { read: 1, write: 5 };

/**
 * How many requests are under way at once: GitHub allows a hundred, to all that the user runs.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const sideBySide = 48;

/** A wait that a user sits out without a word, in milliseconds. A longer one is told as a failure with its end. */
const quietWait = 5000;

/** The shortest wait after a refusal, in milliseconds: where it ends at once, asking again at once would be refused too. */
const shortestHold = 1000;

/** What a request costs. */
type Cost = keyof typeof points;

/** A request that waits for its turn. */
interface QueuedRequest {
  readonly cost: Cost;
  readonly begin: () => void;
  readonly refuse: (reason: Error) => void;
}

/**
 * Keeps one account's requests to GitHub's limits. Requests go at once as long as the limits allow, and then in the
 * order in which they came, as fast as the limits allow. One that would wait for longer than a moment fails instead
 * with `rateLimited`, unsent, so that its caller can show until when. Where GitHub refuses one, all of them wait.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #points = new SlidingWindow(secondaryLimits.pointsAMinute, minute);
  readonly #writes = [
    new SlidingWindow(secondaryLimits.writesAMinute, minute),
    new SlidingWindow(secondaryLimits.writesAnHour, 60 * minute),
  ];
  #waiting: QueuedRequest[] = [];
  #underWay = 0;
  #heldUntil = 0;
  /** When it is next looked whether something may begin. */
  #alarm = Infinity;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /**
   * Sends a request when its turn has come; once more where GitHub refuses it for a moment only. Where `request` throws
   * before it gives a promise, nothing was sent and nothing is counted. Rejects with `rateLimited` where GitHub refuses
   * it for longer, and with the reason of `signal` where that aborts before the turn has come.
   */
  async send<T>(method: string, request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const cost = method === 'GET' ? 'read' : 'write';
    for (let isRepeated = false; ; isRepeated = true) {
      await this.#turn(cost, signal);
      const answer = this.#begun(cost, request);
      try {
        return await answer;
      } catch (error) {
        const wait = limitWait(error, this.#clock.now());
        if (wait === undefined) throw error;
        this.#hold(wait);
        if (isRepeated || this.#heldUntil > this.#clock.now() + quietWait) throw rateLimited(this.#heldUntil);
      } finally {
        this.#ended(cost, (window, count) => window.answer(count, this.#clock.now()));
      }
    }
  }

  /** Resolves when a request may begin. Rejects where that is not soon. */
  #turn(cost: Cost, signal: AbortSignal | undefined): Promise<void> {
    const now = this.#clock.now();
    const until = this.#openAt(cost, this.#waiting, now);
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      if (until > now + quietWait) throw rateLimited(until);
      const leave = (): void => this.#leave(queued, signal?.reason as Error);
      const queued: QueuedRequest = {
        cost,
        begin: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        refuse: reason => {
          signal?.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      signal?.addEventListener('abort', leave);
      this.#waiting.push(queued);
      this.#advance();
    });
  }

  /** A request that still waits is no longer wanted. */
  #leave(queued: QueuedRequest, reason: Error): void {
    this.#waiting = this.#waiting.filter(it => it !== queued);
    queued.refuse(reason);
    this.#advance();
  }

  /** Lets begin all that may. What waits for a limit of writes holds up no read; what waits for points holds up all. */
  #advance(): void {
    const now = this.#clock.now();
    for (const queued of [...this.#waiting]) {
      if (this.#underWay >= sideBySide) return;
      const opensAt = this.#openAt(queued.cost, [], now);
      if (opensAt <= now) this.#begin(queued);
      else {
        this.#advanceAt(opensAt, now);
        if (queued.cost === 'read' || this.#writesAt(1, now) <= now) return;
      }
    }
  }

  #advanceAt(time: number, now: number): void {
    if (this.#alarm <= time) return;
    this.#alarm = time;
    this.#clock.after(time - now, () => {
      // A timer may ring a moment early, and has to be set again then.
      if (this.#alarm === time) this.#alarm = Infinity;
      this.#advance();
    });
  }

  #begin(queued: QueuedRequest): void {
    this.#waiting = this.#waiting.filter(it => it !== queued);
    this.#underWay += 1;
    for (const [window, count] of this.#counts(queued.cost)) window.start(count);
    queued.begin();
  }

  #begun<T>(cost: Cost, request: () => Promise<T>): Promise<T> {
    try {
      return request();
    } catch (error) {
      this.#ended(cost, (window, count) => window.forget(count));
      throw error;
    }
  }

  #ended(cost: Cost, count: (window: SlidingWindow, count: number) => void): void {
    this.#underWay -= 1;
    for (const counted of this.#counts(cost)) count(...counted);
    this.#advance();
  }

  /** GitHub takes nothing for that many milliseconds. */
  #hold(wait: number): void {
    const now = this.#clock.now();
    this.#heldUntil = Math.max(this.#heldUntil, now + Math.max(wait, shortestHold));
    if (this.#heldUntil <= now + quietWait) return;
    for (const queued of this.#waiting.splice(0)) queued.refuse(rateLimited(this.#heldUntil));
  }

  /** When a request may begin that comes after those that wait, as far as is known. */
  #openAt(cost: Cost, ahead: readonly QueuedRequest[], now: number): number {
    const pointsAhead = ahead.reduce((sum, queued) => sum + points[queued.cost], 0);
    const writesAhead = ahead.filter(queued => queued.cost === 'write').length;
    return Math.max(
      this.#heldUntil,
      this.#points.roomAt(pointsAhead + points[cost], now),
      cost === 'write' ? this.#writesAt(writesAhead + 1, now) : now,
    );
  }

  #writesAt(count: number, now: number): number {
    return Math.max(...this.#writes.map(window => window.roomAt(count, now)));
  }

  #counts(cost: Cost): (readonly [SlidingWindow, number])[] {
    return [
      [this.#points, points[cost]],
      ...(cost === 'write' ? this.#writes.map(it => [it, 1] as const) : []),
    ];
  }
}

function rateLimited(until: number): Failure {
  return new Failure({ kind: 'rateLimited', until: new Date(until) });
}
