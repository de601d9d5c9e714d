import { grantSecretsLabels as labels } from '../labels/accessCommands';
import { withMissingApps } from '../labels/missingApps';
import { loadFailures } from '../labels/loadFailures';
import { repositoryCount } from '../labels/counts';
import type { Change } from '../model/plan';
import { type ListedSecret, secretsReceivedBy } from '../model/access';
import type { Repository } from '../model/repository';
import { isSameSecret, type SecretId, secretIdOf, secretKey } from '../model/secret';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { askRepository } from '../ui/prompts/repositoryStep';
import { askSecrets } from '../ui/prompts/secretStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { kept } from './shared/kept';
import { organizationOf } from './shared/organization';

/** A repository of an organization. */
export interface RepositoryReference {
  readonly organization: string;
  readonly repository: Repository;
}

/** Lets the user select the secrets that a repository can use, and applies the difference. */
export async function grantSecrets(flow: Flow, node?: RepositoryReference): Promise<void> {
  const target = node ?? (await askForTarget(flow));
  if (!target) return;
  const { organization, repository } = target;
  const what = loadFailures.secrets(organization);
  const access = await withRetryPrompt(what, () => flow.store.access(organization));
  const selected = access.secrets.filter(({ access }) => access.visibility === 'selected');
  if (selected.length === 0) {
    void showInformation(withMissingApps(labels.nothingToGrant(organization), access.failures));
    return;
  }
  const received = secretsReceivedBy(access, repository);
  const before = received.filter(({ why }) => why === 'selected');
  const byVisibility = received.length - before.length;
  const counts = new Map(selected.map(secret => [secretKey(secret), secret.access.selection.length]));
  const question = withMissingApps(labels.question(repository.name, byVisibility), access.failures);
  let after: readonly ListedSecret[] = before;
  const askForSecrets: Step = position =>
    kept(
      askSecrets(position, question, selected, before, secret =>
        repositoryCount(counts.get(secretKey(secret)) ?? 0),
      ),
      chosen => (after = chosen),
    );
  if (!(await askSteps(labels.title(repository.name), () => [askForSecrets]))) return;
  const change = (kind: 'add' | 'remove', secret: SecretId): Change => ({
    kind,
    secret: secretIdOf(secret),
    repository,
  });
  await applyChanges(flow, [
    ...without(after, before).map(secret => change('add', secret)),
    ...without(before, after).map(secret => change('remove', secret)),
  ]);
}

function without(secrets: readonly SecretId[], others: readonly SecretId[]): SecretId[] {
  return secrets.filter(secret => !others.some(other => isSameSecret(other, secret)));
}

async function askForTarget(flow: Flow): Promise<RepositoryReference | undefined> {
  const title = labels.pickTitle();
  const organization = await organizationOf(flow, title);
  if (organization === undefined) return undefined;
  const repositories = await withRetryPrompt(loadFailures.repositories(organization), () =>
    flow.store.repositories(organization),
  );
  const isOpen = await flow.openRepositories.lookUp(organization);
  let repository: Repository | undefined;
  const askForRepository: Step = position =>
    kept(askRepository(position, repositories, isOpen), chosen => (repository = chosen));
  await askSteps(title, () => [askForRepository]);
  return repository && { organization, repository };
}
