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
import { type AlsoOffered, ownerQuestion } from './shared/owner';
import type { CreateTarget, Place } from './shared/place';
import type { ValueToSave } from './shared/saveEach';
import { saveInApps } from './shared/saveInApps';
import { tellCreatedOrRotated } from './shared/tellSaved';
import { withErrorReporting } from './shared/withErrorReporting';
import { ownerName } from '../model/secretStore';

/** Where a secret is created, and what is known of it before the first question. */
type Target = Place & Pick<CreateTarget, 'name' | 'repositories'>;

/**
 * Asks for the name, the apps if several are shown, the value and the access of a new secret, creates it, and selects it
 * in the view. Where the name exists, that secret gets the value and keeps its access.
 */
export async function createSecret(flow: Flow, target?: Target): Promise<void> {
  const { store } = flow;
  const question = await ownerQuestion(flow, target?.owner, alsoOffered);
  if (!question) return;
  const targets = new CreateTargets(flow, question.owner, target?.app);
  const access = new AccessInApps(flow, question.owner, target?.repositories);
  let name = target?.name ?? '';
  let value = '';

  const askForName: Step = async position => {
    const owner = ownerName(question.owner());
    await targets.load();
    const { existing } = targets;
    return kept(askName(position, { owner, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position => {
    const owner = ownerName(question.owner());
    const [created, existing] = [targets.created(name), targets.rotated(name)];
    // Load while the user types the value. If something can't be loaded, saving reports it.
    for (const secret of existing) store.prepareRotation(secret).catch(() => undefined);
    for (const secret of created) store.prepareSealing(storeIn(secret)).catch(() => undefined);
    const isRotation = created.length === 0;
    const [only, ...others] = [...created, ...existing];
    const title = only && others.length === 0 ? secretTitle(only) : name;
    const prompt = isRotation ? rotateSecretLabels.prompt(title, owner) : labels.valuePrompt(title);
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

/** Users who own no organization can create secrets for the open repositories, and their own. */
const alsoOffered: AlsoOffered = { repositories: 'withoutOrganizations', user: true };

/** Saves a secret in one app. */
async function save(flow: Flow, { secret, value, access }: ValueToSave): Promise<void> {
  const [title, owner] = [secretTitle(secret), ownerName(secret.owner)];
  const failures = {
    failed: labels.failed(title, owner),
    unconfirmed: labels.unconfirmed(title, owner),
  };
  const result = access
    ? await createOrRotate(flow, secret, value, access, failures)
    : await rotated(flow, secret, value);
  await flow.reveal(secret);
  // The result can stay on the screen. The flow is over nevertheless.
  void withErrorReporting(flow.log, () => tellCreatedOrRotated(flow, secret, result));
}
