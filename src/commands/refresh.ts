import { type BranchNode, type FailureNode, organizationOfBranch } from '../tree/nodes';
import type { CommandContext } from './shared/commandContext';

/** Loads everything in the views from GitHub again. */
export async function refresh({ connections, session }: CommandContext): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh();
}

/** Loads one organization's branch from GitHub again. */
export async function refreshOrganization(
  { connections, session }: CommandContext,
  node: BranchNode | FailureNode,
): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh(organizationOfBranch(node.kind === 'failure' ? node.parent : node));
}
