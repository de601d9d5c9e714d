import { commands, type QuickPick, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { afterLimit } from '../../model/afterLimit';
import { retryLabels } from '../../labels/batch';
import { failureSentence, failureStep } from '../../labels/failures';
import { loadingLabels } from '../../labels/picks';
import { type FailureReason, isFailure } from '../../model/failure';
import { ask, askAnew, type Answer, type Position, type Showing } from './steps';

/** What must be loaded before a question can be asked. */
export interface Loading<T> {
  /** The question to ask as soon as it is loaded. */
  readonly question: string;
  /** What is being done: "Loading repositories of acme...". */
  readonly words: string;
  /** What to say if it fails: "Couldn't load the repositories of acme". */
  readonly failed: string;
  /** @param onPage called with the number of items so far */
  readonly load: (onPage: (soFar: number) => void, signal: AbortSignal) => Promise<T>;
}

type State<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'loaded'; readonly value: T };

/** A row that does something. */
interface ActionItem extends QuickPickItem {
  readonly run?: () => void;
}

/**
 * Asks a question as soon as what it needs is loaded. Until then, an input without checkboxes shows the progress. If
 * loading fails, the input says so and offers to try again. After a rate limit it tries again on its own. The question
 * keeps what the user types meanwhile.
 */
export async function askLoaded<T, A>(
  position: Position,
  loading: Loading<T>,
  show: (value: T, typed: string) => Showing<A>,
): Promise<Answer<A>> {
  const leaving = new AbortController();
  let timer: ReturnType<typeof afterLimit> | undefined;
  let state: State<T> = { kind: 'loading' };
  let typed = '';
  let stateChanged = (): void => undefined;
  // Pages can arrive before there is an input to show them in.
  let soFar = 0;
  let paged = (): void => undefined;

  const enter = (next: State<T>): void => {
    if (leaving.signal.aborted) return;
    state = next;
    stateChanged();
  };
  const load = async (): Promise<void> => {
    try {
      const onPage = (count: number): void => {
        soFar = count;
        paged();
      };
      const value = await loading.load(onPage, leaving.signal);
      enter({ kind: 'loaded', value });
    } catch (error) {
      if (leaving.signal.aborted) return;
      if (!isFailure(error)) throw error;
      if (error.reason.kind === 'rateLimited') timer = afterLimit(error.reason.until, again);
      enter({ kind: 'failed', reason: error.reason });
    }
  };
  let breakOff: (error: unknown) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => (breakOff = reject));
  broken.catch(() => undefined);
  const start = (): Promise<void> => load().catch(breakOff);
  const again = (): void => {
    timer?.dispose();
    soFar = 0;
    enter({ kind: 'loading' });
    void start();
  };
  const inputWith = (placeholder: string, items: readonly ActionItem[]): QuickPick<ActionItem> => {
    const input = window.createQuickPick<ActionItem>();
    input.placeholder = placeholder;
    input.items = items;
    input.value = typed;
    input.onDidChangeValue(value => (typed = value));
    return input;
  };
  const showing = (input: QuickPick<ActionItem>): Showing<A> => {
    const run = (): undefined => {
      input.selectedItems[0]?.run?.();
      return undefined;
    };
    return { input, answer: Promise.race([ask<A>(input, position, run), broken]) };
  };
  try {
    // What is already known arrives within one turn, so no progress is shown for it.
    await Promise.race([start(), new Promise(resolve => setTimeout(resolve))]);
    return await askAnew(renew => {
      stateChanged = renew;
      paged = () => undefined;
      switch (state.kind) {
        case 'loading': {
          const input = inputWith(loading.question, [progressItem(loading.words, soFar)]);
          input.busy = true;
          paged = () => (input.items = [progressItem(loading.words, soFar)]);
          return showing(input);
        }
        case 'failed':
          return showing(inputWith(loading.failed, failedItems(state.reason, again)));
        case 'loaded':
          return show(state.value, typed);
      }
    });
  } finally {
    leaving.abort();
    timer?.dispose();
  }
}

/** A row that shows the progress and does nothing. */
function progressItem(words: string, soFar: number): ActionItem {
  return {
    label: `$(loading~spin) ${words}`,
    ...(soFar > 0 && { description: loadingLabels.soFar(soFar) }),
    alwaysShow: true,
  };
}

/** What went wrong, and what to do about it. */
function failedItems(reason: FailureReason, again: () => void): ActionItem[] {
  const step = failureStep(reason);
  const retry: ActionItem = {
    label: retryLabels.tryAgain(),
    iconPath: new ThemeIcon('refresh'),
    detail: failureWords(reason),
    alwaysShow: true,
    run: again,
  };
  if (!step) return [retry];
  const run = (): void => void commands.executeCommand(step.command, ...step.arguments);
  return [retry, { label: step.title, iconPath: new ThemeIcon('arrow-right'), alwaysShow: true, run }];
}

function failureWords(reason: FailureReason): string {
  return reason.kind === 'rateLimited' ? loadingLabels.rateLimited(reason.until) : failureSentence(reason);
}
