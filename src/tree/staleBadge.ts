import { Disposable, l10n, type TreeView } from 'vscode';
import type { Connections } from '../cache/connections';
import type { TreeNode } from './nodes';
import type { SecretsTree } from './secretsTree';

/** Keeps a view's badge at the number of stale secrets among those that were listed. */
export function showStaleBadge(
  view: TreeView<TreeNode>,
  tree: SecretsTree,
  connections: Connections,
): Disposable {
  const show = (): void => {
    const value = tree.staleCount();
    const tooltip =
      value === 1
        ? l10n.t('1 secret was not updated for long: its value is at least as old')
        : l10n.t('{0} secrets were not updated for long: their values are at least as old', value);
    view.badge = value > 0 ? { value, tooltip } : undefined;
  };
  return Disposable.from(tree.onDidList(show), connections.onDidChange(show));
}
