import { l10n } from 'vscode';
import type { AccessPlan } from '../../cache/accessPlan';
import { isFailure } from '../../model/failure';
import type { Change } from '../../model/plan';
import type { Repository } from '../../model/repository';
import type { SecretReference } from '../../model/secret';
import { Cancelled } from '../../model/batch';
import { askSteps, type Step } from '../../ui/prompts/steps';
import { askValue } from '../../ui/value/valueStep';
import type { Flow } from './commandContext';
import { kept } from './targets';

/** Makes changes without a value; where GitHub changes a visibility only together with it, asks for it and sends both. */
export function withValueIfAsked(
  flow: Flow,
): (plan: AccessPlan, change: Change) => Promise<readonly Repository[]> {
  return async (plan, change) => {
    try {
      return await plan.apply(change);
    } catch (error) {
      if (change.kind !== 'visibility' || !isFailure(error, 'valueRequired')) throw error;
      return plan.apply(change, await askForValue(flow, change.secret));
    }
  };
}

/** Asks for the value. Rejects with `Cancelled` where the user leaves. */
async function askForValue(flow: Flow, { name }: SecretReference): Promise<string> {
  const prompt = l10n.t(
    'GitHub needs the value of {0} to change its visibility. It becomes the new value.',
    name,
  );
  let value = '';
  const step: Step = position =>
    kept(askValue(position, { names: [name], prompt, entered: value }, flow), entered => (value = entered));
  if (!(await askSteps(l10n.t('Change Visibility of {0}', name), () => [step]))) throw new Cancelled();
  return value;
}
