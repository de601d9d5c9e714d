import { l10n } from 'vscode';
import { AccessPlan, planUndo, secretsOf, undoChange } from '../../cache/accessPlan';
import { isUncertain } from '../../model/failure';
import { bundled, type Change, needsConfirmation, type Summary, unbundled, withoutGone } from '../../model/plan';
import type { Repository } from '../../model/repository';
import { type BatchResult, undone } from '../../model/batch';
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
  readonly apply?: (plan: AccessPlan, change: Change) => Promise<readonly Repository[]>;
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
 * Makes the calls, as often as the user wants the failed ones tried again, and tells which repositories are gone. Gives
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
    title: l10n.t('Changing who receives {0}', names(secretsOf(changes))),
    work,
    // A change of visibility brings its secret up to date by itself.
    afterRound: done =>
      Promise.all(
        secretsOf(done.filter(({ kind }) => kind !== 'visibility')).map(secret => store.settleAccess(secret)),
      ),
    words: { done: doneWords, name: changeName },
  });
  const missing = new Set([...gone.values()].flat().map(({ name }) => name));
  if (missing.size > 0)
    void showWarning(l10n.t('Not granted, because they no longer exist: {0}.', listed([...missing])));
  return done;
}

/** How many changes were made; of a single one, that it was not, or that nobody knows. */
function doneWords(account: BatchResult<Change>): string {
  const { done, failed, broken } = account;
  const count = (changes: readonly Change[]): number => unbundled(changes).length;
  const all = count([...done, ...undone(account), ...(broken?.items ?? [])]);
  if (all > 1) return l10n.t('{0} of {1} changes were made.', count(done), all);
  return broken || failed.some(({ failure }) => isUncertain(failure))
    ? l10n.t('Couldn’t confirm that the change was made.')
    : l10n.t('The change was not made.');
}

function changeName(change: Change): string {
  return change.kind === 'visibility' || change.kind === 'selection'
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
  await makeCalls(flow, bundled(plan.changes), new Map(), change => undoChange(flow.store, plan, change));
}
