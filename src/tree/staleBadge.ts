import { Disposable, type TreeView } from 'vscode';
import { staleBadgeTooltip } from '../labels/tree';
import type { Connections } from '../cache/connections';
import type { SecretsNode } from './nodes';
import type { SecretsTree } from './secretsTree';

/** Keeps a view's badge at the number of stale secrets among those that were listed. */
export function showStaleBadge(
  view: TreeView<SecretsNode>,
  tree: SecretsTree,
  connections: Connections,
): Disposable {
  const show = (): void => {
    const value = tree.staleCount();
    const tooltip = staleBadgeTooltip(value, tree.staleAfterDays);
    view.badge = value > 0 ? { value, tooltip } : undefined;
  };
  return Disposable.from(tree.onDidList(show), connections.onDidChange(show));
}
