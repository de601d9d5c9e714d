import { l10n } from 'vscode';
import { limitTime } from './limitTime';
import { listed } from './names';

/** A series of calls: progress and result. */
export const batchLabels = {
  /** The title of a wait that belongs to no series. */
  product: (): string => 'Codespaces Secrets',
  progress: (tried: number, all: number): string => l10n.t('{0} of {1}', tried, all),
  progressWhileWaiting: (tried: number, all: number, until: Date): string =>
    `${batchLabels.progress(tried, all)}, ${batchLabels.waiting(until)}`,
  waiting: (until: Date): string => l10n.t("waiting until {0} for GitHub's rate limit", limitTime(until)),
  unknown: (names: readonly string[]): string =>
    l10n.t("We don't know whether these were done: {0}.", listed(names)),
  notTried: (names: readonly string[]): string => l10n.t('Not tried: {0}.', listed(names)),
};

/** The buttons that try again. */
export const retryLabels = {
  tryAgain: (): string => l10n.t('Try Again'),
  retryFailed: (): string => l10n.t('Retry Failed'),
  continue: (): string => l10n.t('Continue'),
};
