import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { commands } from '../host/contributions';
import { failureLabel, failureSentence, failureStep } from '../host/failureText';
import { exactTime, relativeTime } from '../host/times';
import { repositoryIcon, repositoryWords, visibilityIcon, visibilityLabel } from '../host/words';
import type { Repository } from '../model/repository';
import type { Secret } from '../model/secret';
import type { EmptyNode, FailureNode, OrganizationNode, SecretNode } from './nodes';

/** `count`: how many secrets it has, where that is known. */
export function organizationItem(
  { organization }: OrganizationNode,
  count: number | undefined,
  isExpanded: boolean,
): TreeItem {
  const item = new TreeItem(
    organization,
    isExpanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.contextValue = 'organization';
  item.iconPath = new ThemeIcon('organization');
  if (count !== undefined) item.description = count === 1 ? l10n.t('1 secret') : l10n.t('{0} secrets', count);
  return item;
}

/** A secret that every repository receives has no children: its words say it. */
export function secretItem(
  { organization, name }: SecretNode,
  secret: Secret | undefined,
  page: Uri,
): TreeItem {
  if (!secret) return new TreeItem(name);
  const isSelected = secret.visibility === 'selected';
  const item = new TreeItem(
    secret.name,
    isSelected ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const words = visibilityLabel(secret.visibility);
  const age = relativeTime(secret.updatedAt);
  item.contextValue = `secret.${secret.visibility}`;
  item.iconPath = new ThemeIcon(visibilityIcon(secret.visibility));
  item.description = l10n.t('{0}, {1}', words.toLocaleLowerCase(), age);
  item.accessibilityInformation = {
    label: l10n.t('{0}, secret of {1}, {2}, updated {3}', secret.name, organization, words, age),
  };
  item.tooltip = secretTooltip(secret, page);
  return item;
}

function secretTooltip(secret: Secret, page: Uri): MarkdownString {
  const lines = [
    `**${secret.name.replaceAll('_', '\\_')}**`,
    `$(${visibilityIcon(secret.visibility)}) ${visibilityLabel(secret.visibility)}`,
    l10n.t('Updated {0}', exactTime(secret.updatedAt)),
    l10n.t('Created {0}', exactTime(secret.createdAt)),
    `[${l10n.t('Open on GitHub')}](${page.toString()})`,
  ];
  return new MarkdownString(lines.join('\n\n'), true);
}

export function repositoryItem(repository: Repository): TreeItem {
  const item = new TreeItem(repository.name);
  const words = repositoryWords(repository);
  item.contextValue = 'repository';
  item.iconPath = new ThemeIcon(repositoryIcon(repository));
  item.description = words;
  item.accessibilityInformation = { label: l10n.t('{0}, {1} repository', repository.name, words) };
  item.tooltip = l10n.t('{0}, {1} repository', repository.name, words);
  return item;
}

export function emptyItem({ parent }: EmptyNode): TreeItem {
  const item = new TreeItem(
    parent.kind === 'organization'
      ? l10n.t('No Codespaces secrets yet. Create one...')
      : l10n.t('No repository receives it yet. Choose some...'),
  );
  item.contextValue = 'empty';
  item.command = {
    command: parent.kind === 'organization' ? commands.createSecret : commands.editRepositories,
    title: '',
    arguments: [parent],
  };
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
