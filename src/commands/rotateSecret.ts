import { rotateSecretLabels as labels } from '../labels/rotateSecret';
import type { SecretReference } from '../model/secret';
import { valueConcurrency, itemCount } from '../model/batch';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { listed, names } from '../labels/names';
import { showDone, showWarning } from '../ui/messages';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue, type ValueQuestion } from '../ui/value/valueStep';
import type { Flow } from './shared/commandContext';
import { rotateWithRetry } from './shared/createOrRotate';
import { kept } from './shared/kept';
import { distinct, secretOf } from './shared/targets';
import { tellRotated } from './shared/tellSaved';

/** Replaces the values of secrets with one new value. Their access stays the same. Returns those that GitHub confirmed. */
export async function rotateSecrets(
  flow: Flow,
  nodes: readonly SecretReference[],
): Promise<readonly SecretReference[]> {
  const secrets = nodes.length > 0 ? distinct(nodes) : [await secretOf(flow, labels.pickTitle())];
  const [first, ...others] = secrets.filter(secret => secret !== undefined);
  if (!first) return [];
  const question = others.length === 0 ? questionOf(first) : questionOfAll([first, ...others]);
  // Load while the user types the value. If something can't be loaded, the rotation reports it.
  if (others.length === 0) flow.store.prepareRotation(first).catch(() => undefined);
  for (const organization of new Set(others.map(secret => secret.organization)))
    flow.store.prepareSealing(organization).catch(() => undefined);
  let value = '';
  const askForValue: Step = position =>
    kept(askValue(position, question, flow), entered => (value = entered));
  const title = labels.title(names([first, ...others]));
  if (!(await askSteps(title, () => [askForValue]))) return [];
  if (others.length > 0) return rotateAll(flow, [first, ...others], value);
  await tellRotated(first, await rotateWithRetry(flow, first, value));
  return [first];
}

function questionOf({ name, organization }: SecretReference): ValueQuestion {
  return { names: [name], prompt: labels.prompt(name, organization) };
}

function questionOfAll(secrets: readonly SecretReference[]): ValueQuestion {
  const prompt = labels.promptForAll(secrets.length);
  return { names: secrets.map(({ name }) => name), prompt, targets: secrets.map(fullName) };
}

async function rotateAll(
  { store }: Flow,
  secrets: readonly SecretReference[],
  value: string,
): Promise<readonly SecretReference[]> {
  const again: string[] = [];
  const rotated = await runBulkChange(secrets, {
    title: labels.progress(secrets.length),
    work: async secret => {
      if ((await store.rotateSecret(secret, value)).isNew) again.push(fullName(secret));
    },
    words: {
      done: result => labels.result(result.done.length, itemCount(result)),
      name: secret => ({ name: fullName(secret) }),
    },
    concurrency: valueConcurrency,
  });
  if (again.length > 0) void showWarning(labels.allCreatedAgain(listed(again)));
  if (rotated.length === secrets.length) showDone(labels.allRotatedHint(secrets.length));
  return rotated;
}

const fullName = ({ organization, name }: SecretReference): string => `${organization}/${name}`;
