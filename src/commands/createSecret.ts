import { createSecretLabels as labels } from '../labels/createSecret';
import { askName } from '../ui/prompts/nameStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue } from '../ui/value/valueStep';
import { accessQuestions } from './shared/accessSteps';
import type { Flow } from './shared/commandContext';
import { createOrRotate } from './shared/createOrRotate';
import { kept } from './shared/kept';
import { organizationQuestion } from './shared/organization';
import { existingNames } from './shared/targets';
import { tellCreated, tellRotated } from './shared/tellSaved';

/** Asks for the name, value and visibility of a new secret, creates it, and selects it in the view. */
export async function createSecret(flow: Flow, node?: { readonly organization: string }): Promise<void> {
  const { store } = flow;
  const question = await organizationQuestion(flow, node);
  if (!question) return;
  let name = '';
  let value = '';

  const askForName: Step = async position => {
    const organization = question.organization();
    const existing = await existingNames(flow, organization);
    return kept(askName(position, { organization, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position =>
    kept(
      askValue(position, { names: [name], prompt: labels.valuePrompt(name), entered: value }, flow),
      entered => (value = entered),
    );
  const questions = accessQuestions(store, question.organization);

  const isComplete = await askSteps(labels.title(), () => [
    ...question.steps,
    askForName,
    askForValue,
    ...questions.steps(),
  ]);
  const access = questions.access();
  if (!isComplete || !access) return;
  const organization = question.organization();
  const secret = { organization, name };
  const result = await createOrRotate(flow, secret, value, access, {
    failed: labels.failed(name, organization),
    unconfirmed: labels.unconfirmed(name, organization),
  });
  await flow.reveal(secret);
  if (result.kind === 'created') await tellCreated(flow, secret, result.created);
  else await tellRotated(secret, result.saved);
}
