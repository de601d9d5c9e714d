import { type QuickPickItem, window } from 'vscode';
import { ask, type Answer, type Position } from './steps';

/** One of a few choices. */
export interface Choice<T> {
  readonly value: T;
  readonly label: string;
}

/** Asks for one of a few choices. `chosen` is highlighted. */
export function askChoice<T>(
  position: Position,
  question: string,
  choices: readonly Choice<T>[],
  chosen: T,
): Promise<Answer<T>> {
  const input = window.createQuickPick<QuickPickItem & Choice<T>>();
  input.placeholder = question;
  input.items = choices;
  input.activeItems = input.items.filter(({ value }) => value === chosen);
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.value };
  });
}
