import { env, Uri } from 'vscode';
import type { OrganizationNode, RepositoryNode, SecretNode } from '../tree/nodes';
import type { Product } from './product';

/** Opens the page of an organization's secrets, of a secret, or of a repository. */
export async function openOnGitHub(
  product: Product,
  node: OrganizationNode | SecretNode | RepositoryNode,
): Promise<void> {
  await env.openExternal(pageOf(product, node));
}

function pageOf({ pages }: Product, node: OrganizationNode | SecretNode | RepositoryNode): Uri {
  switch (node.kind) {
    case 'organization':
      return pages().secrets(node.organization);
    case 'secret':
      return pages().secret(node);
    case 'repository':
      return Uri.parse(node.repository.url, true);
  }
}
