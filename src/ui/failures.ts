import { commands } from 'vscode';
import { secretTitle } from '../labels/apps';
import { batchLabels, retryLabels } from '../labels/batch';
import { canTryAgain, failureSentence, type FailureStep, messageStep } from '../labels/failures';
import { systemClock } from '../model/clock';
import { type Failure, type FailureKind, isUncertain, isFailure } from '../model/failure';
import { Cancelled, endOfLimit } from '../model/batch';
import { showError, type showWarning } from './messages';
import { withViewProgress, withWait } from './batch/progress';

/**
 * Does `work` and shows progress in the view. At GitHub's rate limit, says until when, waits and continues. If the work
 * fails, says so, offers the step that helps, and offers to try again with everything that was entered, as often as the
 * user wants. Rejects with `Cancelled` if they don't.
 * @param what what did not happen, as a whole sentence
 * @param unknown the same if we don't know whether it happened
 * @param instead what else to offer for one kind of failure
 */
export async function withRetryPrompt<T>(
  what: string,
  work: () => Promise<T>,
  unknown = what,
  instead?: Instead<T>,
): Promise<T> {
  for (let refusals = 0; ;)
    try {
      return await withViewProgress(work);
    } catch (error) {
      if (!isFailure(error)) throw error;
      if (error.reason.kind === 'rateLimited') {
        const until = endOfLimit(error.reason.until, systemClock.now(), refusals++);
        if (await withWait(batchLabels.product(), until)) continue;
      }
      const offered = instead && isFailure(error, instead.kind) ? instead : undefined;
      const next = await offerNextStep(isUncertain(error) ? unknown : what, error, offered?.title);
      if (next === undefined) throw new Cancelled();
      if (next === 'instead' && offered) return offered.work();
    }
}

/** Something else to do after one kind of failure. */
export interface Instead<T> {
  readonly kind: FailureKind;
  /** The title of its button. */
  readonly title: string;
  readonly work: () => Promise<T>;
}

/** What the user wants after a failure; nothing if they leave it at that. */
export type Next = 'retry' | 'instead' | undefined;

/**
 * Tells the user about a failure until they dismiss it.
 * @param instead the title of something else to do
 */
async function offerNextStep(what: string, { reason, secret }: Failure, instead?: string): Promise<Next> {
  const step = messageStep(reason);
  const again = canTryAgain(reason) ? retryLabels.tryAgain() : undefined;
  const sentence = failureSentence(reason);
  const title = secret && secretTitle(secret);
  const about = title === undefined || what.includes(title) ? sentence : `${title}: ${sentence}`;
  return askNext(showError, `${what} ${about}`, { step, instead, again });
}

/** The buttons of a message about a failure, each only if it can help. */
export interface NextButtons {
  /** A step that helps. The message comes again after it. */
  readonly step: FailureStep | undefined;
  /** The title of something else to do. */
  readonly instead: string | undefined;
  /** The title of the button that tries again. */
  readonly again: string | undefined;
}

/** Shows a message until the user has dismissed it or chosen what to do next. */
export async function askNext(
  tell: typeof showError | typeof showWarning,
  sentence: string,
  { step, instead, again }: NextButtons,
): Promise<Next> {
  const buttons = [step?.title, instead, again].filter(title => title !== undefined);
  for (;;) {
    const chosen = await tell(sentence, ...buttons);
    if (chosen === undefined) return undefined;
    if (chosen === again) return 'retry';
    if (chosen === instead) return 'instead';
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** Tells the user about a failure that ends a command. */
export async function tellFailure({ reason }: Failure): Promise<void> {
  const step = messageStep(reason);
  const chosen = await showError(failureSentence(reason), ...(step ? [step.title] : []));
  if (chosen !== undefined && step) await commands.executeCommand(step.command, ...step.arguments);
}
