import { accessPlanLabels } from '../../labels/accessPlan';
import type { Effect, Summary } from '../../model/plan';
import { showWarning } from '../messages';

/** Shows what a plan will do, in words and counts, and asks whether to apply it. */
export async function confirmPlan(summary: Summary): Promise<boolean> {
  const { effects } = summary;
  const detail = [
    ...effects.map(accessPlanLabels.effect),
    ...effects.filter(revokesAll).map(accessPlanLabels.allRevoked),
    '',
    accessPlanLabels.cost(summary),
  ].join('\n');
  const apply = accessPlanLabels.apply();
  return (await showWarning(accessPlanLabels.question(effects), { modal: true, detail }, apply)) === apply;
}

/** Whether a secret was selected for some repositories, and is for none afterwards. */
function revokesAll({ before, after, lost }: Effect): boolean {
  return (
    lost.length > 0 &&
    before.selection.length > 0 &&
    after.visibility === 'selected' &&
    after.selection.length === 0
  );
}
