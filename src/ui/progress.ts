import { l10n, ProgressLocation, window } from 'vscode';
import { views } from '../host/contributions';
import { type Account, inSeries } from '../model/series';

/** How many calls are few enough to be shown by the view's own bar of progress; more can be cancelled. */
const few = 5;

/** Shows in the views that something is under way: a command may have been started in either. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  const shownIn = (viewId: string, inner: () => Thenable<T>): Thenable<T> =>
    window.withProgress({ location: { viewId } }, inner);
  return Promise.resolve(shownIn(views.secrets, () => shownIn(views.repositories, work)));
}

/**
 * Does `work` for each item. Many items show a count and can be cancelled between two calls; they wait for the end of
 * a rate limit, and say until when. A few are told of it like of any other failure, for nothing would show the wait.
 */
export function withSeriesProgress<T>(
  title: string,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<Account<T>> {
  if (items.length <= few) return withViewProgress(() => inSeries(items, work, new AbortController().signal));
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    window.withProgress(options, async (progress, token) => {
      const leaving = new AbortController();
      token.onCancellationRequested(() => leaving.abort());
      let tried = 0;
      return inSeries(items, work, leaving.signal, {
        onProgress: count => {
          tried = count;
          progress.report({
            message: l10n.t('{0} of {1}', tried, items.length),
            increment: 100 / items.length,
          });
        },
        wait: async until => {
          progress.report({
            message: l10n.t(
              '{0} of {1}, waiting until {2} for GitHub’s rate limit',
              tried,
              items.length,
              until.toLocaleTimeString(),
            ),
          });
          await reached(until, leaving.signal);
        },
      });
    }),
  );
}

/** Resolves at a moment, or as soon as `signal` aborts. */
function reached(moment: Date, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, moment.getTime() - Date.now());
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
