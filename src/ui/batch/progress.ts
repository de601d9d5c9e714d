import { l10n, ProgressLocation } from 'vscode';
import { views } from '../../manifest';
import { limitTime } from '../../labels/limitTime';
import { delay, systemClock } from '../../model/clock';
import { isTooLongToWait } from '../../model/rateLimit';
import { type BatchResult, runBatch } from '../../model/batch';
import { withProgress } from '../messages';

/** How many calls are few enough to be shown by the view's own bar of progress; more can be cancelled. */
const few = 5;

/** Shows in the views that something is under way: a command may have been started in either. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  const shownIn = (viewId: string, inner: () => Thenable<T>): Thenable<T> =>
    withProgress({ location: { viewId } }, inner);
  return Promise.resolve(shownIn(views.secrets, () => shownIn(views.repositories, work)));
}

/** A series as it is shown. */
export interface Series<T> {
  readonly title: string;
  readonly items: readonly T[];
  readonly work: (item: T) => Promise<void>;
  /** How many items are under way at once; one unless said. */
  readonly concurrency?: number;
  /** Whether even a few items show a count and can be cancelled. */
  readonly isCounted?: boolean;
}

/**
 * Does the work of a series. Many items show a count and can be cancelled between two calls; a few show the view's bar
 * alone. Either waits for the end of a rate limit, says until when, and can be cancelled while it waits.
 */
export function withSeriesProgress<T>(series: Series<T>): Promise<BatchResult<T>> {
  return series.isCounted === true || series.items.length > few ? withCount(series) : withBar(series);
}

function withBar<T>({
  title,
  items,
  work,
  concurrency: concurrency = 1,
}: Series<T>): Promise<BatchResult<T>> {
  const leaving = new AbortController();
  const wait = async (until: Date): Promise<void> => {
    if (!(await withWait(title, until))) leaving.abort();
  };
  return withViewProgress(() => runBatch(items, work, leaving.signal, { concurrency, wait }));
}

function withCount<T>({
  title,
  items,
  work,
  concurrency: concurrency = 1,
}: Series<T>): Promise<BatchResult<T>> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    withProgress(options, async (progress, token) => {
      const leaving = new AbortController();
      token.onCancellationRequested(() => leaving.abort());
      const counted = (tried: number): string => l10n.t('{0} of {1}', tried, items.length);
      let tried = 0;
      return runBatch(items, work, leaving.signal, {
        concurrency,
        onProgress: count => {
          tried = count;
          progress.report({ message: counted(tried), increment: 100 / items.length });
        },
        wait: async until => {
          if (isTooLongToWait(until, systemClock.now())) {
            leaving.abort();
            return;
          }
          progress.report({ message: `${counted(tried)}, ${waitWords(until)}` });
          await reached(until, leaving.signal);
          progress.report({ message: counted(tried) });
        },
      });
    }),
  );
}

/**
 * Shows until when GitHub is waited for. Says whether that time has come: not where the user cancelled, or where it is
 * too long to wait for.
 */
export function withWait(title: string, until: Date): Promise<boolean> {
  if (isTooLongToWait(until, systemClock.now())) return Promise.resolve(false);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    withProgress(options, async (progress, token) => {
      const leaving = new AbortController();
      token.onCancellationRequested(() => leaving.abort());
      progress.report({ message: waitWords(until) });
      await reached(until, leaving.signal);
      return !leaving.signal.aborted;
    }),
  );
}

function waitWords(until: Date): string {
  return l10n.t('waiting until {0} for GitHub’s rate limit', limitTime(until));
}

/** Resolves at a moment, or as soon as `signal` aborts. */
function reached(moment: Date, signal: AbortSignal): Promise<void> {
  return delay(systemClock, moment.getTime() - systemClock.now(), signal);
}
