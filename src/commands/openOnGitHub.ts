import { env, Uri } from 'vscode';
import type { OrganizationNode, ReceivedNode, ReceiverNode, RepositoryNode, SecretNode } from '../tree/nodes';
import type { Product } from './product';

/** What has a page on GitHub. */
export type Page = OrganizationNode | SecretNode | RepositoryNode | ReceiverNode | ReceivedNode;

/** Opens the page that lists an organization's secrets, or that of a repository. */
export async function openOnGitHub(product: Product, node: Page): Promise<void> {
  await env.openExternal(pageOf(product, node));
}

function pageOf({ pages }: Product, node: Page): Uri {
  switch (node.kind) {
    case 'organization':
    case 'secret':
    case 'received':
      return pages().secrets(node.organization);
    case 'repository':
    case 'receiver':
      return Uri.parse(node.repository.url, true);
  }
}
