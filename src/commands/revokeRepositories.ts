import { l10n } from 'vscode';
import { byName, type Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { showInformation } from '../ui/messages';
import { names } from '../ui/prompts/planDialog';
import { askSomeRepositories } from '../ui/prompts/repositoryStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { selectedOnly } from './shared/currentAccess';
import { kept, secretsOf } from './shared/targets';

/** Takes secrets away from repositories that the user picks among all that they are selected for. */
export async function revokeRepositories(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const chosen = await secretsOf(flow, l10n.t('Revoke Repositories'), nodes);
  const current = await selectedOnly(flow, chosen);
  if (current.length === 0) return;
  const secrets = names(current.map(({ secret }) => secret));
  const targets = current.flatMap(({ access: access }) => access.selection);
  const union = [...new Map(targets.map(repository => [repository.id, repository])).values()].sort(byName);
  if (union.length === 0) {
    void showInformation(l10n.t('No repository is selected for {0}.', secrets));
    return;
  }
  let losing = new Set<number>();
  const question = l10n.t('Which repositories are to lose {0}?', secrets);
  const askForRepositories: Step = position =>
    kept<readonly Repository[]>(
      askSomeRepositories(position, question, union),
      picked => (losing = new Set(picked.map(({ id }) => id))),
    );
  if (!(await askSteps(l10n.t('Revoke {0} from Repositories', secrets), () => [askForRepositories]))) return;
  await applyChanges(
    flow,
    current.flatMap(({ secret, access: access }) =>
      access.selection
        .filter(({ id }) => losing.has(id))
        .map(repository => ({ kind: 'remove', secret, repository }) as const),
    ),
  );
}
