import { batchLabels, groupedNames, type ItemName, retryLabels } from '../../labels/batch';
import { canTryAgain, failureSentence, messageStep } from '../../labels/failures';
import { type BatchResult, itemCount } from '../../model/batch';
import { askNext, type Next } from '../failures';
import { showError, showWarning } from '../messages';

/** How a result is worded. */
export interface ResultWords<T> {
  /** How many items were done: "3 secrets were deleted." */
  readonly done: (result: BatchResult<T>) => string;
  /** What an item is called. */
  readonly name: (item: T) => ItemName;
}

/** What can be sent again of a result: what failed in a way that a retry can help with, and what was not tried. */
export function retryable<T>({ failed, untried }: BatchResult<T>): T[] {
  return [...failed.filter(({ failure }) => canTryAgain(failure.reason)).map(({ item }) => item), ...untried];
}

/**
 * Says what a series of calls did and did not do, unless it did everything: the outcome first, then what failed, by
 * secret. Offers the step that helps, if there is one.
 * @param instead the title of something else to do about what failed
 */
export async function tellResult<T>(
  result: BatchResult<T>,
  { done, name }: ResultWords<T>,
  instead?: string,
): Promise<Next> {
  const { failed, untried, broken, isLeft } = result;
  if (failed.length === 0 && !broken && (untried.length === 0 || isLeft === true)) return undefined;
  const outcome = done(result);
  const sentences = [
    outcome,
    ...failureSentences(result, name, outcome),
    ...(broken ? [batchLabels.unknown(broken.items.map(name))] : []),
    ...(untried.length > 0 ? [batchLabels.notTried(untried.map(name))] : []),
  ];
  const step = failed.map(({ failure }) => messageStep(failure.reason)).findLast(it => it !== undefined);
  const again = broken ? undefined : againTitle(result);
  const tell = failed.length > 0 || broken ? showError : showWarning;
  return askNext(tell, sentences.join(' '), { step, instead, again });
}

/** Each reason once, after what failed for it. A single item that the outcome names is not named again. */
function failureSentences<T>(result: BatchResult<T>, name: (item: T) => ItemName, outcome: string): string[] {
  const byReason = new Map<string, ItemName[]>();
  for (const { item, failure } of result.failed) {
    const sentence = failureSentence(failure.reason);
    byReason.set(sentence, [...(byReason.get(sentence) ?? []), name(item)]);
  }
  const isNamed = (items: readonly ItemName[]): boolean =>
    itemCount(result) === 1 && items.every(it => it.part === undefined && outcome.includes(it.name));
  return [...byReason].map(([sentence, items]) =>
    isNamed(items) ? sentence : `${groupedNames(items)}: ${sentence}`,
  );
}

/** The button that sends the rest again, with how many that are; nothing where that can't help. */
function againTitle<T>(result: BatchResult<T>): string | undefined {
  const count = retryable(result).length;
  if (count === 0) return undefined;
  return count === result.untried.length ? retryLabels.continue() : retryLabels.retry(count);
}
