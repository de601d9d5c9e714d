import { AccessPlan, planUndo, secretsOf, undoChange } from '../../cache/accessPlan';
import { accessChangeLabels as labels } from '../../labels/accessChanges';
import { isUncertain } from '../../model/failure';
import {
  bundled,
  type Change,
  needsConfirmation,
  type Summary,
  unbundled,
  withoutGone,
} from '../../model/plan';
import type { Repository } from '../../model/repository';
import { type BatchResult, undone } from '../../model/batch';
import { runBulkChange } from '../../ui/batch/runBulkChange';
import { withRetryPrompt } from '../../ui/failures';
import { listed } from '../../labels/names';
import { showInformation, showWarning } from '../../ui/messages';
import { confirmPlan } from '../../ui/prompts/planDialog';
import { effectSentence } from '../../labels/accessPlan';
import { names } from '../../labels/names';
import { withErrorReporting } from './withErrorReporting';
import type { Flow } from './commandContext';

export interface ApplyOptions {
  /** Whether the plan is confirmed even if it is small. */
  readonly isConfirmed?: boolean;
  /** Whether the user has seen each of its repositories by name, and which of them are public. */
  readonly isReviewed?: boolean;
  /** Makes the call of one change; `plan.apply` if not given. */
  readonly apply?: (plan: AccessPlan, change: Change) => Promise<readonly Repository[]>;
}

/**
 * Applies changes: asks for confirmation if they need it, makes the calls one by one, tells the result, and offers Undo.
 * Returns the changes that GitHub confirmed.
 */
export async function applyChanges(
  flow: Flow,
  changes: readonly Change[],
  {
    isConfirmed = false,
    isReviewed = false,
    apply = (plan, change) => plan.apply(change),
  }: ApplyOptions = {},
): Promise<readonly Change[]> {
  if (changes.length === 0) return [];
  const plan = await withRetryPrompt(labels.nothingChanged(), () => AccessPlan.read(flow.store, changes));
  const { summary } = plan;
  if ((isConfirmed || needsConfirmation(summary, isReviewed)) && !(await confirmPlan(summary))) return [];
  const gone: Gone = new Map();
  const done = await makeCalls(flow, bundled(changes), gone, change => apply(plan, change));
  if (done.length > 0)
    void withErrorReporting(flow.log, () => offerUndo(flow, plan.summaryOf(confirmed(done, gone))));
  return confirmed(done, gone);
}

/** The repositories that a change could not add, since they are gone. */
type Gone = Map<Change, readonly Repository[]>;

/** What GitHub confirmed, with one change for each repository. */
function confirmed(done: readonly Change[], gone: Gone): Change[] {
  return done.flatMap(change => withoutGone(change, gone.get(change) ?? []));
}

/**
 * Makes the calls, retries the failed ones as often as the user wants, and tells which repositories are gone. Returns
 * those that GitHub confirmed.
 */
async function makeCalls(
  { store }: Flow,
  changes: readonly Change[],
  gone: Gone,
  call: (change: Change) => Promise<readonly Repository[]>,
): Promise<Change[]> {
  const work = async (change: Change): Promise<void> => {
    const missing = await call(change);
    if (missing.length > 0) gone.set(change, missing);
  };
  const done = await runBulkChange(changes, {
    title: labels.progress(names(secretsOf(changes))),
    work,
    // A change of visibility already updates its secret.
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret => store.settleAccess(secret)),
      ),
    words: { done: resultSentence, name: changeName },
  });
  const missing = new Set([...gone.values()].flat().map(({ name }) => name));
  if (missing.size > 0) void showWarning(labels.notGranted(listed([...missing])));
  return done;
}

/** How many changes were made. Of a single one: that it failed, or that we don't know whether it was made. */
function resultSentence(result: BatchResult<Change>): string {
  const { done, failed, broken } = result;
  const count = (changes: readonly Change[]): number => unbundled(changes).length;
  const all = count([...done, ...undone(result), ...(broken?.items ?? [])]);
  if (all > 1) return labels.result(count(done), all);
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? labels.unconfirmed()
    : labels.failed();
}

function changeName(change: Change): string {
  return change.kind === 'visibility' || change.kind === 'selection'
    ? change.secret.name
    : `${change.secret.name} / ${change.repository.name}`;
}

/** Tells what was done, and undoes it if the user wants. */
async function offerUndo(flow: Flow, summary: Summary): Promise<void> {
  const undo = labels.undo();
  if ((await showInformation(summary.effects.map(effectSentence).join(' '), undo)) !== undo) return;
  const plan = await withRetryPrompt(labels.nothingUndone(), () => planUndo(flow.store, summary));
  if (plan.changedSince.length > 0) void showWarning(labels.changedSince(names(plan.changedSince)));
  await makeCalls(flow, bundled(plan.changes), new Map(), change => undoChange(flow.store, plan, change));
}
