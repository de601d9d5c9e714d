import { changeVisibilityLabels as labels } from '../labels/accessCommands';
import { secretTitle } from '../labels/apps';
import { changesBetween } from '../model/plan';
import type { SecretAccess } from '../model/access';
import type { Repository } from '../model/repository';
import type { SecretId, Visibility } from '../model/secret';
import { appRules } from '../model/secretApp';
import { askRepositories } from '../ui/prompts/repositoriesStep';
import { askSteps, type Step } from '../ui/prompts/steps';
import { askVisibility } from '../ui/prompts/visibilityStep';
import { repositoryList } from './shared/accessSteps';
import { applyChanges } from './shared/applyChanges';
import type { Flow } from './shared/commandContext';
import { currentAccessOf } from './shared/currentAccess';
import { kept } from './shared/kept';
import { withVisibility } from './shared/supported';
import { secretsOf } from './shared/targets';
import { withValues } from './shared/visibilityValues';

/**
 * Changes the visibility of secrets, without their values where GitHub does that. Of several secrets,
 * those that already have the chosen visibility are not changed.
 */
export async function changeVisibility(flow: Flow, nodes: readonly SecretId[]): Promise<void> {
  const { store } = flow;
  const ofOrganizations = withVisibility(nodes);
  if (!ofOrganizations) return;
  const secrets = await secretsOf(flow, labels.pickTitle(), ofOrganizations);
  const [first] = secrets;
  if (!first) return;
  const current = await currentAccessOf(flow, secrets);
  const today = shared(current.map(({ access }) => access));
  const isSingle = secrets.length === 1;

  const isValueNeeded = secrets.some(({ app }) => appRules[app].needsValue);
  let visibility: Visibility | undefined = today?.visibility;
  let selection: readonly Repository[] = today?.selection ?? [];
  const askForVisibility: Step = position =>
    kept(
      askVisibility(position, { current: today?.visibility, chosen: visibility, isValueNeeded }),
      chosen => (visibility = chosen),
    );
  const askForRepositories: Step = position =>
    kept(
      askRepositories(position, repositoryList(store, first.owner), first.owner, selection),
      chosen => (selection = chosen),
    );
  const needsRepositories = (): boolean =>
    visibility === 'selected' && (isSingle || current.some(({ access }) => access.visibility !== 'selected'));
  const title = isSingle ? labels.title(secretTitle(first)) : labels.titleForAll(secrets.length);
  const isComplete = await askSteps(title, () => [
    askForVisibility,
    ...(needsRepositories() ? [askForRepositories] : []),
  ]);
  if (!isComplete || !visibility) return;
  const after: SecretAccess = { visibility, selection: visibility === 'selected' ? selection : [] };
  const changes = current
    .filter(({ access }) => isSingle || access.visibility !== after.visibility)
    .flatMap(({ secret, access }) => changesBetween(secret, access, after));
  const apply = await withValues(flow, title, changes);
  if (apply) await applyChanges(flow, changes, { apply });
}

/** The access that all secrets have in common: the visibility and, for a single secret, its selection. */
function shared(current: readonly SecretAccess[]): SecretAccess | undefined {
  const [first, ...rest] = current;
  if (!first || rest.some(({ visibility }) => visibility !== first.visibility)) return undefined;
  return rest.length === 0 ? first : { ...first, selection: [] };
}
