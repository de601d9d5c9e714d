import type { Disposable, TreeView } from 'vscode';
import type { SecretsNode } from './nodes';

/** Calls `ask` each time the user opens the branch of their own secrets. That a view is drawn again is no such act. */
export function onOpenUserSecrets(
  view: Pick<TreeView<SecretsNode>, 'onDidExpandElement'>,
  ask: () => unknown,
): Disposable {
  return view.onDidExpandElement(({ element }) => {
    if (element.kind === 'user') ask();
  });
}
