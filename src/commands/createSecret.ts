import { l10n } from 'vscode';
import { withRetryPrompt } from '../ui/failures';
import { askName } from '../ui/prompts/nameStep';
import { askOrganization } from '../ui/prompts/organizationStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askValue } from '../ui/value/valueStep';
import { accessQuestions } from './shared/accessSteps';
import type { Flow } from './shared/commandContext';
import { existingNames, kept, ownedOrganizations } from './shared/targets';
import { tellCreated } from './shared/tellSaved';

/** Asks for name, value and visibility of a new secret, creates it, and shows it selected in the view. */
export async function createSecret(flow: Flow, node?: { readonly organization: string }): Promise<void> {
  const { store } = flow;
  const organizations = node ? [{ login: node.organization }] : await ownedOrganizations(flow);
  const [first] = organizations;
  if (!first) return;
  let organization = first.login;
  let name = '';
  let value = '';

  const askForOrganization: Step = position =>
    kept(askOrganization(position, organizations), chosen => (organization = chosen));
  const askForName: Step = async position => {
    const existing = await existingNames(flow, organization);
    return kept(askName(position, { organization, typed: name, existing }), typed => (name = typed));
  };
  const askForValue: Step = position =>
    kept(
      askValue(position, { names: [name], prompt: l10n.t('The value of {0}', name), entered: value }, flow),
      entered => (value = entered),
    );
  const questions = accessQuestions(store, () => organization);

  const isComplete = await askSteps(l10n.t('Create Secret'), () => [
    ...(organizations.length > 1 ? [askForOrganization] : []),
    askForName,
    askForValue,
    ...questions.steps(),
  ]);
  const access = questions.access();
  if (!isComplete || !access) return;
  const secret = { organization, name };
  const attempts = { isUnanswered: false };
  const { value: created } = await withRetryPrompt(
    l10n.t('{0} was not created in {1}.', name, organization),
    () => store.createSecret(secret, value, access, attempts),
    l10n.t('Couldn’t confirm that {0} was created in {1}.', name, organization),
  );
  await flow.reveal(secret);
  await tellCreated(flow, secret, created);
}
