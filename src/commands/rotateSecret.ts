import { rotateSecretLabels as labels } from '../labels/rotateSecret';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { storeKey } from '../model/secretStore';
import { valueConcurrency, itemCount } from '../model/batch';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { secretTitle } from '../labels/apps';
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
export async function rotateSecrets(flow: Flow, nodes: readonly SecretId[]): Promise<readonly SecretId[]> {
  const secrets = nodes.length > 0 ? distinct(nodes) : [await secretOf(flow, labels.pickTitle())];
  const [first, ...others] = secrets.filter(secret => secret !== undefined);
  if (!first) return [];
  const question = others.length === 0 ? questionOf(first) : questionOfAll([first, ...others]);
  // Load while the user types the value. If something can't be loaded, the rotation reports it.
  if (others.length === 0) flow.store.prepareRotation(first).catch(() => undefined);
  for (const store of new Map(others.map(secret => [storeKey(secret), secret])).values())
    flow.store.prepareSealing(store).catch(() => undefined);
  let value = '';
  const askForValue: Step = position =>
    kept(askValue(position, question, flow), entered => (value = entered));
  const title = labels.title(names([first, ...others]));
  if (!(await askSteps(title, () => [askForValue]))) return [];
  if (others.length > 0) return rotateAll(flow, [first, ...others], value);
  await tellRotated(first, await rotateWithRetry(flow, first, value));
  return [first];
}

function questionOf(secret: SecretId): ValueQuestion {
  return { names: [secret.name], prompt: labels.prompt(secretTitle(secret), secret.owner.login) };
}

function questionOfAll(secrets: readonly SecretId[]): ValueQuestion {
  const prompt = labels.promptForAll(secrets.length);
  return { names: secrets.map(({ name }) => name), prompt, targets: secrets.map(fullName) };
}

async function rotateAll(
  { store }: Flow,
  secrets: readonly SecretId[],
  value: string,
): Promise<readonly SecretId[]> {
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
  if (rotated.length === secrets.length) showDone(labels.allRotatedHint(secrets.length, onlyApp(secrets)));
  return rotated;
}

const fullName = (secret: SecretId): string => `${secret.owner.login}/${secretTitle(secret)}`;

/** The app that all secrets have in common. */
function onlyApp(secrets: readonly SecretId[]): SecretApp | undefined {
  const [app, ...others] = new Set(secrets.map(secret => secret.app));
  return others.length === 0 ? app : undefined;
}
