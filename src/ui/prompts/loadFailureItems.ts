import { commands as vscodeCommands, ThemeIcon } from 'vscode';
import type { OtherLevels } from '../../cache/otherLevels';
import type { OrganizationLoads } from '../../cache/organizationLoads';
import { appLabel } from '../../labels/apps';
import { retryLabels } from '../../labels/batch';
import { failureSentence, failureStep } from '../../labels/failures';
import { growingPickLabels as labels } from '../../labels/growingPick';
import { treeLabels } from '../../labels/tree';
import { commands } from '../../manifest';
import type { Failure } from '../../model/failure';
import { plainText } from '../../model/plainText';
import type { SecretApp } from '../../model/secretApp';
import { ownerKey, ownerName } from '../../model/secretStore';
import type { GrowingItem } from './growingPick';

/** The rows of what could not be loaded. Selecting one takes the step that helps, or tries again. */
export function loadFailureItems(loads: OrganizationLoads): GrowingItem[] {
  const items = loads.all.flatMap(({ organization, failures }) =>
    failures.map(({ app, failure }) =>
      itemOf(
        app ? labels.appFailed(appLabel(app), organization) : labels.organizationFailed(organization),
        failure,
        `${organization} ${app ?? ''}`,
        () => loads.retry(organization),
        app,
      ),
    ),
  );
  if (loads.failure) items.unshift(itemOf(labels.listFailed(), loads.failure, '', () => loads.retry()));
  if (loads.hidden > 0) items.push(hiddenItem(loads.hidden));
  return items;
}

/** The same of the user's own secrets, and of repositories. */
export function levelFailureItems(levels: OtherLevels): GrowingItem[] {
  return levels.failures.map(({ owner, failure }) =>
    itemOf(
      owner.kind === 'user' ? labels.userFailed() : labels.ownFailed(ownerName(owner)),
      failure,
      ownerKey(owner),
      () => levels.retry(owner),
    ),
  );
}

function itemOf(
  label: string,
  { reason }: Failure,
  key: string,
  retry: () => void,
  app?: SecretApp,
): GrowingItem {
  const step = failureStep(reason);
  const tryAgain = retryLabels.tryAgain();
  return {
    key: `failure ${key}`,
    label,
    iconPath: new ThemeIcon(reason.kind === 'ssoRequired' ? 'shield' : 'warning'),
    description: treeLabels.step(step?.title ?? tryAgain),
    detail: plainText(failureSentence(reason, app)),
    alwaysShow: true,
    isAside: true,
    ...(step && { buttons: [{ iconPath: new ThemeIcon('refresh'), tooltip: tryAgain }], runButton: retry }),
    run: step ? () => vscodeCommands.executeCommand(step.command, ...step.arguments) : retry,
  };
}

function hiddenItem(count: number): GrowingItem {
  return {
    key: 'hidden',
    label: treeLabels.hidden(count),
    iconPath: new ThemeIcon('shield'),
    description: treeLabels.step(treeLabels.signInAgain()),
    detail: treeLabels.hiddenDetail(),
    alwaysShow: true,
    isAside: true,
    run: () => vscodeCommands.executeCommand(commands.signIn, { again: true }),
  };
}
