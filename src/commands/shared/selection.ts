import type { OrganizationNode, ReceivedSecretNode, SecretNode, TreeNode } from '../../tree/nodes';
import type { Selected as SelectedRepository } from '../removeRepository';

/** What VS Code passes to a command of an item: the item, and all selected items if it is one of them. */
export type Selected = [node?: TreeNode, nodes?: readonly TreeNode[]];

/** The organization that a command was run on. An action in a view's title gets the focused row, of any kind. */
export function organizationNode(node: TreeNode | undefined): OrganizationNode | undefined {
  return node?.kind === 'organization' ? node : undefined;
}

/** The selected secrets in either view. */
export function secretNodes(selected: Selected): (SecretNode | ReceivedSecretNode)[] {
  return all(selected).filter(node => node.kind === 'secret' || node.kind === 'receivedSecret');
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

function all([node, nodes]: Selected): readonly TreeNode[] {
  return nodes ?? (node ? [node] : []);
}
