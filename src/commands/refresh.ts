import type { FailureNode, OrganizationNode, SecretNode } from '../tree/nodes';
import type { Product } from './product';

/** Asks GitHub again for what the view shows: all of it, or one organization's branch. */
export async function refresh(
  { store, session }: Product,
  node?: OrganizationNode | SecretNode | FailureNode,
): Promise<void> {
  if (!store.isConnected) await session.restore();
  if (node) store.refreshOrganization(node.kind === 'failure' ? node.parent.organization : node.organization);
  else store.refresh();
}
