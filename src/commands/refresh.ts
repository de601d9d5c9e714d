import { type BranchNode, type FailureNode, organizationOfBranch } from '../tree/nodes';
import type { CommandContext } from './shared/commandContext';

/** Loads everything in the views from GitHub again. */
export async function refresh({ connections, session }: CommandContext): Promise<void> {
  if (!connections.current) await session.restore();
  connections.refresh();
}

/** Loads one organization's branch from GitHub again, or that of the user's own secrets. */
export async function refreshOrganization(
  { connections, session }: CommandContext,
  node: BranchNode | FailureNode,
): Promise<void> {
  if (!connections.current) await session.restore();
  const organization = organizationOfBranch(node.kind === 'failure' ? node.parent : node);
  if (organization === undefined) connections.refreshUser();
  else connections.refresh(organization);
}
