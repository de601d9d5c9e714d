import type { LogOutputChannel } from 'vscode';
import { isFailure } from '../../model/failure';
import { isCancelled } from '../../model/batch';
import { tellFailure } from '../../ui/failures';
import { tellUnexpected } from '../../ui/unexpected';

/** The one place that tells the user about failures that nothing else has handled. */
export async function withErrorReporting(log: LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isCancelled(error)) return;
    if (isFailure(error)) await tellFailure(error);
    else await tellUnexpected(log, error);
  }
}
