import { commands, l10n } from 'vscode';
import { canTryAgain, failureSentence, failureStep } from '../labels/failures';
import { systemClock } from '../model/clock';
import { Failure, isUncertain } from '../model/failure';
import { type BatchResult, Cancelled, endOfLimit } from '../model/batch';
import { showError, showWarning } from './messages';
import { withViewProgress, withWait } from './batch/progress';

/** Stands before the words of a wait that belongs to no series. */
const productName = 'Codespaces Secrets';

/**
 * Does `work`, shown in the view. Where GitHub's rate limit is reached, shows until when, waits and goes on. Where it
 * fails, says so and offers the step that helps, and to try again with all that was entered, as often as the user
 * wants. Rejects with `Cancelled` where they leave it at that.
 * @param what what did not happen, as a whole sentence
 * @param unknown the same where it may have happened all the same
 */
export async function withRetryPrompt<T>(
  what: string,
  work: () => Promise<T>,
  unknown = what,
): Promise<{ readonly value: T }> {
  for (let refusals = 0; ;) {
    try {
      return { value: await withViewProgress(work) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.reason.kind === 'rateLimited') {
        const until = endOfLimit(error.reason.until, systemClock.now(), refusals++);
        if (await withWait(productName, until)) continue;
      }
      if (!(await offerNextStep(isUncertain(error) ? unknown : what, error))) throw new Cancelled();
    }
  }
}

/** Tells of a failure until it is dismissed. Says whether the user wants to try again. */
async function offerNextStep(what: string, { reason }: Failure): Promise<boolean> {
  const step = failureStep(reason);
  const again = l10n.t('Try Again');
  const buttons = [...(step ? [step.title] : []), ...(canTryAgain(reason) ? [again] : [])];
  for (;;) {
    const chosen = await showError(`${what} ${failureSentence(reason)}`, ...buttons);
    if (chosen === undefined) return false;
    if (chosen === again) return true;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** Tells of a failure that ends a command. */
export async function tellFailure({ reason }: Failure): Promise<void> {
  const step = failureStep(reason);
  const chosen = await showError(failureSentence(reason), ...(step ? [step.title] : []));
  if (chosen !== undefined && step) await commands.executeCommand(step.command, ...step.arguments);
}

/** The words of an account. */
export interface ResultWords<T> {
  /** How many items were done: "3 secrets were deleted." */
  readonly done: (account: BatchResult<T>) => string;
  /** What an item is called. */
  readonly name: (item: T) => string;
}

/**
 * Tells what a series did and did not do, unless it did all, and offers the step that helps where one does. Says
 * whether the rest is to be tried again.
 */
export async function tellResult<T>(account: BatchResult<T>, words: ResultWords<T>): Promise<boolean> {
  const { failed, untried, broken, isLeft } = account;
  if (failed.length === 0 && !broken && (untried.length === 0 || isLeft === true)) return false;
  const sentences = [
    words.done(account),
    ...failed.map(({ item, failure }) => `${words.name(item)}: ${failureSentence(failure.reason)}`),
    ...(broken
      ? [l10n.t('We don’t know whether these were done: {0}.', listed(broken.items.map(words.name)))]
      : []),
    ...(untried.length > 0 ? [l10n.t('Not tried: {0}.', listed(untried.map(words.name)))] : []),
  ];
  const last = failed.at(-1)?.failure.reason;
  const step = last && failureStep(last);
  const again = failed.length > 0 ? l10n.t('Retry Failed') : l10n.t('Continue');
  const buttons = [...(step ? [step.title] : []), ...(broken ? [] : [again])];
  const tell = failed.length > 0 || broken ? showError : showWarning;
  for (;;) {
    const chosen = await tell(sentences.join(' '), ...buttons);
    if (chosen === undefined || chosen === again) return chosen === again;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** How many names a message has room for. */
const room = 20;

/** Names in a row; of very many the first, and how many more there are. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, room).join(', ');
  return names.length > room ? l10n.t('{0} and {1} more', shown, names.length - room) : shown;
}
