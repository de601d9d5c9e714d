import type { BranchNode, FailureNode } from '../tree/nodes';
import type { Product } from './product';

/** Asks GitHub again for all that the views show. */
export async function refresh({ store, session }: Product): Promise<void> {
  if (!store.isConnected) await session.restore();
  store.refresh();
}

/** Asks GitHub again for one organization's branch. */
export async function refreshOrganization(
  { store, session }: Product,
  node: BranchNode | FailureNode,
): Promise<void> {
  if (!store.isConnected) await session.restore();
  store.refreshOrganization(node.kind === 'failure' ? node.parent.organization : node.organization);
}
