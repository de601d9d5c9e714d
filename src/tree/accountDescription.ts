import { Disposable, type TreeView } from 'vscode';
import type { Connections } from '../cache/connections';

/** Keeps a view's description at the name of the account in use. */
export function showAccount(
  view: Pick<TreeView<unknown>, 'description'>,
  connections: Connections,
): Disposable {
  const show = (): void => {
    view.description = connections.current?.account.label ?? '';
  };
  show();
  return Disposable.from(connections.onDidChange(show));
}
