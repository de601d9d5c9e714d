import { accessChangeLabels } from '../../labels/accessChanges';
import { accessPlanLabels } from '../../labels/accessPlan';
import { names } from '../../labels/names';
import type { Effect, Summary } from '../../model/plan';
import { showWarning } from '../messages';

/** Shows what a plan will do, in words and counts, and asks whether to apply it. */
export async function confirmPlan(summary: Summary): Promise<boolean> {
  return confirm(summary, accessPlanLabels.question(summary.effects), accessPlanLabels.apply());
}

/** The same for the plan of an undo. */
export async function confirmUndo(summary: Summary): Promise<boolean> {
  const secrets = names(summary.effects.map(({ secret }) => secret));
  return confirm(summary, accessChangeLabels.undoQuestion(secrets), accessChangeLabels.undo());
}

async function confirm(summary: Summary, question: string, button: string): Promise<boolean> {
  const { effects } = summary;
  const detail = [
    ...effects.map(accessPlanLabels.effect),
    ...effects.filter(revokesAll).map(accessPlanLabels.allRevoked),
    '',
    accessPlanLabels.cost(summary),
  ].join('\n');
  return (await showWarning(question, { modal: true, detail }, button)) === button;
}

/** Whether a secret was selected for some repositories, and is for none afterwards. */
function revokesAll({ before, after, lost }: Effect): boolean {
  return (
    lost.length > 0 &&
    before.selection.length > 0 &&
    after.visibility === 'selected' &&
    after.selection.length === 0 &&
    !after.isPartial
  );
}
