import { l10n } from 'vscode';
import { changesBetween } from '../model/plan';
import type { SecretReference } from '../model/secret';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { names } from '../ui/prompts/planDialog';
import { askSecret } from '../ui/prompts/secretStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { currentAccessOf } from './shared/currentAccess';
import { kept, secretsOf } from './shared/targets';

/** Gives secrets the visibility and the selection of another one that the user picks. */
export async function copyAccess(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const targets = await secretsOf(flow, l10n.t('Copy Access'), nodes);
  const [first] = targets;
  if (!first) return;
  const { organization } = first;
  const read = await withRetryPrompt(l10n.t('The secrets of {0} could not be read.', organization), () =>
    store.secrets(organization),
  );
  const others = read.value.filter(({ name }) => !targets.some(target => target.name === name));
  if (others.length === 0) {
    void showInformation(l10n.t('{0} has no other secret to copy from.', organization));
    return;
  }
  let name = '';
  const question = l10n.t('Which secret’s access is {0} to have?', names(targets));
  const askForSource: Step = position =>
    kept(askSecret(position, others, question), secret => (name = secret.name));
  if (!(await askSteps(l10n.t('Copy Access to {0}', names(targets)), () => [askForSource]))) return;

  const [source, ...current] = await currentAccessOf(flow, [{ organization, name }, ...targets]);
  if (!source) return;
  const changes = current.flatMap(({ secret, access: access }) =>
    changesBetween(secret, access, source.access),
  );
  if (changes.length === 0)
    void showInformation(l10n.t('{0} has the access of {1} already.', names(targets), name));
  await applyChanges(flow, changes);
}
