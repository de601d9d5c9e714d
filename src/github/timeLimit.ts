import type { Clock } from '../model/clock';
import { Failure } from '../model/failure';

/** How long GitHub may take for a whole answer, and VS Code for a token, in milliseconds. */
const timeLimit = 30_000;

/** What ends work that takes too long. */
export interface TimeLimitOptions {
  readonly clock: Clock;
  /** The caller's. */
  readonly signal?: AbortSignal | null | undefined;
  /** Whether work that is given up might have changed something all the same. */
  readonly uncertain: boolean;
}

/**
 * Does some work. Rejects with `timedOut` where it takes too long, and with the reason of the caller's signal where that
 * aborts, whether the work heeds its own signal or not.
 */
export async function withinTimeLimit<T>(
  { clock, signal: ofCaller, uncertain }: TimeLimitOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const callOff = clock.after(timeLimit, () => late.abort(new Failure({ kind: 'timedOut', uncertain })));
  const signal = ofCaller ? AbortSignal.any([ofCaller, late.signal]) : late.signal;
  try {
    signal.throwIfAborted();
    return await unlessAborted(signal, work(signal));
  } finally {
    callOff();
  }
}

/** Rejects as soon as `signal` aborts. */
function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
