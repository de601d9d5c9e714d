import { l10n, window } from 'vscode';
import type { SecretReference } from '../model/secret';
import { valueConcurrency, itemCount } from '../model/batch';
import { runBulkChange } from '../ui/batch/runBulkChange';
import { withRetryPrompt, listed } from '../ui/failures';
import { showWarning } from '../ui/messages';
import { names } from '../ui/prompts/planDialog';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue, type ValueQuestion } from '../ui/value/valueStep';
import type { Flow } from './shared/commandContext';
import { distinct, kept, secretOf } from './shared/targets';
import { tellRotated } from './shared/tellSaved';

/** Replaces the values of the chosen secrets by one new value. Who receives each of them stays as it is. */
export async function rotateSecrets(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const secrets = nodes.length > 0 ? distinct(nodes) : [await secretOf(flow, l10n.t('Rotate Value'))];
  const [first, ...others] = secrets.filter(secret => secret !== undefined);
  if (!first) return;
  const question = others.length === 0 ? questionOf(first) : questionOfAll([first, ...others]);
  // What the value is sealed with can come while it is typed. Where it cannot be had, the rotation says so.
  for (const organization of new Set([first, ...others].map(secret => secret.organization)))
    flow.store.prepareSealing(organization).catch(() => undefined);
  let value = '';
  const askForValue: Step = position =>
    kept(askValue(position, question, flow), entered => (value = entered));
  const title = l10n.t('Rotate {0}', names([first, ...others]));
  if (!(await askSteps(title, () => [askForValue]))) return;
  await (others.length === 0 ? rotate(flow, first, value) : rotateAll(flow, [first, ...others], value));
}

function questionOf({ name, organization }: SecretReference): ValueQuestion {
  const prompt = l10n.t(
    'The new value of {0} in {1}; the repositories that receive it stay the same',
    name,
    organization,
  );
  return { names: [name], prompt };
}

function questionOfAll(secrets: readonly SecretReference[]): ValueQuestion {
  const prompt = l10n.t(
    'One new value for {0} secrets; the repositories that receive each of them stay the same',
    secrets.length,
  );
  return { names: secrets.map(({ name }) => name), prompt, targets: secrets.map(fullName) };
}

async function rotate({ store }: Flow, secret: SecretReference, value: string): Promise<void> {
  const { name } = secret;
  const { value: saved } = await withRetryPrompt(
    l10n.t('The value of {0} was not rotated.', name),
    () => store.rotateSecret(secret, value),
    l10n.t('Couldn’t confirm that the value of {0} was rotated.', name),
  );
  await tellRotated(secret, saved);
}

async function rotateAll({ store }: Flow, secrets: readonly SecretReference[], value: string): Promise<void> {
  const again: string[] = [];
  const rotated = await runBulkChange(secrets, {
    title: l10n.t('Rotating {0} secrets', secrets.length),
    work: async secret => {
      if ((await store.rotateSecret(secret, value)).isNew) again.push(fullName(secret));
    },
    words: {
      done: account => l10n.t('{0} of {1} secrets were rotated.', account.done.length, itemCount(account)),
      name: fullName,
    },
    concurrency: valueConcurrency,
  });
  if (again.length > 0)
    void showWarning(
      l10n.t('Somebody deleted these at the same moment. They were created again: {0}.', listed(again)),
    );
  if (rotated.length < secrets.length) return;
  window.setStatusBarMessage(
    l10n.t('{0} secrets were rotated. A codespace gets the new value when it next starts.', secrets.length),
    5000,
  );
}

const fullName = ({ organization, name }: SecretReference): string => `${organization}/${name}`;
