import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands, settings } from '../manifest';
import { failureLabel } from '../labels/failureLabel';
import { failureSentence, failureStep } from '../labels/failures';
import { aboutApp, appIcon, appLabel } from '../labels/apps';
import { aboutLevel, appFailureLabel } from '../labels/missingApps';
import { spokenApp, spokenOrganization, spokenUserSecrets, treeLabels } from '../labels/tree';
import type { SecretApp } from '../model/secretApp';
import type { AppNode, BranchNode, FailureNode, OrganizationNode, UserNode } from './nodes';

/** `count`: how much it has, in words, where that is known. `isOther`: it is not one of the organizations that are shown. */
export function organizationItem(
  { organization }: OrganizationNode,
  count: string | undefined,
  isExpanded: boolean,
  isOther = false,
): TreeItem {
  const item = new TreeItem(
    organization,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.contextValue = isOther ? 'otherOwner' : 'organization';
  item.iconPath = new ThemeIcon('organization');
  if (count !== undefined) item.description = count;
  item.accessibilityInformation = { label: spokenOrganization(organization, count) };
  return item;
}

/** The user's own secrets. `count` as above. */
export function userItem({ login }: UserNode, count: string | undefined): TreeItem {
  const item = new TreeItem(treeLabels.userSecrets(), TreeItemCollapsibleState.Collapsed);
  item.contextValue = 'user';
  item.iconPath = new ThemeIcon('account');
  if (count !== undefined) item.description = count;
  item.accessibilityInformation = { label: spokenUserSecrets(login, count) };
  return item;
}

/** What stands where organizations would. */
export function noOrganizationsItem(): TreeItem {
  const item = new TreeItem(treeLabels.noOrganizations());
  const title = treeLabels.nameOrganizations();
  item.contextValue = 'noOrganizations';
  item.iconPath = new ThemeIcon('info');
  item.description = treeLabels.step(title);
  item.tooltip = treeLabels.noOrganizationsDetail();
  item.command = { command: 'workbench.action.openSettings', title, arguments: [settings.organizations] };
  return item;
}

/** `count`: how many secrets it has, in words, where that is known. */
export function appItem({ app }: AppNode, count: string | undefined): TreeItem {
  const item = new TreeItem(appLabel(app), TreeItemCollapsibleState.Collapsed);
  item.contextValue = `app.${app}`;
  item.iconPath = new ThemeIcon(appIcon(app));
  if (count !== undefined) item.description = count;
  item.accessibilityInformation = { label: spokenApp(appLabel(app), count) };
  return item;
}

/** What stands in a branch that is empty: what is missing, and a click that adds some. */
export function emptyItem(label: string, command?: string, argument?: unknown): TreeItem {
  const item = new TreeItem(label);
  item.contextValue = 'empty';
  if (command !== undefined) item.command = { command, title: '', arguments: [argument] };
  return item;
}

/** What stands in a branch whose content is on its way. */
export function loadingItem(): TreeItem {
  const item = new TreeItem(treeLabels.loading());
  item.contextValue = 'loading';
  item.iconPath = new ThemeIcon('loading~spin');
  return item;
}

/** Organizations that GitHub does not name before the session is authorized for them. */
export function hiddenItem(count: number): TreeItem {
  const item = new TreeItem(treeLabels.hidden(count));
  const step = treeLabels.signInAgain();
  item.contextValue = 'hidden';
  item.iconPath = new ThemeIcon('shield');
  item.tooltip = treeLabels.hiddenDetail();
  item.description = treeLabels.step(step);
  item.command = { command: commands.signIn, title: step, arguments: [{ again: true }] };
  return item;
}

/** Activating the item takes the step that helps; where none is known, its branch is asked for again. */
export function failureItem({ parent, app, ownerKind, failure: { reason } }: FailureNode): TreeItem {
  const sentence = failureSentence(reason, app ?? appOf(parent));
  const step = failureStep(reason) ?? {
    title: treeLabels.tryAgain(),
    command: commands.refreshOrganization,
    arguments: [parent],
  };
  const about = (words: string): string => {
    if (ownerKind !== undefined) return aboutLevel(ownerKind, words);
    return app === undefined ? words : aboutApp(app, words);
  };
  const label =
    app === undefined || ownerKind !== undefined ? about(failureLabel(reason)) : appFailureLabel(app, reason);
  const item = new TreeItem(label);
  item.accessibilityInformation = { label: about(treeLabels.failure(sentence, step.title)) };
  item.contextValue = 'failure';
  item.iconPath = new ThemeIcon(reason.kind === 'ssoRequired' ? 'shield' : 'warning');
  item.tooltip = about(sentence);
  item.description = treeLabels.step(step.title);
  item.command = { ...step, arguments: [...step.arguments] };
  return item;
}

function appOf(branch: BranchNode): SecretApp | undefined {
  return 'app' in branch ? branch.app : undefined;
}
