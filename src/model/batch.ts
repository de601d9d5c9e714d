import { systemClock } from './clock';
import { type Failure, type FailureKind, isFailure } from './failure';
import { isTooLongToWait } from './rateLimit';

/** What became of each item of a series, in their order. Nothing is in `done` that GitHub did not confirm. */
export interface BatchResult<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly failure: Failure }[];
  /** Items that were not tried, because the series was cancelled or could not go on. */
  readonly untried: readonly T[];
  /** Whether the user left while one of the items asked for something. */
  readonly isLeft?: boolean;
  /** Items whose work ended in no failure but in an error that nobody foresaw, which ended the series. */
  readonly broken?: { readonly items: readonly T[]; readonly error: unknown };
}

/** What a series leaves to be tried again: what failed, and what was not tried. */
export function undone<T>({ failed, untried }: BatchResult<T>): T[] {
  return [...failed.map(({ item }) => item), ...untried];
}

/** How many items a series had. */
export function itemCount<T>({ done, failed, untried, broken }: BatchResult<T>): number {
  return done.length + failed.length + untried.length + (broken?.items.length ?? 0);
}

/** Marks a cancellation, as that of a failure does: each bundle has a class of its own. */
const brand = Symbol.for('codespacesOrgSecrets.cancelled');

/** The user left a question that a flow needs an answer to. Leaving isn't a failure, so no message follows. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  readonly [brand] = true;
}

/** Whether `error` says that the user left. */
export function isCancelled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && brand in error;
}

/** How a series goes, is followed, and meets a rate limit. */
export interface BatchOptions {
  /** How many items are under way at once; one unless said. */
  readonly concurrency?: number;
  readonly onProgress?: (tried: number) => void;
  /**
   * Sits out a rate limit until the given time, or until the series is cancelled; what was refused is then tried once
   * more. Without it a rate limit ends the series.
   */
  readonly wait?: (until: Date) => Promise<void>;
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** How many items of a bulk change of values are under way at once. */
export const valueConcurrency = 4;

/** Failures of one item, which say nothing of the next. */
const ofOneItem: readonly FailureKind[] = [
  'notFound',
  'refused',
  'conflict',
  'changedSince',
  'exists',
  'valueRequired',
  'listMoving',
];

/** Failures after which no item can succeed. */
const ofAllItems: readonly FailureKind[] = ['signedOut', 'accountChanged', 'rateLimited'];

/** How many other failures in a row end a series: each may be of its own item, but so many are not. */
const failuresInARow = 3;

/** What became of one item that was tried: nothing where it was done. */
type Outcome = { readonly failure?: Failure } | { readonly error: unknown };

/** Whether a series is over after a failure, which is the last of so many in a row. */
function endsSeries(failure: Failure, inARow: number): boolean {
  return isFailure(failure, ...ofAllItems) || inARow >= failuresInARow;
}

/** Does `work` for the items in their order, until all are done, `signal` aborts, or a failure concerns all that follow. */
export async function runBatch<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  signal: AbortSignal,
  { concurrency = 1, onProgress, wait, now = () => systemClock.now() }: BatchOptions = {},
): Promise<BatchResult<T>> {
  const rest = [...items];
  const outcomes = new Map<T, Outcome>();
  let refusals = 0;
  let limit: Promise<void> | undefined;
  let isOver = false;
  let isLeft = false as boolean;
  let inARow = 0;

  const settle = (item: T, outcome: Outcome): void => {
    outcomes.set(item, outcome);
    onProgress?.(outcomes.size);
    if ('error' in outcome) isOver = true;
    else if (!outcome.failure) inARow = 0;
    else if (!isFailure(outcome.failure, ...ofOneItem)) {
      inARow += 1;
      if (endsSeries(outcome.failure, inARow)) isOver = true;
    }
  };
  const goOn = async (): Promise<void> => {
    for (;;) {
      // All that are under way are refused together, and wait together.
      await limit;
      const item = isOver || signal.aborted ? undefined : rest.shift();
      if (item === undefined) return;
      try {
        await work(item);
        refusals = 0;
        settle(item, {});
      } catch (error) {
        const until = endToWaitFor(error, now());
        if (isCancelled(error)) isOver = isLeft = true;
        else if (!isFailure(error)) settle(item, { error });
        else if (!wait || !until) settle(item, { failure: error });
        else {
          rest.unshift(item);
          limit ??= wait(endOfLimit(until, now(), refusals++)).finally(() => (limit = undefined));
        }
      }
    }
  };
  if (!signal.aborted) await Promise.all(Array.from({ length: concurrency }, goOn));
  return { ...accountOf(items, outcomes), ...(isLeft ? { isLeft } : {}) };
}

/** The end of the rate limit that an error tells of; nothing where it is so late that its end is told instead. */
function endToWaitFor(error: unknown, now: number): Date | undefined {
  if (!isFailure(error) || error.reason.kind !== 'rateLimited') return undefined;
  const { until } = error.reason;
  return isTooLongToWait(until, now) ? undefined : until;
}

function accountOf<T>(items: readonly T[], outcomes: ReadonlyMap<T, Outcome>): BatchResult<T> {
  const done: T[] = [];
  const failed: { item: T; failure: Failure }[] = [];
  const untried: T[] = [];
  const broken: { item: T; error: unknown }[] = [];
  for (const item of items) {
    const outcome = outcomes.get(item);
    if (!outcome) untried.push(item);
    else if ('error' in outcome) broken.push({ item, error: outcome.error });
    else if (outcome.failure) failed.push({ item, failure: outcome.failure });
    else done.push(item);
  }
  const [first] = broken;
  return {
    done,
    failed,
    untried,
    ...(first && { broken: { items: broken.map(({ item }) => item), error: first.error } }),
  };
}

/**
 * When to try again: a second after the limit ends by GitHub's word. Where this machine's clock is ahead of GitHub's
 * that may be past already, so each refusal in a row waits twice as long, up to a minute.
 */
export function endOfLimit(until: Date, now: number, refusals: number): Date {
  return new Date(Math.max(until.getTime() + 1000, now + Math.min(60, 2 ** refusals) * 1000));
}
