import type { BranchNode, FailureNode } from '../tree/nodes';
import type { Product } from './product';

/** Asks GitHub again for all that the views show. */
export async function refresh({ connections, session }: Product): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh();
}

/** Asks GitHub again for one organization's branch. */
export async function refreshOrganization(
  { connections, session }: Product,
  node: BranchNode | FailureNode,
): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh(node.kind === 'failure' ? node.parent.organization : node.organization);
}
