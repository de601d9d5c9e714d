import { l10n } from 'vscode';

/** An error that the product has no name for. */
export const unexpectedLabels = {
  message: (): string =>
    l10n.t('Something went wrong in Codespaces Org Secrets. Check the log, then report the problem.'),
  /** The same for a page that has little room. */
  short: (): string => l10n.t('Something went wrong. Check the log.'),
  showLog: (): string => l10n.t('Show Log'),
};
