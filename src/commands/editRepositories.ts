import { l10n } from 'vscode';
import { visibilityLabel } from '../labels/words';
import { changesBetween } from '../model/plan';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import { changeVisibility } from './changeVisibility';
import type { Flow } from './shared/commandContext';
import { kept, secretOf } from './shared/targets';

/** Lets the user check the repositories that receive a secret, and applies the difference. */
export async function editRepositories(flow: Flow, node?: SecretReference): Promise<void> {
  const { store } = flow;
  const secret = await secretOf(flow, l10n.t('Edit Repository Access'), node);
  if (!secret) return;
  const what = l10n.t('The repositories of {0} could not be read.', secret.name);
  const { value: before } = await withRetryPrompt(what, () => store.currentAccess(secret));
  if (before.visibility !== 'selected') {
    const change = l10n.t('Change Visibility...');
    const sentence = l10n.t(
      '{0} goes to: {1}. To choose among them, change its visibility.',
      secret.name,
      visibilityLabel(before.visibility),
    );
    if ((await showInformation(sentence, change)) === change) await changeVisibility(flow, [secret]);
    return;
  }
  let selection: readonly Repository[] = before.selection;
  const askForRepositories: Step = position =>
    kept(
      askRepositories(
        position,
        repositoryList(store, secret.organization),
        secret.organization,
        before.selection,
      ),
      chosen => (selection = chosen),
    );
  if (!(await askSteps(l10n.t('Repositories That Receive {0}', secret.name), () => [askForRepositories])))
    return;
  // A pick that revokes everything is confirmed however few they are: it may not be what the user meant.
  await applyChanges(flow, changesBetween(secret, before, { ...before, selection }), {
    isConfirmed: selection.length === 0,
  });
}
