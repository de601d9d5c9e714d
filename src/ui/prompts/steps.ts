import { type Disposable, QuickInputButtons, type QuickInput, type QuickInputButton } from 'vscode';

/** What a step ends in: its answer, the wish to go back with what was entered so far, or nothing where the user left. */
export type Answer<T> =
  { readonly value: T } | { readonly back: { readonly value: T } | undefined } | undefined;

/** Where a step stands among the steps of its flow. */
export interface Position {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** A further input of the same step: it goes back to the step's first one, also where the step is the first. */
  readonly isNested?: boolean;
}

/** One question of a flow; it keeps what it was answered, so that going back loses nothing. */
export type Step = (position: Position) => Promise<Answer<unknown>>;

/**
 * Asks one step after another; `steps` is looked at again after each, since an answer can add some.
 * Says whether the user went through to the end.
 */
export async function askSteps(title: string, steps: () => readonly Step[]): Promise<boolean> {
  let index = 0;
  for (;;) {
    const all = steps();
    const step = all[index];
    if (!step) return true;
    const answer = await step({ title, step: index + 1, totalSteps: all.length });
    if (answer === undefined) return false;
    index += 'back' in answer ? -1 : 1;
  }
}

/** A quick input, with the events that both kinds of it have. */
type Input = QuickInput & {
  value: string;
  readonly password?: boolean;
  buttons: readonly QuickInputButton[];
  onDidTriggerButton: (listener: (button: QuickInputButton) => unknown) => Disposable;
  onDidAccept: (listener: () => unknown) => Disposable;
};

/**
 * Shows an input until it is accepted with an answer, left, or gone back from.
 * @param accept the answer of an accepted input, or nothing where it cannot be accepted as it is
 * @param entered what is entered so far, accepted or not, to be kept when the user goes back
 * @param buttons what to do for each further button; an answer ends the step
 */
export async function ask<T>(
  input: Input,
  { title, step, totalSteps, isNested = false }: Position,
  accept: () => { readonly value: T } | undefined,
  entered: () => { readonly value: T } | undefined = () => undefined,
  buttons: ReadonlyMap<QuickInputButton, () => Promise<{ readonly value: T } | undefined>> = new Map(),
): Promise<Answer<T>> {
  const listeners: Disposable[] = [];
  try {
    input.title = title;
    if (totalSteps > 1) {
      input.step = step;
      input.totalSteps = totalSteps;
    }
    input.ignoreFocusOut = true;
    input.buttons = [...(step > 1 || isNested ? [QuickInputButtons.Back] : []), ...buttons.keys()];
    return await new Promise<Answer<T>>(resolve => {
      listeners.push(
        input.onDidTriggerButton(async button => {
          const answer =
            button === QuickInputButtons.Back ? { back: entered() } : await buttons.get(button)?.();
          if (answer) resolve(answer);
        }),
        input.onDidAccept(() => {
          const answer = accept();
          if (answer) resolve(answer);
        }),
        input.onDidHide(() => resolve(undefined)),
      );
      input.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    if (input.password) await clear(input);
    input.dispose();
  }
}

/** One showing of a question: its input, and what it ends in. */
export interface Showing<T> {
  readonly input: { dispose(): void };
  readonly answer: Promise<Answer<T>>;
}

/**
 * Asks a question that can be shown anew while it is open, each time in a fresh input that takes the place of the one
 * before. The items of an input that can be edited are never replaced: VS Code reports the reset that comes with it as
 * if the user had cleared every check (microsoft/vscode#226469). Where the user answered an input just before it gave
 * way, that answer counts.
 * @param show shows the input as it is to be now; `renew` has it called again
 */
export async function askAnew<T>(show: (renew: () => void) => Showing<T>): Promise<Answer<T>> {
  const showings: Showing<T>[] = [];
  let isOver = false;
  const renew = (): void => {
    if (!isOver) showings.push(show(renew));
  };
  renew();
  try {
    for (const { answer } of showings) {
      const ended = await answer;
      if (ended !== undefined) return ended;
    }
    return undefined;
  } finally {
    isOver = true;
    for (const { input } of showings) input.dispose();
  }
}

/** VS Code keeps the text of a closed input until the next one opens, and sends a change of it a turn later. */
async function clear(input: Input): Promise<void> {
  input.value = '';
  await new Promise(resolve => setTimeout(resolve));
}
