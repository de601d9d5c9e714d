import { l10n, ProgressLocation, window } from 'vscode';
import { views } from '../host/contributions';
import { type Account, inSeries } from '../model/series';

/** How many calls are few enough to be shown by the view's own bar of progress; more can be cancelled. */
const few = 5;

/** Shows in the view that something is under way. */
export function withViewProgress<T>(work: () => Promise<T>): Promise<T> {
  return Promise.resolve(window.withProgress({ location: { viewId: views.secrets } }, work));
}

/** Does `work` for each item. Many items show a count and can be cancelled between two calls. */
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
      return inSeries(items, work, leaving.signal, tried =>
        progress.report({
          message: l10n.t('{0} of {1}', tried, items.length),
          increment: 100 / items.length,
        }),
      );
    }),
  );
}
