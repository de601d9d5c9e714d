import { commands, Disposable, type TreeView } from 'vscode';
import type { TreeNode } from './nodes';

type View = Pick<TreeView<TreeNode>, 'selection' | 'visible' | 'onDidChangeSelection'>;

/** A row of a view, and all selected rows if it is one of them. */
export type FocusedRows = readonly [node: TreeNode, nodes: readonly TreeNode[]];

/** The rows that a command works on if VS Code passes none, as it does for keys and in the Command Palette. */
export class SelectedRows implements Disposable {
  readonly #views: readonly View[];
  readonly #subscriptions: Disposable;
  #last: View | undefined;
  #focused: Promise<unknown> = Promise.resolve();

  constructor(...views: View[]) {
    this.#views = views;
    this.#subscriptions = Disposable.from(
      ...views.map(view =>
        view.onDidChangeSelection(({ selection }) => {
          if (selection.length > 0) this.#last = view;
        }),
      ),
    );
  }

  /** The rows that are selected in the view where the user last selected some. None if that view is hidden. */
  get selected(): readonly TreeNode[] {
    return this.#last?.visible ? this.#last.selection : [];
  }

  /** The row with the focus in the view that has the focus. Call this only then. */
  focused(): Promise<FocusedRows | undefined> {
    const focused = this.#focused.then(findFocused.bind(undefined, this.#views));
    this.#focused = focused.catch(() => undefined);
    return focused;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/**
 * VS Code tells extensions which rows are selected, but not which one has the focus (microsoft/vscode#170248). So this
 * adds that row to the selection, or removes it, to see which one it is. The second time leaves the selection as it was.
 */
async function findFocused(views: readonly View[]): Promise<FocusedRows | undefined> {
  const before = views.map(({ selection }) => selection);
  await commands.executeCommand('list.toggleSelection');
  const after = views.map(({ selection }) => selection);
  await commands.executeCommand('list.toggleSelection');
  for (const index of views.keys()) {
    const [old = [], toggled = []] = [before[index], after[index]];
    const added = toggled.find(node => !old.includes(node));
    if (added) return [added, [added]];
    const removed = old.find(node => !toggled.includes(node));
    if (removed) return [removed, old];
  }
  return undefined;
}
