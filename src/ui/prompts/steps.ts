import { type Disposable, QuickInputButtons, type QuickInput, type QuickInputButton } from 'vscode';

/** How a step ends: with an answer, by going back with what was entered so far, or with nothing if the user left. */
export type Answer<T> =
  { readonly value: T } | { readonly back: { readonly value: T } | undefined } | undefined;

/** Where a step is among the steps of its flow. */
export interface Position {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  /** Whether this is a further input of the same step. It can always go back, even in the first step. */
  readonly isNested?: boolean;
}

/** One question of a flow. It keeps its answer, so that going back loses nothing. */
export type Step = (position: Position) => Promise<Answer<unknown>>;

/**
 * Asks one step after another. Calls `steps` again after each one, because an answer can add steps.
 * Returns whether the user reached the end.
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

/** What input boxes and quick picks have in common. */
type Input = QuickInput & {
  value: string;
  readonly password?: boolean;
  buttons: readonly QuickInputButton[];
  onDidTriggerButton: (listener: (button: QuickInputButton) => unknown) => Disposable;
  onDidAccept: (listener: () => unknown) => Disposable;
};

/**
 * Shows an input until the user answers, leaves or goes back.
 * @param accept the answer of an accepted input, or nothing if it can't be accepted yet
 * @param entered what is entered so far, valid or not, to keep it when the user goes back
 * @param buttons what each further button does; an answer ends the step
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

/** A question that is shown once: its input, and how it ends. */
export interface Showing<T> {
  readonly input: { dispose(): void };
  readonly answer: Promise<Answer<T>>;
}

/**
 * Asks a question that can change while it is open. Each change shows a new input in place of the last one. The items
 * of an input with checkboxes are never replaced, because VS Code reports that reset as if the user had cleared every
 * checkbox (microsoft/vscode#226469). If the user answers an input just before it is replaced, that answer counts.
 * @param show shows the current input; `renew` calls it again
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

/** VS Code keeps the text of a closed input until the next one opens, and sends a change of it one turn later. */
async function clear(input: Input): Promise<void> {
  input.value = '';
  await new Promise(resolve => setTimeout(resolve));
}
