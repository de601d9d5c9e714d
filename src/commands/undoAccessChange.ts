import { accessChangeLabels as labels } from '../labels/accessChanges';
import { showInformation } from '../ui/messages';
import { begin, type CommandContext } from './shared/commandContext';
import { undoAccess } from './shared/undoAccess';

/** Undoes the last change of access, also after its notification was closed. */
export async function undoAccessChange(context: CommandContext): Promise<void> {
  const change = context.lastAccessChange.current;
  if (!change) {
    void showInformation(labels.nothingToUndo());
    return;
  }
  const owners = change.summary.effects.map(({ secret }) => secret.owner);
  await undoAccess(await begin(context, change, owners), change);
}
