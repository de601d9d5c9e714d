import { undone } from '../../model/batch';
import { type ResultWords, tellResult } from '../failures';
import { type Series, withSeriesProgress } from './progress';

/** A change of many things: how it is shown and done, and the words of its account. */
export interface BulkChange<T> extends Omit<Series<T>, 'items'> {
  readonly words: ResultWords<T>;
  /** Called after each round with the items that GitHub confirmed in it. */
  readonly afterRound?: (done: readonly T[]) => Promise<unknown>;
}

/** Carries out a bulk change, as often as the user wants the rest tried again. Gives the items that GitHub confirmed. */
export async function runBulkChange<T>(items: readonly T[], change: BulkChange<T>): Promise<T[]> {
  const done: T[] = [];
  let rest = items;
  for (;;) {
    const account = await withSeriesProgress({ ...change, items: rest });
    await change.afterRound?.(account.done);
    done.push(...account.done);
    const isAgain = await tellResult(account, change.words);
    if (account.broken) throw account.broken.error;
    if (!isAgain) return done;
    rest = undone(account);
  }
}
