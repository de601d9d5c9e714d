import { commands, l10n, window } from 'vscode';
import { canTryAgain, failureSentence, failureStep } from '../host/failureText';
import { Failure, isUncertain } from '../model/failure';
import type { Account } from '../model/series';
import { withViewProgress } from './progress';

/**
 * Does `work`, shown in the view. Where it fails, says so and offers the step that helps, and to try again with all
 * that was entered, as often as the user wants. Rejects with `GivenUp` where they leave it at that.
 * @param what what did not happen, as a whole sentence
 * @param unknown the same where it may have happened all the same
 */
export async function attempt<T>(
  what: string,
  work: () => Promise<T>,
  unknown = what,
): Promise<{ readonly value: T }> {
  for (;;) {
    try {
      return { value: await withViewProgress(work) };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!(await offerNextStep(isUncertain(error) ? unknown : what, error))) throw new GivenUp();
    }
  }
}

/** The user was told of a failure, and left it at that: the flow ends without a further word. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** Tells of a failure until it is dismissed. Says whether the user wants to try again. */
async function offerNextStep(what: string, { reason }: Failure): Promise<boolean> {
  const step = failureStep(reason);
  const again = l10n.t('Try Again');
  const buttons = [...(step ? [step.title] : []), ...(canTryAgain(reason) ? [again] : [])];
  for (;;) {
    const chosen = await window.showErrorMessage(`${what} ${failureSentence(reason)}`, ...buttons);
    if (chosen === undefined) return false;
    if (chosen === again) return true;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** Tells of a failure that ends a command. */
export async function tellFailure({ reason }: Failure): Promise<void> {
  const step = failureStep(reason);
  const chosen = await window.showErrorMessage(failureSentence(reason), ...(step ? [step.title] : []));
  if (chosen !== undefined && step) await commands.executeCommand(step.command, ...step.arguments);
}

/** The words of an account. */
export interface AccountWords<T> {
  /** What became of `count` items: "3 secrets were deleted". */
  readonly done: (count: number) => string;
  /** What an item is called. */
  readonly name: (item: T) => string;
}

/**
 * Tells what a series did and did not do, unless it did all, and offers the step that helps where one does. Says
 * whether the rest is to be tried again.
 */
export async function tellAccount<T>(
  { done, failed, untried }: Account<T>,
  words: AccountWords<T>,
): Promise<boolean> {
  if (failed.length === 0 && untried.length === 0) return false;
  const sentences = [
    words.done(done.length),
    ...failed.map(({ item, failure }) => `${words.name(item)}: ${failureSentence(failure.reason)}`),
    ...(untried.length > 0 ? [l10n.t('Not tried: {0}.', listed(untried.map(words.name)))] : []),
  ];
  const last = failed.at(-1)?.failure.reason;
  const step = last && failureStep(last);
  const again = l10n.t('Try the Rest Again');
  const tell = failed.length > 0 ? window.showErrorMessage : window.showWarningMessage;
  for (;;) {
    const chosen = await tell(sentences.join(' '), ...(step ? [step.title] : []), again);
    if (chosen === undefined || chosen === again) return chosen === again;
    if (step) await commands.executeCommand(step.command, ...step.arguments);
  }
}

/** How many names a message has room for. */
const room = 20;

/** Names in a row; of very many the first, and how many more there are. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, room).join(', ');
  return names.length > room ? l10n.t('{0} and {1} more', shown, names.length - room) : shown;
}
