import type { AccessPlan } from '../../cache/accessPlan';
import { secretTitle } from '../../labels/apps';
import { changeVisibilityLabels } from '../../labels/accessCommands';
import { isFailure } from '../../model/failure';
import type { Change } from '../../model/plan';
import type { Repository } from '../../model/repository';
import type { SecretId } from '../../model/secret';
import { Cancelled } from '../../model/batch';
import { askSteps, type Step } from '../../ui/prompts/steps';
import { askValue } from '../../ui/value/valueStep';
import type { Flow } from './commandContext';
import { kept } from './kept';

/** Makes changes without a value. If GitHub requires the value to change a visibility, asks for it and sends both. */
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

/** Asks for the value. Rejects with `Cancelled` if the user cancels. */
async function askForValue(flow: Flow, secret: SecretId): Promise<string> {
  const [name, title] = [secret.name, secretTitle(secret)];
  const prompt = changeVisibilityLabels.valuePrompt(title);
  let value = '';
  const step: Step = position =>
    kept(askValue(position, { names: [name], prompt, entered: value }, flow), entered => (value = entered));
  if (!(await askSteps(changeVisibilityLabels.title(title), () => [step]))) throw new Cancelled();
  return value;
}
