import { accessChangeLabels as labels } from '../labels/accessChanges';
import { Failure } from '../model/failure';
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
  const flow = await begin(context, change);
  if (flow.connectionId !== change.connectionId) throw new Failure({ kind: 'accountChanged' });
  await undoAccess(flow, change);
}
