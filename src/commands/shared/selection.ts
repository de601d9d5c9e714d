import {
  parentOf,
  type ReceivedSecretNode,
  type RepositoryBranchNode,
  type SecretNode,
  type TreeNode,
} from '../../tree/nodes';
import { secretKey } from '../../model/secret';
import type { SecretApp } from '../../model/secretApp';
import type { Selected as SelectedRepository } from '../removeRepository';
import type { Place } from './place';

/** What VS Code passes to a command of an item: the item, and all selected items if it is one of them. */
export type Selected = [node?: TreeNode | undefined, nodes?: readonly TreeNode[] | undefined];

/** The same for rows that are selected while a command is run from the Command Palette: none of several is the one. */
export function selectedRows(rows: readonly TreeNode[]): Selected {
  return rows.length > 0 ? [rows.length === 1 ? rows[0] : undefined, rows] : [];
}

/** The place that a command was run on. An action in a view's title gets the focused row, of any kind. */
export function placeOf(node: TreeNode | undefined): Place | undefined {
  return node?.kind === 'organization' || node?.kind === 'app' ? node : undefined;
}

/** The one organization that all rows belong to, and the one app. */
export function placeOfRows(rows: readonly TreeNode[]): Place | undefined {
  const [organization, ...others] = new Set(rows.map(ownerOf));
  if (organization === undefined || others.length > 0) return undefined;
  const [app, ...otherApps] = new Set(rows.map(appOf));
  return { organization, ...(app !== undefined && otherApps.length === 0 && { app }) };
}

/** The selected secrets in either view, each once: the Repositories view shows the same secret below several. */
export function secretNodes(selected: Selected): (SecretNode | ReceivedSecretNode)[] {
  const nodes = all(selected).filter(node => node.kind === 'secret' || node.kind === 'receivedSecret');
  return [...new Map(nodes.map(node => [secretKey(node), node])).values()];
}

/** The repository that a command was run on, in the Repositories view. */
export function repositoryNode(node: TreeNode | undefined): RepositoryBranchNode | undefined {
  return node?.kind === 'repositoryBranch' ? node : undefined;
}

/** The selected pairs of a secret and a repository, in either view. */
export function pairs(selected: Selected): SelectedRepository[] {
  return all(selected).flatMap((node): SelectedRepository[] => {
    if (node.kind === 'repository') return [node];
    return node.kind === 'receivedSecret' && node.why === 'selected'
      ? [{ secret: node, repository: node.repository }]
      : [];
  });
}

/** All rows that a command was run on. */
export function all([node, nodes]: Selected): readonly TreeNode[] {
  return nodes ?? (node ? [node] : []);
}

function ownerOf(node: TreeNode): string | undefined {
  const parent = parentOf(node);
  return parent ? ownerOf(parent) : placeOf(node)?.organization;
}

function appOf(node: TreeNode): SecretApp | undefined {
  if ('app' in node) return node.app;
  return node.kind === 'repository' ? node.secret.app : undefined;
}
