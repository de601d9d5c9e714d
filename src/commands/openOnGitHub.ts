import { env, Uri } from 'vscode';
import type { OrganizationNode, RepositoryNode, SecretNode } from '../tree/nodes';
import type { Product } from './product';

/** Opens the page that lists an organization's secrets, or that of a repository. */
export async function openOnGitHub(
  product: Product,
  node: OrganizationNode | SecretNode | RepositoryNode,
): Promise<void> {
  await env.openExternal(pageOf(product, node));
}

function pageOf({ pages }: Product, node: OrganizationNode | SecretNode | RepositoryNode): Uri {
  switch (node.kind) {
    case 'organization':
    case 'secret':
      return pages().secrets(node.organization);
    case 'repository':
      return Uri.parse(node.repository.url, true);
  }
}
