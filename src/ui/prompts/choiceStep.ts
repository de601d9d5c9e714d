import { type QuickPickItem, window } from 'vscode';
import { ask, type Answer, type Position } from './steps';

/** One of a few choices. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

/** Asks for one of a few choices. The first one is highlighted. */
export function askChoice<T>(
  position: Position,
  question: string,
  choices: readonly Choice<T>[],
): Promise<Answer<T>> {
  const input = window.createQuickPick<QuickPickItem & Choice<T>>();
  input.placeholder = question;
  input.items = choices;
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.value };
  });
}
