import { commands, Disposable } from 'vscode';
import type { Connections } from '../cache/connections';
import { contextKeys } from '../manifest';

/** Keeps the context key that says whether several apps are shown, by which menus offer to compare them. */
export function keepSeveralAppsKey(connections: Connections): Disposable {
  let last = false;
  const set = (): void => {
    const { length } = connections.current?.store.apps ?? [];
    if (length > 1 === last) return;
    last = length > 1;
    void commands.executeCommand('setContext', contextKeys.hasSeveralApps, last);
  };
  return Disposable.from(connections.onDidChange(set));
}
