import { grantRepositoriesLabels as labels } from '../labels/accessCommands';
import { names } from '../labels/names';
import type { Change } from '../model/plan';
import type { Repository } from '../model/repository';
import { type SecretId, secretIdOf } from '../model/secret';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import { begin, type CommandContext, type Flow } from './shared/commandContext';
import { type AccessOfSecret, selectedOnly } from './shared/currentAccess';
import { kept } from './shared/kept';
import { withSelection } from './shared/supported';
import { secretsOf, selectingOwners } from './shared/targets';

/** The argument for a caller that already knows the repositories, such as a quick fix. */
export interface GrantTarget {
  readonly kind: 'grant';
  readonly secret: SecretId;
  /** Their names are those of the lists of the secret's owner. */
  readonly repositories: readonly Repository[];
  /** The connection that the caller's answer is of. If another one is in use by then, the command ends and says so. */
  readonly connectionId?: string;
}

export function isGrantTarget(given: readonly unknown[]): given is [GrantTarget] {
  const [first] = given;
  return typeof first === 'object' && first !== null && 'kind' in first && first.kind === 'grant';
}

/** Grants a secret to some repositories, after a dialog. */
export async function grantTo(context: CommandContext, target: GrantTarget): Promise<void> {
  const { secret, repositories } = target;
  const flow = await begin(context, target, [secret.owner]);
  if (!withSelection([secret])) return;
  const [current] = await selectedOnly(flow, [secretIdOf(secret)]);
  if (!current) return;
  await applyChanges(flow, additions(current, repositories), { isConfirmed: true });
}

/** Grants secrets to more repositories, which the user picks. */
export async function grantRepositories(flow: Flow, nodes: readonly SecretId[]): Promise<void> {
  const selecting = withSelection(nodes);
  if (!selecting) return;
  const chosen = await secretsOf(flow, labels.pickTitle(), selecting, selectingOwners);
  const current = await selectedOnly(flow, chosen);
  const [first, ...rest] = current;
  if (!first) return;
  const inAll = first.access.selection.filter(({ id }) => rest.every(other => has(other, id)));

  const { owner } = first.secret;
  const secrets = names(current.map(({ secret }) => secret));
  const question = {
    placeholder: labels.question(secrets),
    without: new Set(inAll.map(({ id }) => id)),
  };
  let gaining: readonly Repository[] = [];
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(flow.store, owner), owner, gaining, question),
      picked => (gaining = picked),
    );
  if (!(await askSteps(labels.title(secrets), () => [askForRepositories]))) return;
  await applyChanges(
    flow,
    current.flatMap(entry => additions(entry, gaining)),
  );
}

function additions(current: AccessOfSecret, gaining: readonly Repository[]): Change[] {
  return gaining
    .filter(({ id }) => !has(current, id))
    .map(repository => ({ kind: 'add', secret: current.secret, repository }));
}

function has({ access }: AccessOfSecret, id: number): boolean {
  return access.selection.some(repository => repository.id === id);
}
