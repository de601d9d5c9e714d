import { l10n } from 'vscode';
import { changesBetween } from '../model/plan';
import type { Reach } from '../model/reach';
import type { Repository } from '../model/repository';
import type { SecretReference, Visibility } from '../model/secret';
import { askRepositories } from '../ui/repositoriesStep';
import { askSteps, type Step } from '../ui/steps';
import { askVisibility } from '../ui/visibilityStep';
import { repositoryList } from './accessSteps';
import { applyChanges } from './applyChanges';
import type { Flow } from './product';
import { reachesOf } from './reaches';
import { kept, secretsOf } from './targets';
import { withValueIfAsked } from './withValueIfAsked';

/**
 * Changes which kind of repositories receives secrets, without their values; the value of a single one is asked for
 * where GitHub insists. Of several, those that have the chosen visibility already stay as they are.
 */
export async function changeVisibility(flow: Flow, nodes: readonly SecretReference[]): Promise<void> {
  const { store } = flow;
  const secrets = await secretsOf(flow, l10n.t('Change Visibility'), nodes);
  const [first] = secrets;
  if (!first) return;
  const reaches = await reachesOf(flow, secrets);
  const today = shared(reaches.map(({ reach }) => reach));
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
    visibility === 'selected' && (isSingle || reaches.some(({ reach }) => reach.visibility !== 'selected'));
  const title = isSingle
    ? l10n.t('Change Visibility of {0}', first.name)
    : l10n.t('Change Visibility of {0} Secrets', secrets.length);
  const isComplete = await askSteps(title, () => [
    askForVisibility,
    ...(needsRepositories() ? [askForRepositories] : []),
  ]);
  if (!isComplete || !visibility) return;
  const after: Reach = { visibility, selection: visibility === 'selected' ? selection : [] };
  const changes = reaches
    .filter(({ reach }) => isSingle || reach.visibility !== after.visibility)
    .flatMap(({ secret, reach }) => changesBetween(secret, reach, after));
  await applyChanges(flow, changes, isSingle ? { apply: withValueIfAsked(flow) } : undefined);
}

/** What all of them have: visibility and, of a single one, its selection. */
function shared(reaches: readonly Reach[]): Reach | undefined {
  const [first, ...rest] = reaches;
  if (!first || rest.some(({ visibility }) => visibility !== first.visibility)) return undefined;
  return rest.length === 0 ? first : { ...first, selection: [] };
}
