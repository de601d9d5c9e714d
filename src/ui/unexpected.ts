import type { LogOutputChannel } from 'vscode';
import { unexpectedLabels } from '../labels/unexpected';
import { showError } from './messages';

/** What VS Code's authentication rejects with when the user declines. */
const declined = /did not consent|cancell?ed/i;

/**
 * Tells the user about an unexpected error. The log gets the error's name and stack, not its message, because an error
 * of a library might quote what the library was given.
 */
export async function tellUnexpected(log: LogOutputChannel, error: unknown): Promise<void> {
  if (error instanceof Error && declined.test(error.message)) return;
  log.error(error instanceof Error ? `${error.name}\n${frames(error)}` : typeof error);
  const show = unexpectedLabels.showLog();
  if ((await showError(unexpectedLabels.message(), show)) === show) log.show();
}

function frames({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
}
