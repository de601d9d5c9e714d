import { grantRepositoriesLabels as labels } from '../labels/accessCommands';
import { names } from '../labels/names';
import type { Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { selectedOnly } from './shared/currentAccess';
import { kept } from './shared/kept';
import { secretsOf } from './shared/targets';
import { ownerName } from '../model/secretStore';

/** Grants secrets to more repositories, which the user picks. */
export async function grantRepositories(flow: Flow, nodes: readonly SecretId[]): Promise<void> {
  const chosen = await secretsOf(flow, labels.pickTitle(), nodes);
  const current = await selectedOnly(flow, chosen);
  const [first, ...rest] = current;
  if (!first) return;
  const has = ({ access }: (typeof current)[number], id: number): boolean =>
    access.selection.some(repository => repository.id === id);
  const inAll = first.access.selection.filter(({ id }) => rest.every(other => has(other, id)));

  const organization = ownerName(first.secret.owner);
  const secrets = names(current.map(({ secret }) => secret));
  const question = {
    placeholder: labels.question(secrets),
    without: new Set(inAll.map(({ id }) => id)),
  };
  let gaining: readonly Repository[] = [];
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(flow.store, organization), organization, gaining, question),
      picked => (gaining = picked),
    );
  if (!(await askSteps(labels.title(secrets), () => [askForRepositories]))) return;
  await applyChanges(
    flow,
    current.flatMap(entry =>
      gaining
        .filter(({ id }) => !has(entry, id))
        .map(repository => ({ kind: 'add', secret: entry.secret, repository }) as const),
    ),
  );
}
