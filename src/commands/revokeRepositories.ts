import { revokeRepositoriesLabels as labels } from '../labels/accessCommands';
import { byName, type Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import { showInformation } from '../ui/messages';
import { names } from '../labels/names';
import { askSomeRepositories } from '../ui/prompts/repositoryStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { selectedOnly } from './shared/currentAccess';
import { kept } from './shared/kept';
import { withSelection } from './shared/supported';
import { secretsOf, selectingOwners } from './shared/targets';

/** Revokes secrets from some of their selected repositories, which the user picks. */
export async function revokeRepositories(flow: Flow, nodes: readonly SecretId[]): Promise<void> {
  const selecting = withSelection(nodes);
  if (!selecting) return;
  const chosen = await secretsOf(flow, labels.pickTitle(), selecting, selectingOwners);
  const current = await selectedOnly(flow, chosen);
  if (current.length === 0) return;
  const secrets = names(current.map(({ secret }) => secret));
  const targets = current.flatMap(({ access }) => access.selection);
  const union = [...new Map(targets.map(repository => [repository.id, repository])).values()].sort(byName);
  if (union.length === 0) {
    void showInformation(labels.nothingToRevoke(secrets));
    return;
  }
  let losing = new Set<number>();
  const question = labels.question(secrets);
  const askForRepositories: Step = position =>
    kept<readonly Repository[]>(
      askSomeRepositories(position, question, union),
      picked => (losing = new Set(picked.map(({ id }) => id))),
    );
  if (!(await askSteps(labels.title(secrets), () => [askForRepositories]))) return;
  await applyChanges(
    flow,
    current.flatMap(({ secret, access }) =>
      access.selection
        .filter(({ id }) => losing.has(id))
        .map(repository => ({ kind: 'remove', secret, repository }) as const),
    ),
  );
}
