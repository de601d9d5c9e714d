import type { LogOutputChannel } from 'vscode';
import { Failure } from '../../model/failure';
import { Cancelled } from '../../model/batch';
import { tellFailure } from '../../ui/failures';
import { tellUnexpected } from '../../ui/unexpected';

/** The one place where failures that nothing else has dealt with reach the user. */
export async function withErrorReporting(log: LogOutputChannel, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Cancelled) return;
    if (error instanceof Failure) await tellFailure(error);
    else await tellUnexpected(log, error);
  }
}
