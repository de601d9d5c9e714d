import { env } from 'vscode';
import { appLabel } from '../labels/apps';
import type { RepositoryNode, TreeNode } from '../tree/nodes';
import { ownerName } from '../model/secretStore';

/** Copies the names of rows, one on each line. */
export async function copyNames(nodes: readonly TreeNode[]): Promise<void> {
  const names = nodes.map(nameOf).filter(name => name !== undefined);
  if (names.length > 0) await env.clipboard.writeText(names.join('\n'));
}

/** Among the repositories of a user's secret, each has its owner in its name already. */
function fullNameOf({ secret: { owner }, repository: { name } }: RepositoryNode): string {
  return owner.kind === 'user' ? name : `${ownerName(owner)}/${name}`;
}

/** A repository's name is the one with its owner: "acme/billing-api". */
function nameOf(node: TreeNode): string | undefined {
  switch (node.kind) {
    case 'organization':
      return node.organization;
    case 'app':
      return appLabel(node.app);
    case 'secret':
    case 'receivedSecret':
      return node.name;
    case 'repository':
      return fullNameOf(node);
    case 'repositoryBranch':
      return `${node.organization}/${node.repository.name}`;
    case 'user':
      return node.login;
    case 'hidden':
    case 'noOrganizations':
    case 'empty':
    case 'loading':
    case 'failure':
      return undefined;
  }
}
