import { l10n } from 'vscode';
import { type Failure, isFailure } from '../model/failure';
import type { Repository } from '../model/repository';
import type { SecretReference, Visibility } from '../model/secret';
import { attempt } from '../ui/failures';
import { askRepositories } from '../ui/repositoriesStep';
import { askSteps, type Step } from '../ui/steps';
import { askValue } from '../ui/valueStep';
import { askVisibility } from '../ui/visibilityStep';
import { changeAccess } from './changeAccess';
import type { Product } from './product';
import { kept, secretOf } from './targets';

/** Changes which kind of repositories receives a secret, without its value unless GitHub insists on one. */
export async function changeVisibility(product: Product, node?: SecretReference): Promise<void> {
  const { store } = product;
  const title = l10n.t('Change Visibility');
  const secret = await secretOf(product, title, node);
  if (!secret) return;
  const { value: today } = await attempt(l10n.t('{0} could not be read.', secret.name), async () => {
    const { visibility } = await store.gitHub.secret(secret);
    return { visibility, selection: visibility === 'selected' ? await store.currentSelection(secret) : [] };
  });

  let visibility: Visibility = today.visibility;
  let selection: readonly Repository[] = today.selection;
  const askForVisibility: Step = position =>
    kept(askVisibility(position, today.visibility, visibility), chosen => (visibility = chosen));
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, store.gitHub, secret.organization, selection),
      chosen => (selection = chosen),
    );
  const isComplete = await askSteps(l10n.t('Change Visibility of {0}', secret.name), () => [
    askForVisibility,
    ...(visibility === 'selected' ? [askForRepositories] : []),
  ]);
  if (!isComplete) return;
  if (visibility !== today.visibility) await send(product, secret, visibility, selection);
  else if (visibility === 'selected') await changeAccess(product, secret, today.selection, selection);
}

/** Sends the visibility alone; where GitHub refuses that, asks for the value and sends both. */
async function send(
  { store }: Product,
  secret: SecretReference,
  visibility: Visibility,
  selection: readonly Repository[],
): Promise<void> {
  const what = l10n.t('The visibility of {0} was not changed.', secret.name);
  const unknown = l10n.t('The visibility of {0} may not have been changed.', secret.name);
  const sendAlone = async (): Promise<Failure | undefined> => {
    try {
      await store.changeVisibility(secret, visibility, selection);
      return undefined;
    } catch (error) {
      if (isFailure(error, 'refused')) return error;
      throw error;
    }
  };
  const { value: refusal } = await attempt(what, sendAlone, unknown);
  if (!refusal) return;
  let value = '';
  const askForValue: Step = position =>
    kept(askValue(position, prompt(refusal, secret)), typed => (value = typed));
  if (!(await askSteps(l10n.t('Change Visibility of {0}', secret.name), () => [askForValue]))) return;
  await attempt(what, () => store.changeVisibility(secret, visibility, selection, value), unknown);
}

function prompt({ reason }: Failure, { name }: SecretReference): string {
  const message = reason.kind === 'refused' ? reason.message : '';
  return l10n.t('GitHub wants the value of {0} along with the new visibility ({1})', name, message);
}
