import { Failure, type FailureKind, isFailure } from './failure';

/** What became of each item of a series, in their order. Nothing is in `done` that GitHub did not confirm. */
export interface Account<T> {
  readonly done: readonly T[];
  readonly failed: readonly { readonly item: T; readonly failure: Failure }[];
  /** Items that were not tried, because the series was cancelled or could not go on. */
  readonly untried: readonly T[];
  /** Items whose work ended in no failure but in an error that nobody foresaw, which ended the series. */
  readonly broken?: { readonly items: readonly T[]; readonly error: unknown };
}

/** What a series leaves to be tried again: what failed, and what was not tried. */
export function undone<T>({ failed, untried }: Account<T>): T[] {
  return [...failed.map(({ item }) => item), ...untried];
}

/** How many items a series had. */
export function itemCount<T>({ done, failed, untried, broken }: Account<T>): number {
  return done.length + failed.length + untried.length + (broken?.items.length ?? 0);
}

/** How a series goes, is followed, and meets a rate limit. */
export interface SeriesOptions {
  /** How many items are under way at once; one unless said. */
  readonly atOnce?: number;
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
export const bulkAtOnce = 4;

/** Failures of one item, after which the next may well succeed. */
const ofOneItem: readonly FailureKind[] = ['notFound', 'refused', 'conflict', 'exists'];

/** What became of one item that was tried: nothing where it was done. */
type Outcome = { readonly failure?: Failure } | { readonly error: unknown };

/** Does `work` for the items in their order, until all are done, `signal` aborts, or a failure concerns all that follow. */
export async function inSeries<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  signal: AbortSignal,
  { atOnce = 1, onProgress, wait, now = Date.now }: SeriesOptions = {},
): Promise<Account<T>> {
  const rest = [...items];
  const outcomes = new Map<T, Outcome>();
  let refusals = 0;
  let limit: Promise<void> | undefined;
  let isOver = false;
  signal.addEventListener('abort', () => (isOver = true));

  const settle = (item: T, outcome: Outcome): void => {
    outcomes.set(item, outcome);
    onProgress?.(outcomes.size);
    if ('error' in outcome || (outcome.failure && !isFailure(outcome.failure, ...ofOneItem))) isOver = true;
  };
  const goOn = async (): Promise<void> => {
    for (;;) {
      // All that are under way are refused together, and wait together.
      await limit;
      const item = isOver ? undefined : rest.shift();
      if (item === undefined) return;
      try {
        await work(item);
        refusals = 0;
        settle(item, {});
      } catch (error) {
        if (!(error instanceof Failure)) settle(item, { error });
        else if (!wait || error.reason.kind !== 'rateLimited') settle(item, { failure: error });
        else {
          rest.unshift(item);
          limit ??= wait(endOfLimit(error.reason.until, now(), refusals++)).finally(
            () => (limit = undefined),
          );
        }
      }
    }
  };
  if (!signal.aborted) await Promise.all(Array.from({ length: atOnce }, goOn));
  return accountOf(items, outcomes);
}

function accountOf<T>(items: readonly T[], outcomes: ReadonlyMap<T, Outcome>): Account<T> {
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
