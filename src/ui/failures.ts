import { commands } from 'vscode';
import { batchLabels, retryLabels } from '../labels/batch';
import { canTryAgain, failureSentence, failureStep } from '../labels/failures';
import { systemClock } from '../model/clock';
import { type Failure, isUncertain, isFailure } from '../model/failure';
import { type BatchResult, Cancelled, endOfLimit } from '../model/batch';
import { showError, showWarning } from './messages';
import { withViewProgress, withWait } from './batch/progress';

/**
 * Does `work` and shows progress in the view. At GitHub's rate limit, says until when, waits and continues. If the work
 * fails, says so, offers the step that helps, and offers to try again with everything that was entered, as often as the
 * user wants. Rejects with `Cancelled` if they don't.
 * @param what what did not happen, as a whole sentence
 * @param unknown the same if we don't know whether it happened
 */
export async function withRetryPrompt<T>(what: string, work: () => Promise<T>, unknown = what): Promise<T> {
  for (let refusals = 0; ;)
    try {
      return await withViewProgress(work);
    } catch (error) {
      if (!isFailure(error)) throw error;
      if (error.reason.kind === 'rateLimited') {
        const until = endOfLimit(error.reason.until, systemClock.now(), refusals++);
        if (await withWait(batchLabels.product(), until)) continue;
      }
      if (!(await offerNextStep(isUncertain(error) ? unknown : what, error))) throw new Cancelled();
    }
}

/** Tells the user about a failure until they dismiss it. Returns whether they want to try again. */
async function offerNextStep(what: string, { reason }: Failure): Promise<boolean> {
  const step = failureStep(reason);
  const again = retryLabels.tryAgain();
  const buttons = [...(step ? [step.title] : []), ...(canTryAgain(reason) ? [again] : [])];
  for (;;) {
    const chosen = await showError(`${what} ${failureSentence(reason)}`, ...buttons);
    if (chosen === undefined) return false;
    if (chosen === again) return true;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** Tells the user about a failure that ends a command. */
export async function tellFailure({ reason }: Failure): Promise<void> {
  const step = failureStep(reason);
  const chosen = await showError(failureSentence(reason), ...(step ? [step.title] : []));
  if (chosen !== undefined && step) await commands.executeCommand(step.command, ...step.arguments);
}

/** How a result is worded. */
export interface ResultWords<T> {
  /** How many items were done: "3 secrets were deleted." */
  readonly done: (result: BatchResult<T>) => string;
  /** What an item is called. */
  readonly name: (item: T) => string;
}

/**
 * Says what a series of calls did and did not do, unless it did everything, and offers the step that helps, if there is
 * one. Returns whether the user wants to try the rest again.
 */
export async function tellResult<T>(result: BatchResult<T>, words: ResultWords<T>): Promise<boolean> {
  const { failed, untried, broken, isLeft } = result;
  if (failed.length === 0 && !broken && (untried.length === 0 || isLeft === true)) return false;
  const sentences = [
    words.done(result),
    ...failed.map(({ item, failure }) => `${words.name(item)}: ${failureSentence(failure.reason)}`),
    ...(broken ? [batchLabels.unknown(broken.items.map(words.name))] : []),
    ...(untried.length > 0 ? [batchLabels.notTried(untried.map(words.name))] : []),
  ];
  const last = failed.at(-1)?.failure.reason;
  const step = last && failureStep(last);
  const again = failed.length > 0 ? retryLabels.retryFailed() : retryLabels.continue();
  const buttons = [...(step ? [step.title] : []), ...(broken ? [] : [again])];
  const tell = failed.length > 0 || broken ? showError : showWarning;
  for (;;) {
    const chosen = await tell(sentences.join(' '), ...buttons);
    if (chosen === undefined || chosen === again) return chosen === again;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}
