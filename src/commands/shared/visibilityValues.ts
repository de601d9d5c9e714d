import type { AccessPlan } from '../../cache/accessPlan';
import { secretTitle } from '../../labels/apps';
import { changeVisibilityLabels as labels } from '../../labels/accessCommands';
import { Cancelled } from '../../model/batch';
import { isFailure } from '../../model/failure';
import { type Change, needsValue } from '../../model/plan';
import type { Repository } from '../../model/repository';
import { type SecretId, secretKey } from '../../model/secret';
import { askSteps, type Step } from '../../ui/prompts/steps';
import { askValue } from '../../ui/value/valueStep';
import type { Flow } from './commandContext';
import { kept } from './kept';

/** Makes a change, with the value that GitHub asks for. */
export type ApplyWithValue = (plan: AccessPlan, change: Change) => Promise<readonly Repository[]>;

/**
 * Asks for the values that some changes need, before any of them is made. For a single other change, the value is asked
 * for only if GitHub requires it. Undefined if the user leaves: then nothing is sent.
 */
export async function withValues(
  flow: Flow,
  title: string,
  changes: readonly Change[],
): Promise<ApplyWithValue | undefined> {
  const values = new Map<string, string>();
  const steps = changes.filter(needsValue).map(({ secret }) => valueStep(flow, secret, values));
  if (steps.length > 0 && !(await askSteps(title, () => steps))) return undefined;
  return async (plan, change) => {
    const value = values.get(secretKey(change.secret));
    try {
      return await (change.kind === 'visibility' ? plan.apply(change, value) : plan.apply(change));
    } catch (error) {
      const isOnly = changes.length === 1 && change.kind === 'visibility' && value === undefined;
      if (!isOnly || !isFailure(error, 'valueRequired')) throw error;
      const step = valueStep(flow, change.secret, values);
      const isEntered = await askSteps(labels.title(secretTitle(change.secret)), () => [step]);
      if (!isEntered) throw new Cancelled();
      return plan.apply(change, values.get(secretKey(change.secret)));
    }
  };
}

function valueStep(flow: Flow, secret: SecretId, values: Map<string, string>): Step {
  const key = secretKey(secret);
  const prompt = labels.valuePrompt(secretTitle(secret));
  return position =>
    kept(
      askValue(position, { names: [secret.name], prompt, entered: values.get(key) ?? '' }, flow),
      value => void values.set(key, value),
    );
}
