import { rotateSecretLabels as labels } from '../labels/rotateSecret';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { ownerName, storeKey } from '../model/secretStore';
import { valueConcurrency, itemCount } from '../model/batch';
import { secretTitle } from '../labels/apps';
import { listed, names } from '../labels/names';
import { showDone } from '../ui/messages';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue, type ValueQuestion } from '../ui/value/valueStep';
import type { Flow } from './shared/commandContext';
import { rotated } from './shared/createOrRotate';
import { Everywhere } from './shared/everywhere';
import { kept } from './shared/kept';
import { rotateEach } from './shared/rotateEach';
import { distinct, everyOwner, secretOf } from './shared/targets';
import { tellCreatedOrRotated } from './shared/tellSaved';

/** Replaces the values of secrets with one new value. Their access stays the same. Returns those that GitHub confirmed. */
export async function rotateSecrets(flow: Flow, nodes: readonly SecretId[]): Promise<readonly SecretId[]> {
  const secrets =
    nodes.length > 0 ? distinct(nodes) : [await secretOf(flow, labels.pickTitle(), undefined, everyOwner)];
  const [first, ...others] = secrets.filter(secret => secret !== undefined);
  if (!first) return [];
  return others.length === 0 ? rotateOne(flow, first) : rotateSeveral(flow, [first, ...others]);
}

/** Rotates one secret, and those of its name in other apps and organizations that the user picks. */
async function rotateOne(flow: Flow, secret: SecretId): Promise<readonly SecretId[]> {
  // Load while the user types the value. If something can't be loaded, the rotation reports it.
  flow.store.prepareRotation(secret).catch(() => undefined);
  const everywhere = new Everywhere(flow, secret);
  const prompt = labels.prompt(secretTitle(secret), ownerName(secret.owner));
  let value = '';
  const askForValue: Step = position =>
    kept(
      askValue(position, { names: [secret.name], prompt, entered: value, extra: everywhere.button }, flow),
      entered => (value = entered),
    );
  const isComplete = await askSteps(labels.title(secretTitle(secret)), () => [
    askForValue,
    ...(value === '' ? [] : everywhere.steps()),
  ]);
  if (!isComplete) return [];
  const [only = secret, ...others] = everywhere.chosen;
  if (others.length > 0) return everywhere.rotate([only, ...others], value);
  await tellCreatedOrRotated(flow, only, await rotated(flow, only, value));
  return [only];
}

/** Rotates several secrets to one value. */
async function rotateSeveral(flow: Flow, secrets: readonly SecretId[]): Promise<readonly SecretId[]> {
  // Load while the user types the value. If something can't be loaded, the rotation reports it.
  for (const store of new Map(secrets.map(secret => [storeKey(secret), secret])).values())
    flow.store.prepareSealing(store).catch(() => undefined);
  let value = '';
  const askForValue: Step = position =>
    kept(askValue(position, questionOfAll(secrets), flow), entered => (value = entered));
  if (!(await askSteps(labels.title(names(secrets)), () => [askForValue]))) return [];
  return rotateAll(flow, secrets, value);
}

function questionOfAll(secrets: readonly SecretId[]): ValueQuestion {
  const prompt = labels.promptForAll(secrets.length);
  return { names: secrets.map(({ name }) => name), prompt, targets: secrets.map(fullName) };
}

async function rotateAll(
  flow: Flow,
  secrets: readonly SecretId[],
  value: string,
): Promise<readonly SecretId[]> {
  const done = await rotateEach(flow, secrets, value, {
    title: labels.progress(secrets.length),
    done: result => labels.result(result.done.length, itemCount(result)),
    name: fullName,
    createdAgain: again => labels.allCreatedAgain(listed(again)),
    concurrency: valueConcurrency,
  });
  if (done.length === secrets.length) showDone(labels.allRotatedHint(secrets.length, onlyApp(secrets)));
  return done;
}

const fullName = (secret: SecretId): string => `${ownerName(secret.owner)}/${secretTitle(secret)}`;

/** The app that all secrets have in common. */
function onlyApp(secrets: readonly SecretId[]): SecretApp | undefined {
  const [app, ...others] = new Set(secrets.map(secret => secret.app));
  return others.length === 0 ? app : undefined;
}
