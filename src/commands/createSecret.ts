import { secretTitle } from '../labels/apps';
import { createSecretLabels as labels } from '../labels/createSecret';
import { rotateSecretLabels } from '../labels/rotateSecret';
import { storeIn } from '../model/secret';
import { askName } from '../ui/prompts/nameStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue } from '../ui/value/valueStep';
import { AccessInApps } from './shared/accessInApps';
import type { Flow } from './shared/commandContext';
import { createOrRotate, rotated } from './shared/createOrRotate';
import { CreateTargets } from './shared/createTargets';
import { kept } from './shared/kept';
import { organizationQuestion } from './shared/organization';
import type { Place } from './shared/place';
import type { ValueToSave } from './shared/saveEach';
import { saveInApps } from './shared/saveInApps';
import { tellCreatedOrRotated } from './shared/tellSaved';
import { withErrorReporting } from './shared/withErrorReporting';
import { ownerName } from '../model/secretStore';

/**
 * Asks for the name, the apps if several are shown, the value and the visibility of a new secret, creates it, and
 * selects it in the view. Where the name exists, that secret gets the value and keeps its access.
 * @param proposed the name that is filled in
 */
export async function createSecret(flow: Flow, place?: Place, proposed = ''): Promise<void> {
  const { store } = flow;
  const question = await organizationQuestion(flow, place);
  if (!question) return;
  const targets = new CreateTargets(flow, question.organization, place?.app);
  const access = new AccessInApps(flow, question.organization);
  let name = proposed;
  let value = '';

  const askForName: Step = async position => {
    const organization = question.organization();
    await targets.load();
    const { existing } = targets;
    return kept(askName(position, { organization, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position => {
    const organization = question.organization();
    const [created, existing] = [targets.created(name), targets.rotated(name)];
    // Load while the user types the value. If something can't be loaded, saving reports it.
    for (const secret of existing) store.prepareRotation(secret).catch(() => undefined);
    for (const secret of created) store.prepareSealing(storeIn(secret)).catch(() => undefined);
    const isRotation = created.length === 0;
    const [only, ...others] = [...created, ...existing];
    const title = only && others.length === 0 ? secretTitle(only) : name;
    const prompt = isRotation ? rotateSecretLabels.prompt(title, organization) : labels.valuePrompt(title);
    return kept(
      askValue(position, { names: [name], prompt, entered: value }, flow),
      entered => (value = entered),
    );
  };
  const isComplete = await askSteps(labels.title(), () => [
    ...question.steps,
    askForName,
    ...targets.steps(name),
    askForValue,
    ...access.steps(targets.created(name)),
  ]);
  if (!isComplete) return;
  const created = targets.created(name);
  const toSave = [
    ...created.map(secret => ({ secret, value, access: access.access(secret.app, created) })),
    ...targets.rotated(name).map(secret => ({ secret, value, access: undefined })),
  ];
  const [only, ...others] = toSave;
  if (!only) return;
  if (others.length === 0) return save(flow, only);
  const [saved] = await saveInApps(flow, toSave);
  if (saved) await flow.reveal(saved);
}

/** Saves a secret in one app. */
async function save(flow: Flow, { secret, value, access }: ValueToSave): Promise<void> {
  const [title, organization] = [secretTitle(secret), ownerName(secret.owner)];
  const failures = {
    failed: labels.failed(title, organization),
    unconfirmed: labels.unconfirmed(title, organization),
  };
  const result = access
    ? await createOrRotate(flow, secret, value, access, failures)
    : await rotated(flow, secret, value);
  await flow.reveal(secret);
  // The result can stay on the screen. The flow is over nevertheless.
  void withErrorReporting(flow.log, () => tellCreatedOrRotated(flow, secret, result));
}
