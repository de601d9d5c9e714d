import { ProgressLocation } from 'vscode';
import { batchLabels } from '../../labels/batch';
import { views } from '../../manifest';
import { delay, systemClock } from '../../model/clock';
import { isTooLongToWait } from '../../model/rateLimit';
import { type BatchResult, runBatch } from '../../model/batch';
import { withProgress } from '../messages';

/** Up to how many calls are shown by the views' own progress bars. More get a notification that can be cancelled. */
const few = 5;

/** Shows in both views that something is running, because a command can start in either. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  const shownIn = (viewId: string, inner: () => Thenable<T>): Thenable<T> =>
    withProgress({ location: { viewId } }, inner);
  return Promise.resolve(shownIn(views.secrets, () => shownIn(views.repositories, work)));
}

/** A series of calls, and how to show it. */
export interface Series<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly work: (item: T) => Promise<void>;
  /** How many items run at once. The default is one. */
  readonly concurrency?: number;
  /** Whether to show a count and a cancel button even for a few items. */
  readonly isCounted?: boolean;
}

/**
 * Does the work of a series. Many items show a count and can be cancelled between two calls. A few show only the views'
 * progress bars. Both wait for the end of a rate limit, say until when, and can be cancelled while they wait.
 */
export function withSeriesProgress<T>(series: Series<T>): Promise<BatchResult<T>> {
  return series.isCounted === true || series.items.length > few ? withCount(series) : withBar(series);
}

function withBar<T>({ title, items, work, concurrency = 1 }: Series<T>): Promise<BatchResult<T>> {
  const leaving = new AbortController();
  const wait = async (until: Date): Promise<void> => {
    if (!(await withWait(title, until))) leaving.abort();
  };
  return withViewProgress(() => runBatch(items, work, leaving.signal, { concurrency, wait }));
}

function withCount<T>({ title, items, work, concurrency = 1 }: Series<T>): Promise<BatchResult<T>> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    withProgress(options, async (progress, token) => {
      const leaving = new AbortController();
      token.onCancellationRequested(() => leaving.abort());
      const all = items.length;
      let tried = 0;
      return runBatch(items, work, leaving.signal, {
        concurrency,
        onProgress: count => {
          tried = count;
          progress.report({ message: batchLabels.progress(tried, all), increment: 100 / all });
        },
        wait: async until => {
          if (isTooLongToWait(until, systemClock.now())) {
            leaving.abort();
            return;
          }
          progress.report({ message: batchLabels.progressWhileWaiting(tried, all, until) });
          await reached(until, leaving.signal);
          progress.report({ message: batchLabels.progress(tried, all) });
        },
      });
    }),
  );
}

/**
 * Waits for the end of a rate limit, and shows until when. Returns whether that time was reached: it wasn't if the user
 * cancelled or the wait would be too long.
 */
export function withWait(title: string, until: Date): Promise<boolean> {
  if (isTooLongToWait(until, systemClock.now())) return Promise.resolve(false);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    withProgress(options, async (progress, token) => {
      const leaving = new AbortController();
      token.onCancellationRequested(() => leaving.abort());
      progress.report({ message: batchLabels.waiting(until) });
      await reached(until, leaving.signal);
      return !leaving.signal.aborted;
    }),
  );
}

/** Resolves at a moment, or as soon as `signal` aborts. */
function reached(moment: Date, signal: AbortSignal): Promise<void> {
  return delay(systemClock, moment.getTime() - systemClock.now(), signal);
}
