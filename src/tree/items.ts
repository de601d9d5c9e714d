import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { commands } from '../manifest';
import { failureLabel, failureSentence, failureStep } from '../labels/failures';
import type { FailureNode, OrganizationNode } from './nodes';

/** `count`: how much it has, in words, where that is known. */
export function organizationItem(
  { organization }: OrganizationNode,
  count: string | undefined,
  isExpanded: boolean,
): TreeItem {
  const item = new TreeItem(
    organization,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.contextValue = 'organization';
  item.iconPath = new ThemeIcon('organization');
  if (count !== undefined) item.description = count;
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
  const item = new TreeItem(l10n.t('Loading...'));
  item.contextValue = 'loading';
  item.iconPath = new ThemeIcon('loading~spin');
  return item;
}

/** Organizations that GitHub does not name before the session is authorized for them. */
export function hiddenItem(count: number): TreeItem {
  const label =
    count === 1
      ? l10n.t('1 organization needs single sign-on')
      : l10n.t('{0} organizations need single sign-on', count);
  const item = new TreeItem(label);
  item.contextValue = 'hidden';
  item.iconPath = new ThemeIcon('shield');
  item.tooltip = l10n.t(
    'GitHub doesn’t name it to this session. Sign in again and authorize the session for it.',
  );
  item.description = l10n.t('Sign In Again...');
  item.command = { command: commands.signIn, title: l10n.t('Sign In Again'), arguments: [{ again: true }] };
  return item;
}

/** Activating the item takes the step that helps; where none is known, its branch is asked for again. */
export function failureItem({ parent, failure: { reason } }: FailureNode): TreeItem {
  const sentence = failureSentence(reason);
  const step = failureStep(reason) ?? {
    title: l10n.t('Try Again'),
    command: commands.refreshOrganization,
    arguments: [parent],
  };
  const item = new TreeItem(failureLabel(reason));
  item.accessibilityInformation = { label: `${sentence} ${step.title}` };
  item.contextValue = 'failure';
  item.iconPath = new ThemeIcon(reason.kind === 'ssoRequired' ? 'shield' : 'warning');
  item.tooltip = sentence;
  item.description = l10n.t('{0}...', step.title);
  item.command = { ...step, arguments: [...step.arguments] };
  return item;
}
