import { planUndo, summarizeUndo, undoChange } from '../../cache/accessUndo';
import type { MadeChange } from '../../cache/lastAccessChange';
import { accessChangeLabels as labels } from '../../labels/accessChanges';
import { effectsSentence } from '../../labels/accessPlan';
import { names } from '../../labels/names';
import { bundled, type Effect, type Summary, widens } from '../../model/plan';
import { withRetryPrompt } from '../../ui/failures';
import { showDone, showInformation, showWarning } from '../../ui/messages';
import { confirmUndo } from '../../ui/prompts/planDialog';
import type { Flow } from './commandContext';
import { type Gone, makeCalls, tellGone } from './makeCalls';

/** Tells what was done, where it can't be undone because nobody can read the value that this needs. */
export async function tellEffects(effects: readonly Effect[]): Promise<void> {
  await showInformation(effectsSentence(effects));
}

/**
 * Tells what was done, and undoes it if the user wants.
 * @param effects all that was done: some of it might not be part of the change that can be undone
 */
export async function offerUndo(flow: Flow, change: MadeChange, effects: readonly Effect[]): Promise<void> {
  const undo = labels.undo();
  const sentence = effectsSentence(effects);
  if ((await showInformation(sentence, undo)) === undo) await undoAccess(flow, change);
}

/** Undoes a change of access, once. If nothing was undone, the user can undo it later. */
export async function undoAccess(flow: Flow, change: MadeChange): Promise<void> {
  if (!flow.lastAccessChange.take(change)) {
    void showInformation(labels.alreadyUndone());
    return;
  }
  let isUndone = false;
  try {
    isUndone = await undo(flow, change.summary);
    const { lasting = [] } = change;
    if (isUndone && lasting.length > 0) void showWarning(labels.lasting(names(lasting)));
  } finally {
    if (!isUndone) flow.lastAccessChange.giveBack(change);
  }
}

/** Asks first if this gives access to many or to public repositories. Returns whether there is nothing left to undo. */
async function undo(flow: Flow, made: Summary): Promise<boolean> {
  const { store } = flow;
  const [plan, summary] = await withRetryPrompt(labels.nothingUndone(), async () => {
    const planned = await planUndo(store, made);
    return [planned, await summarizeUndo(store, planned)] as const;
  });
  if (widens(summary) && !(await confirmUndo(summary))) return false;
  const { changedSince } = plan;
  const secrets = names(made.effects.map(({ secret }) => secret));
  if (changedSince.length > 0) void showWarning(labels.changedSince(names(changedSince)));
  const calls = bundled(plan.changes);
  const missing: Gone = new Map();
  const done = await makeCalls(flow, calls, missing, change => undoChange(store, plan, change));
  const gone = [...plan.gone, ...[...missing.values()].flat()];
  tellGone(gone);
  if (calls.length === 0 && changedSince.length === 0 && gone.length === 0)
    void showInformation(labels.alreadyBack(secrets));
  else if (done.length > 0 && done.length === calls.length && gone.length === 0)
    showDone(labels.undone(secrets));
  return done.length > 0 || calls.length === 0;
}
