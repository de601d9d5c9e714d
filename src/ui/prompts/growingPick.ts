import { type QuickInputButton, type QuickPickItem, window } from 'vscode';
import type { Event } from '../../model/event';

/** A row of a pick that grows. */
export interface GrowingItem extends QuickPickItem {
  /** Tells rows apart, also after all of them were made anew. */
  readonly key: string;
  /** What selecting the row does while the pick stays open. Without it, selecting the row is the answer. */
  readonly run?: () => unknown;
  /** The same for each of its buttons. */
  readonly runButton?: (button: QuickInputButton) => unknown;
  /** Whether the user hardly looks for it, so that it isn't highlighted first. */
  readonly isAside?: boolean;
}

/** A pick whose items are still loading when it opens. */
export interface GrowingQuestion<Item extends GrowingItem> {
  readonly title: string;
  readonly placeholder: () => string;
  readonly items: () => readonly Item[];
  readonly isLoading: () => boolean;
  /** The items, the placeholder or the loading has changed. */
  readonly onDidChange: Event<void>;
  /** Where the user was when the pick was last open. */
  readonly start?: PickPlace | undefined;
}

/** Where a user is in a pick. */
export interface PickPlace {
  readonly typed: string;
  /** The key of the highlighted row, and its index for when that row is gone. */
  readonly key: string | undefined;
  readonly index: number;
}

/** What a user chose. */
export interface Picked<Item> {
  readonly item: Item;
  /** The button of the row, if it was chosen by one. */
  readonly button?: QuickInputButton;
  readonly place: PickPlace;
}

/** How long changes are collected before the rows are made anew, in milliseconds. */
const gather = 100;

/**
 * Asks with rows that arrive while the pick is open. What the user has typed and the row that they are at stay. Undefined
 * if they leave.
 */
export async function askWhileLoading<Item extends GrowingItem>(
  question: GrowingQuestion<Item>,
): Promise<Picked<Item> | undefined> {
  const input = window.createQuickPick<Item>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at = question.start ?? { typed: '', key: undefined, index: -1 };
  const place = (): PickPlace => {
    const [active] = input.activeItems;
    at = active
      ? { typed: input.value, key: active.key, index: input.items.indexOf(active) }
      : { ...at, typed: input.value };
    return at;
  };
  const show = (): void => {
    timer = undefined;
    input.busy = question.isLoading();
    input.placeholder = question.placeholder();
    const items = question.items();
    input.items = items;
    const active = activeOf(items, at);
    if (active) input.activeItems = [active];
  };
  const listeners: { dispose(): unknown }[] = [];
  try {
    input.title = question.title;
    input.ignoreFocusOut = true;
    input.matchOnDescription = true;
    input.keepScrollPosition = true;
    input.value = at.typed;
    // What is already known arrives within one turn.
    await new Promise(resolve => setTimeout(resolve));
    show();
    return await new Promise(resolve => {
      listeners.push(
        question.onDidChange(
          () =>
            (timer ??= setTimeout(() => {
              place();
              show();
            }, gather)),
        ),
        input.onDidAccept(() => {
          const [item] = input.selectedItems;
          if (item?.run) item.run();
          else if (item) resolve({ item, place: place() });
        }),
        input.onDidTriggerItemButton(({ item, button }) => {
          if (item.runButton) item.runButton(button);
          else
            resolve({ item, button, place: { ...place(), key: item.key, index: input.items.indexOf(item) } });
        }),
        input.onDidHide(() => resolve(undefined)),
      );
      input.show();
    });
  } finally {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
    input.dispose();
  }
}

/**
 * The row to highlight: the one that the user is at, else the first one. Undefined where VS Code knows it better, by what
 * is typed.
 */
function activeOf<Item extends GrowingItem>(
  items: readonly Item[],
  { typed, key, index }: PickPlace,
): Item | undefined {
  const kept = key === undefined ? undefined : (items.find(it => it.key === key) ?? items[index]);
  if (typed !== '') return kept?.isAside === true ? undefined : kept;
  return kept ?? items.find(({ isAside }) => isAside !== true);
}
