import { createSecretLabels as labels } from '../labels/createSecret';
import { secretTitle } from '../labels/apps';
import { rotateSecretLabels } from '../labels/rotateSecret';
import { secretIn } from '../model/secret';
import { askName } from '../ui/prompts/nameStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue } from '../ui/value/valueStep';
import { accessQuestions } from './shared/accessSteps';
import type { Flow } from './shared/commandContext';
import { type Place, storeQuestion } from './shared/place';
import { createOrRotate, rotated } from './shared/createOrRotate';
import { kept } from './shared/kept';
import { existingNames } from './shared/targets';
import { tellCreated, tellRotated } from './shared/tellSaved';

/**
 * Asks for the name, value and visibility of a new secret, creates it, and selects it in the view. If the name exists,
 * asks only for the value and rotates that secret.
 */
export async function createSecret(flow: Flow, place?: Place): Promise<void> {
  const { store } = flow;
  const question = await storeQuestion(flow, place);
  if (!question) return;
  let name = '';
  let value = '';
  let existing: ReadonlySet<string> = new Set();
  const isRotation = (): boolean => existing.has(name);

  const askForName: Step = async position => {
    const organization = question.organization();
    existing = await existingNames(flow, question.store());
    return kept(askName(position, { organization, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position => {
    const organization = question.organization();
    // Load while the user types the value. If something can't be loaded, the rotation reports it.
    if (isRotation()) store.prepareRotation(secretIn(question.store(), name)).catch(() => undefined);
    const prompt = isRotation() ? rotateSecretLabels.prompt(name, organization) : labels.valuePrompt(name);
    return kept(
      askValue(position, { names: [name], prompt, entered: value }, flow),
      entered => (value = entered),
    );
  };
  const questions = accessQuestions(store, question.organization);

  const isComplete = await askSteps(labels.title(), () => [
    ...question.steps,
    askForName,
    askForValue,
    ...(isRotation() ? [] : questions.steps()),
  ]);
  if (!isComplete) return;
  const organization = question.organization();
  const secret = secretIn(question.store(), name);
  const title = secretTitle(secret);
  const access = questions.access();
  const failures = {
    failed: labels.failed(title, organization),
    unconfirmed: labels.unconfirmed(title, organization),
  };
  const result = isRotation()
    ? await rotated(flow, secret, value)
    : access && (await createOrRotate(flow, secret, value, access, failures));
  if (!result) return;
  await flow.reveal(secret);
  if (result.kind === 'created') await tellCreated(flow, secret, result.created);
  else await tellRotated(secret, result.saved);
}
