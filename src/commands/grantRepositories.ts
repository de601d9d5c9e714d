import { l10n } from 'vscode';
import { names } from '../ui/planDialog';
import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import { askRepositories } from '../ui/repositoriesStep';
import { askSteps, type Step } from '../ui/steps';
import { repositoryList } from './accessSteps';
import { applyChanges } from './applyChanges';
import type { Flow } from './product';
import { selectedOnly } from './reaches';
import { kept, secretsOf } from './targets';

/** Grants secrets to repositories that the user picks, beside those that receive them already. */
export async function grantRepositories(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const chosen = await secretsOf(flow, l10n.t('Grant Repositories'), nodes);
  const reaches = await selectedOnly(flow, chosen);
  const [first, ...rest] = reaches;
  if (!first) return;
  const has = ({ reach }: (typeof reaches)[number], id: number): boolean =>
    reach.selection.some(repository => repository.id === id);
  const inAll = first.reach.selection.filter(({ id }) => rest.every(other => has(other, id)));

  const { organization } = first.secret;
  const secrets = names(reaches.map(({ secret }) => secret));
  const question = {
    placeholder: l10n.t('Which repositories are to receive {0} as well?', secrets),
    without: new Set(inAll.map(({ id }) => id)),
  };
  let gaining: readonly Repository[] = [];
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(flow.store, organization), organization, gaining, question),
      picked => (gaining = picked),
    );
  if (!(await askSteps(l10n.t('Grant {0} to Repositories', secrets), () => [askForRepositories]))) return;
  await applyChanges(
    flow,
    reaches.flatMap(entry =>
      gaining
        .filter(({ id }) => !has(entry, id))
        .map(repository => ({ kind: 'add', secret: entry.secret, repository }) as const),
    ),
  );
}
