import { commands } from '../../manifest';
import type { TreeNode } from '../../tree/nodes';
import type { DeferredId } from '../deferredCommands';

/** What a key in a view passes to its command. */
const ofKey = 'focusedRow';

/** Whether a key in a view runs the command, which then works on the row with the focus. */
export function isOfKey(args: readonly unknown[]): boolean {
  return args[0] === ofKey;
}

/** The command that a key runs on a row; none if the row has nothing for that key. */
export function commandOfKey(id: DeferredId, node: TreeNode): DeferredId | undefined {
  const isSecret = node.kind === 'secret' || node.kind === 'receivedSecret';
  // Below a repository, only its own secrets are deleted: what others own is taken away from the repository.
  const isOwn = node.kind === 'receivedSecret' && node.owner.kind === 'repository';
  if (
    id === commands.deleteSecret &&
    !isOwn &&
    (node.kind === 'repository' || node.kind === 'receivedSecret')
  )
    return commands.removeRepository;
  const isForSecrets = id === commands.deleteSecret || id === commands.rotateSecret;
  return isSecret || !isForSecrets ? id : undefined;
}
