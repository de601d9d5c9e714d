import type { FailureNode, OrganizationNode, SecretNode } from '../tree/nodes';
import type { Product } from './product';

/** Asks GitHub again for all that the view shows. */
export async function refresh({ store, session }: Product): Promise<void> {
  if (!store.isConnected) await session.restore();
  store.refresh();
}

/** Asks GitHub again for what one organization's branch shows. */
export async function refreshOrganization(
  { store, session }: Product,
  node: OrganizationNode | SecretNode | FailureNode,
): Promise<void> {
  if (!store.isConnected) await session.restore();
  store.refreshOrganization(node.kind === 'failure' ? node.parent.organization : node.organization);
}
