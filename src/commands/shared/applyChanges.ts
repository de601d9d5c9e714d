import { l10n } from 'vscode';
import { AccessPlan, planUndo, secretsOf, undoChange } from '../../cache/accessPlan';
import { isUncertain } from '../../model/failure';
import { type Change, needsConfirmation, type Summary } from '../../model/plan';
import { type BatchResult, itemCount } from '../../model/batch';
import { runBulkChange } from '../../ui/batch/runBulkChange';
import { withRetryPrompt, listed } from '../../ui/failures';
import { showInformation, showWarning } from '../../ui/messages';
import { confirmPlan, effectSentence, names } from '../../ui/prompts/planDialog';
import { withErrorReporting } from './withErrorReporting';
import type { Flow } from './commandContext';

export interface ApplyOptions {
  /** Whether the plan is confirmed however small it is. */
  readonly isConfirmed?: boolean;
  /** Whether the user has seen each of its repositories by name, and which of them are public. */
  readonly isReviewed?: boolean;
  /** Makes the call of one change in a way of the command's own. */
  readonly apply?: (plan: AccessPlan, change: Change) => Promise<void>;
}

/**
 * Carries out a plan: has it confirmed first where that is called for, makes its calls one by one, tells what was and
 * was not done, and offers to undo it. Gives the changes that GitHub confirmed.
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
  const { value: plan } = await withRetryPrompt(l10n.t('Nothing was changed.'), () =>
    AccessPlan.read(flow.store, changes),
  );
  const { summary } = plan;
  if ((isConfirmed || needsConfirmation(summary, isReviewed)) && !(await confirmPlan(summary))) return [];
  const done = await makeCalls(flow, changes, change => apply(plan, change));
  if (done.length > 0) void withErrorReporting(flow.log, () => offerUndo(flow, plan.summaryOf(done)));
  return done;
}

/** Makes the calls, as often as the user wants the failed ones tried again. Gives those that GitHub confirmed. */
function makeCalls(
  { store }: Flow,
  changes: readonly Change[],
  work: (change: Change) => Promise<void>,
): Promise<Change[]> {
  return runBulkChange(changes, {
    title: l10n.t('Changing who receives {0}', names(secretsOf(changes))),
    work,
    // A change of visibility brings its secret up to date by itself.
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret => store.settleAccess(secret)),
      ),
    words: { done: doneWords, name: changeName },
  });
}

/** How many changes were made; of a single one, that it was not, or that nobody knows. */
function doneWords(account: BatchResult<Change>): string {
  const { done, failed, broken } = account;
  const all = itemCount(account);
  if (all > 1) return l10n.t('{0} of {1} changes were made.', done.length, all);
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? l10n.t('Couldn’t confirm that the change was made.')
    : l10n.t('The change was not made.');
}

function changeName(change: Change): string {
  return change.kind === 'visibility'
    ? change.secret.name
    : `${change.secret.name} / ${change.repository.name}`;
}

/** Tells what was done, and undoes it where the user wants that. */
async function offerUndo(flow: Flow, summary: Summary): Promise<void> {
  const undo = l10n.t('Undo');
  if ((await showInformation(summary.effects.map(effectSentence).join(' '), undo)) !== undo) return;
  const { value: plan } = await withRetryPrompt(l10n.t('Nothing was undone.'), () =>
    planUndo(flow.store, summary),
  );
  if (plan.changedSince.length > 0)
    void showWarning(
      l10n.t('{0} changed again since, so nothing was undone there.', names(plan.changedSince)),
    );
  const gone = new Set<string>();
  await makeCalls(flow, plan.changes, async change => {
    for (const { name } of await undoChange(flow.store, plan, change)) gone.add(name);
  });
  if (gone.size > 0)
    void showWarning(l10n.t('Not granted again, because they no longer exist: {0}.', listed([...gone])));
}
