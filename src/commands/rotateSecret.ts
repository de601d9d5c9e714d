import { l10n, window } from 'vscode';
import type { SecretReference } from '../model/secret';
import { attempt } from '../ui/failures';
import { askSteps, type Step } from '../ui/steps';
import { askValue } from '../ui/valueStep';
import type { Product } from './product';
import { kept, secretOf } from './targets';

/** Replaces the value of a secret. Who receives it stays as it is. */
export async function rotateSecret(product: Product, node?: SecretReference): Promise<void> {
  const secret = await secretOf(product, l10n.t('Rotate Value'), node);
  if (!secret) return;
  const { name, organization } = secret;
  let value = '';
  const prompt = l10n.t(
    'The new value of {0} in {1}; the repositories that receive it stay the same',
    name,
    organization,
  );
  const askForValue: Step = position => kept(askValue(position, prompt), typed => (value = typed));
  if (!(await askSteps(l10n.t('Rotate {0}', name), () => [askForValue]))) return;
  await attempt(
    l10n.t('The value of {0} was not rotated.', name),
    () => product.store.rotateSecret(secret, value),
    l10n.t('The value of {0} may not have been rotated.', name),
  );
  window.setStatusBarMessage(
    l10n.t('{0} was rotated. A codespace gets the new value when it next starts.', name),
    5000,
  );
}
