import { compareAppsLabels as labels } from '../labels/compareApps';
import { organizationOwner } from '../model/secretStore';
import { showInformation } from '../ui/messages';
import { askDifferenceAction, type DifferenceAction } from '../ui/prompts/differenceActionStep';
import { askDifference, type DifferenceChoice } from '../ui/prompts/differencePick';
import type { PickPlace } from '../ui/prompts/growingPick';
import { askSteps, type Step } from '../ui/prompts/steps';
import { chooseApps } from './chooseApps';
import { copyAccess } from './copyAccess';
import { createSecret } from './createSecret';
import { type Flow, requireInUse } from './shared/commandContext';
import { kept } from './shared/kept';
import { organizationOf } from './shared/organization';
import type { Place } from './shared/place';
import { whileLoading } from './shared/whileLoading';
import { withErrorReporting } from './shared/withErrorReporting';

/** Lists the secrets of an organization that are not the same in all shown apps, and fixes one after another. */
export async function compareApps(flow: Flow, place?: Place): Promise<void> {
  if (!(await hasSeveralApps(flow))) return;
  const organization = await organizationOf(flow, labels.pickTitle(), place);
  if (organization === undefined) return;
  let start: PickPlace | undefined;
  for (;;) {
    const choice = await ask(flow, organization, start);
    if (!choice) return;
    start = choice.place;
    // What goes wrong with one secret is told there, and the list comes back.
    await withErrorReporting(flow.log, () => fix(flow, organization, choice));
  }
}

/** Offers to choose more apps if a single one is shown. */
async function hasSeveralApps(flow: Flow): Promise<boolean> {
  const { store } = flow;
  const [only, ...others] = store.apps;
  if (!only || others.length > 0) return true;
  const choose = labels.chooseApps();
  if ((await showInformation(labels.oneApp(only), choose)) !== choose) return false;
  await chooseApps(flow);
  return store.apps.length > 1;
}

async function ask(
  flow: Flow,
  organization: string,
  start: PickPlace | undefined,
): Promise<DifferenceChoice | undefined> {
  requireInUse(flow);
  return whileLoading(flow.store, { withRepositories: true, only: organization }, loads =>
    askDifference(organization, loads, start),
  );
}

async function fix(flow: Flow, organization: string, { difference }: DifferenceChoice): Promise<void> {
  const { name } = difference;
  let action: DifferenceAction | undefined;
  // The list is the step before it.
  const askForAction: Step = position =>
    kept(askDifferenceAction({ ...position, isNested: true }, difference), chosen => (action = chosen));
  if (!(await askSteps(labels.actionTitle(name), () => [askForAction])) || !action) return;
  if (action.kind === 'create')
    await createSecret(flow, { owner: organizationOwner(organization), app: action.app, name });
  else await copyAccess(flow, [action.to], action.from);
}
