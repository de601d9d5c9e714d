import { Failure, type FailureKind } from './failure';

/** What became of each item of a series. Nothing is in `done` that GitHub did not confirm. */
export interface Account<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly failure: Failure }[];
  /** Items that were not tried, because the series was cancelled or could not go on. */
  readonly untried: readonly T[];
}

/** Failures of one item, after which the next may well succeed. */
const ofOneItem: readonly FailureKind[] = ['notFound', 'refused', 'conflict'];

/** Does `work` for one item after the other, until all are done, `signal` aborts, or a failure concerns all that follow. */
export async function inSeries<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  signal: AbortSignal,
  onProgress?: (tried: number) => void,
): Promise<Account<T>> {
  const done: T[] = [];
  const failed: { item: T; failure: Failure }[] = [];
  for (const item of items) {
    if (signal.aborted) break;
    try {
      await work(item);
      done.push(item);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failed.push({ item, failure: error });
      if (!ofOneItem.includes(error.reason.kind)) break;
    }
    onProgress?.(done.length + failed.length);
  }
  return { done, failed, untried: items.slice(done.length + failed.length) };
}
