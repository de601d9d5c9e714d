import { l10n } from 'vscode';
import { changesBetween } from '../model/plan';
import type { SecretAccess } from '../model/access';
import type { Repository } from '../model/repository';
import type { SecretReference, Visibility } from '../model/secret';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askVisibility } from '../ui/prompts/visibilityStep';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { currentAccessOf } from './shared/currentAccess';
import { kept, secretsOf } from './shared/targets';
import { withValueIfAsked } from './shared/withValueIfAsked';

/**
 * Changes which kind of repositories receives secrets, without their values; the value of a single one is asked for
 * where GitHub insists. Of several, those that have the chosen visibility already stay as they are.
 */
export async function changeVisibility(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const secrets = await secretsOf(flow, l10n.t('Change Visibility'), nodes);
  const [first] = secrets;
  if (!first) return;
  const current = await currentAccessOf(flow, secrets);
  const today = shared(current.map(({ access: access }) => access));
  const isSingle = secrets.length === 1;

  let visibility: Visibility | undefined = today?.visibility;
  let selection: readonly Repository[] = today?.selection ?? [];
  const askForVisibility: Step = position =>
    kept(
      askVisibility(position, { current: today?.visibility, chosen: visibility }),
      chosen => (visibility = chosen),
    );
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(store, first.organization), first.organization, selection),
      chosen => (selection = chosen),
    );
  const needsRepositories = (): boolean =>
    visibility === 'selected' &&
    (isSingle || current.some(({ access: access }) => access.visibility !== 'selected'));
  const title = isSingle
    ? l10n.t('Change Visibility of {0}', first.name)
    : l10n.t('Change Visibility of {0} Secrets', secrets.length);
  const isComplete = await askSteps(title, () => [
    askForVisibility,
    ...(needsRepositories() ? [askForRepositories] : []),
  ]);
  if (!isComplete || !visibility) return;
  const after: SecretAccess = { visibility, selection: visibility === 'selected' ? selection : [] };
  const changes = current
    .filter(({ access: access }) => isSingle || access.visibility !== after.visibility)
    .flatMap(({ secret, access: access }) => changesBetween(secret, access, after));
  await applyChanges(flow, changes, isSingle ? { apply: withValueIfAsked(flow) } : undefined);
}

/** What all of them have: visibility and, of a single one, its selection. */
function shared(current: readonly SecretAccess[]): SecretAccess | undefined {
  const [first, ...rest] = current;
  if (!first || rest.some(({ visibility }) => visibility !== first.visibility)) return undefined;
  return rest.length === 0 ? first : { ...first, selection: [] };
}
