import type { BatchResult } from '../../model/batch';
import { type FailureKind, isFailure } from '../../model/failure';
import { type Series, withSeriesProgress } from './progress';
import { retryable, type ResultWords, tellResult } from './tellResult';

/** A change of many things: how to show it, how to do it, and how to word its result. */
export interface BulkChange<T> extends Omit<Series<T>, 'items'> {
  readonly words: ResultWords<T>;
  /** Called after each round with the items that GitHub confirmed in it. A promise is waited for. */
  readonly afterRound?: (done: readonly T[]) => unknown;
  /** What else to offer for the items that failed in one way. */
  readonly instead?: {
    readonly kind: FailureKind;
    /** The title of its button. */
    readonly title: (items: readonly T[]) => string;
    /** Has `work` do it for these items, which are then sent again. */
    readonly prepare: (items: readonly T[]) => void;
  };
}

/** Runs a bulk change, and runs the rest again as often as the user wants. Returns the items that GitHub confirmed. */
export async function runBulkChange<T>(items: readonly T[], change: BulkChange<T>): Promise<T[]> {
  const { instead } = change;
  const done: T[] = [];
  let rest = items;
  /** What the user can still choose to do, and was not part of the last round. */
  let held: Pick<BatchResult<T>, 'failed' | 'untried'> = { failed: [], untried: [] };
  for (;;) {
    const round = await withSeriesProgress({ ...change, items: rest });
    await change.afterRound?.(round.done);
    done.push(...round.done);
    const result = {
      ...round,
      failed: [...round.failed, ...held.failed],
      untried: [...round.untried, ...held.untried],
    };
    const existing = instead ? result.failed.filter(({ failure }) => isFailure(failure, instead.kind)) : [];
    const others = existing.map(({ item }) => item);
    const title = others.length > 0 ? instead?.title(others) : undefined;
    const next = await tellResult(result, change.words, title);
    if (round.broken) throw round.broken.error;
    if (next === undefined) return done;
    if (next === 'instead') {
      instead?.prepare(others);
      rest = others;
      held = { failed: result.failed.filter(it => !existing.includes(it)), untried: result.untried };
    } else {
      rest = retryable(result);
      held = { failed: existing, untried: [] };
    }
  }
}
