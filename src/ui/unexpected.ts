import { l10n, type LogOutputChannel } from 'vscode';
import { showError } from './messages';

/** What VS Code's authentication rejects with when the user declines. */
const declined = /did not consent|cancell?ed/i;

/**
 * Tells of an error that nobody foresaw. The log gets its kind and where it arose, not its message: an error of a
 * library may quote what it was given.
 */
export async function tellUnexpected(log: LogOutputChannel, error: unknown): Promise<void> {
  if (error instanceof Error && declined.test(error.message)) return;
  log.error(error instanceof Error ? `${error.name}\n${frames(error)}` : typeof error);
  const show = l10n.t('Show Log');
  const sentence = l10n.t(
    'Something went wrong in Codespaces Org Secrets. The log says where; please report it.',
  );
  if ((await showError(sentence, show)) === show) log.show();
}

function frames({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n');
}
