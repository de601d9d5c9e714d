import { l10n, window } from 'vscode';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { visibilityLabel } from '../host/words';
import { attempt } from '../ui/failures';
import { askRepositories } from '../ui/repositoriesStep';
import { askSteps, type Step } from '../ui/steps';
import { changeAccess } from './changeAccess';
import { changeVisibility } from './changeVisibility';
import type { Product } from './product';
import { kept, secretOf } from './targets';

/** Lets the user check the repositories that receive a secret, and applies the difference. */
export async function editRepositories(product: Product, node?: SecretReference): Promise<void> {
  const { store } = product;
  const secret = await secretOf(product, l10n.t('Edit Repository Access'), node);
  if (!secret) return;
  const what = l10n.t('The repositories of {0} could not be read.', secret.name);
  const { value: visibility } = await attempt(
    what,
    async () => (await store.gitHub.secret(secret)).visibility,
  );
  if (visibility !== 'selected') {
    const change = l10n.t('Change Visibility...');
    const sentence = l10n.t(
      '{0} goes to: {1}. To choose among them, change its visibility.',
      secret.name,
      visibilityLabel(visibility),
    );
    if ((await window.showInformationMessage(sentence, change)) === change)
      await changeVisibility(product, secret);
    return;
  }
  const { value: before } = await attempt(what, () => store.currentSelection(secret));
  let after: readonly Repository[] = before;
  const askForRepositories: Step = position =>
    kept(askRepositories(position, store.gitHub, secret.organization, before), chosen => (after = chosen));
  if (!(await askSteps(l10n.t('Repositories That Receive {0}', secret.name), () => [askForRepositories])))
    return;
  await changeAccess(product, secret, before, after);
}
