import { AccessPlan, secretsOf } from '../../cache/accessPlan';
import { accessChangeLabels as labels } from '../../labels/accessChanges';
import { names } from '../../labels/names';
import {
  bundled,
  type Change,
  hidesGrants,
  needsConfirmation,
  needsValue,
  withoutGone,
} from '../../model/plan';
import type { Repository } from '../../model/repository';
import { secretKey } from '../../model/secret';
import { withRetryPrompt } from '../../ui/failures';
import { confirmPlan } from '../../ui/prompts/planDialog';
import type { Flow } from './commandContext';
import { type Gone, makeCalls, tellGone } from './makeCalls';
import { offerUndo, tellEffects } from './undoAccess';
import { withErrorReporting } from './withErrorReporting';

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
  const failed = labels.failed(names(secretsOf(changes)));
  const plan = await withRetryPrompt(failed, () => AccessPlan.read(flow.store, changes));
  const { summary } = plan;
  if ((isConfirmed || needsConfirmation(summary, isReviewed)) && !(await confirmPlan(summary))) return [];
  const gone: Gone = new Map();
  const done = await makeCalls(flow, bundled(changes), gone, change => apply(plan, change));
  tellGone([...gone.values()].flat());
  const made = confirmed(done, gone);
  if (made.length > 0) {
    const { effects } = plan.summaryOf(made);
    const withHidden = new Set(effects.filter(hidesGrants).map(({ secret }) => secretKey(secret)));
    const undoable = made.filter(
      change =>
        !needsValue(change) && (change.kind === 'remove' || !withHidden.has(secretKey(change.secret))),
    );
    const change = {
      connectionId: flow.connectionId,
      summary: plan.summaryOf(undoable),
      lasting: secretsOf(made.filter(needsValue)),
    };
    if (undoable.length > 0) flow.lastAccessChange.made(change);
    else flow.lastAccessChange.madeForGood(change);
    void withErrorReporting(flow.log, () =>
      undoable.length > 0 ? offerUndo(flow, change, effects) : tellEffects(effects),
    );
  }
  return made;
}

/** What GitHub confirmed, with one change for each repository. */
function confirmed(done: readonly Change[], gone: Gone): Change[] {
  return done.flatMap(change => withoutGone(change, gone.get(change) ?? []));
}
