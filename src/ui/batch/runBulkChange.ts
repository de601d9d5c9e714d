import { undone } from '../../model/batch';
import { type ResultWords, tellResult } from '../failures';
import { type Series, withSeriesProgress } from './progress';

/** A change of many things: how to show it, how to do it, and how to word its result. */
export interface BulkChange<T> extends Omit<Series<T>, 'items'> {
  readonly words: ResultWords<T>;
  /** Called after each round with the items that GitHub confirmed in it. */
  readonly afterRound?: (done: readonly T[]) => Promise<unknown>;
}

/** Runs a bulk change, and runs the rest again as often as the user wants. Returns the items that GitHub confirmed. */
export async function runBulkChange<T>(items: readonly T[], change: BulkChange<T>): Promise<T[]> {
  const done: T[] = [];
  let rest = items;
  for (;;) {
    const result = await withSeriesProgress({ ...change, items: rest });
    await change.afterRound?.(result.done);
    done.push(...result.done);
    const isAgain = await tellResult(result, change.words);
    if (result.broken) throw result.broken.error;
    if (!isAgain) return done;
    rest = undone(result);
  }
}
