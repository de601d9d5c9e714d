import { l10n, window } from 'vscode';
import { attempt } from '../ui/failures';
import { askName } from '../ui/nameStep';
import { askOrganization } from '../ui/organizationStep';
import { askSteps, type Step } from '../ui/steps';
import { askValue } from '../ui/value/valueStep';
import { accessQuestions } from './accessSteps';
import type { Product } from './product';
import { kept, ownedOrganizations } from './targets';

/** Asks for name, value and visibility of a new secret, creates it, and shows it selected in the view. */
export async function createSecret(
  product: Product,
  node?: { readonly organization: string },
): Promise<void> {
  const { store } = product;
  const organizations = node ? [{ login: node.organization }] : await ownedOrganizations(product);
  const [first] = organizations;
  if (!first) return;
  let organization = first.login;
  let name = '';
  let value = '';

  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  const askForName: Step = async position => {
    const what = l10n.t('The secrets of {0} could not be read.', organization);
    const read = await attempt(what, () => store.secrets(organization));
    const existing = new Set(read.value.map(secret => secret.name));
    return kept(askName(position, { organization, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position =>
    kept(
      askValue(
        position,
        { names: [name], prompt: l10n.t('The value of {0}', name), entered: value },
        product,
      ),
      entered => (value = entered),
    );
  const access = accessQuestions(store, () => organization);

  const isComplete = await askSteps(l10n.t('Create Secret'), () => [
    ...(organizations.length > 1 ? [askForOrganization] : []),
    askForName,
    askForValue,
    ...access.steps(),
  ]);
  const reach = access.reach();
  if (!isComplete || !reach) return;
  const secret = { organization, name };
  await attempt(
    l10n.t('{0} was not created in {1}.', name, organization),
    () => store.createSecret(secret, value, reach.visibility, reach.selection),
    l10n.t('{0} may not have been created in {1}.', name, organization),
  );
  window.setStatusBarMessage(l10n.t('{0} was created in {1}.', name, organization), 5000);
  await product.reveal(secret);
}
