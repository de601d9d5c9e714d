import type { BranchNode, FailureNode } from '../tree/nodes';
import type { CommandContext } from './shared/commandContext';

/** Asks GitHub again for all that the views show. */
export async function refresh({ connections, session }: CommandContext): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh();
}

/** Asks GitHub again for one organization's branch. */
export async function refreshOrganization(
  { connections, session }: CommandContext,
  node: BranchNode | FailureNode,
): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh(node.kind === 'failure' ? node.parent.organization : node.organization);
}
