import { editRepositoriesLabels as labels } from '../labels/accessCommands';
import { loadFailures } from '../labels/loadFailures';
import { secretTitle } from '../labels/apps';
import { changesBetween } from '../model/plan';
import type { Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import { changeVisibility } from './changeVisibility';
import type { Flow } from './shared/commandContext';
import { kept } from './shared/kept';
import { withSelection } from './shared/supported';
import { secretOf, selectingOwners } from './shared/targets';

/** Lets the user select the repositories that can use a secret, and applies the difference. */
export async function editRepositories(flow: Flow, node?: SecretId): Promise<void> {
  const { store } = flow;
  if (node && !withSelection([node])) return;
  const secret = await secretOf(flow, labels.pickTitle(), node, selectingOwners);
  if (!secret) return;
  const title = secretTitle(secret);
  const what = loadFailures.repositoriesOfSecret(title);
  const before = await withRetryPrompt(what, () => store.currentAccess(secret));
  if (before.visibility !== 'selected') {
    const change = labels.changeVisibility();
    const sentence = labels.notSelected(title, before.visibility);
    if ((await showInformation(sentence, change)) === change) await changeVisibility(flow, [secret]);
    return;
  }
  let selection: readonly Repository[] = before.selection;
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(store, secret.owner), secret.owner, before.selection),
      chosen => (selection = chosen),
    );
  if (!(await askSteps(labels.title(title), () => [askForRepositories]))) return;
  // Clearing every selection is always confirmed, because it might be a mistake.
  await applyChanges(flow, changesBetween(secret, before, { ...before, selection }), {
    isConfirmed: selection.length === 0,
  });
}
