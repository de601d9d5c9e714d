import { Failure, type FailureKind } from './failure';

/** What became of each item of a series. Nothing is in `done` that GitHub did not confirm. */
export interface Account<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly failure: Failure }[];
  /** Items that were not tried, because the series was cancelled or could not go on. */
  readonly untried: readonly T[];
}

/** What a series leaves to be tried again: what failed, and what was not tried. */
export function undone<T>({ failed, untried }: Account<T>): T[] {
  return [...failed.map(({ item }) => item), ...untried];
}

/** How a series is followed, and how it meets a rate limit. */
export interface SeriesOptions {
  readonly onProgress?: (tried: number) => void;
  /**
   * Sits out a rate limit until the given time, or until the series is cancelled; the item is then tried once more.
   * Without it a rate limit ends the series.
   */
  readonly wait?: (until: Date) => Promise<void>;
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** Failures of one item, after which the next may well succeed. */
const ofOneItem: readonly FailureKind[] = ['notFound', 'refused', 'conflict'];

/** Does `work` for one item after the other, until all are done, `signal` aborts, or a failure concerns all that follow. */
export async function inSeries<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  signal: AbortSignal,
  { onProgress, wait, now = Date.now }: SeriesOptions = {},
): Promise<Account<T>> {
  const done: T[] = [];
  const failed: { item: T; failure: Failure }[] = [];
  let refusals = 0;
  for (let index = 0; index < items.length && !signal.aborted;) {
    const item = items[index] as T;
    try {
      await work(item);
      done.push(item);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (wait && error.reason.kind === 'rateLimited') {
        await wait(endOfLimit(error.reason.until, now(), refusals++));
        continue;
      }
      failed.push({ item, failure: error });
      if (!ofOneItem.includes(error.reason.kind)) break;
    }
    refusals = 0;
    index += 1;
    onProgress?.(index);
  }
  return { done, failed, untried: items.slice(done.length + failed.length) };
}

/**
 * When to try again: a second after the limit ends by GitHub's word. Where this machine's clock is ahead of GitHub's
 * that may be past already, so each refusal in a row waits twice as long, up to a minute.
 */
function endOfLimit(until: Date, now: number, refusals: number): Date {
  return new Date(Math.max(until.getTime() + 1000, now + Math.min(60, 2 ** refusals) * 1000));
}
