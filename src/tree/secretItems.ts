import { MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import {
  hiddenSentence,
  openOnGitHubLabel,
  secretDescription,
  secretDetails,
  spokenSecret,
  spokenSelectedRepository,
  staleSentence,
  treeLabels,
} from '../labels/tree';
import { repositoryIcon, repositoryWords } from '../labels/repositories';
import { visibilityIcon } from '../labels/visibility';
import { commands } from '../manifest';
import { isStale } from '../model/age';
import { plainName } from '../model/plainText';
import type { Repository } from '../model/repository';
import type { Secret, SecretId } from '../model/secret';
import { emptyItem } from './items';
import { appLabel } from '../labels/apps';
import type { SecretApp } from '../model/secretApp';
import type { AppNode, OrganizationNode, SecretNode, UserNode } from './nodes';

/** What a secret's row shows beside its name. */
export interface ShownSecret {
  /** What is known of it; nothing where that is gone. */
  readonly secret: Secret | undefined;
  /** How many repositories are selected for it, where that is known. */
  readonly selected: number | undefined;
  readonly page: Uri;
  readonly staleAfterDays: number;
}

/** A secret that every repository can use has no children: its words say it. */
export function secretItem({ owner, name }: SecretId, shown: ShownSecret): TreeItem {
  const { secret, selected, page, staleAfterDays } = shown;
  if (!secret) return new TreeItem(name);
  const isSelected = secret.visibility === 'selected';
  const item = new TreeItem(
    secret.name,
    isSelected ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const stale = isStale(secret, staleAfterDays);
  item.contextValue =
    owner.kind === 'organization' ? `secret.${secret.visibility ?? ''}` : `${owner.kind}Secret`;
  item.iconPath = secretIcon(visibilityIcon(secret.visibility), stale);
  item.description = secretDescription(secret, selected, stale);
  item.accessibilityInformation = {
    label: spokenSecret(secret, selected, stale ? staleAfterDays : undefined),
  };
  item.tooltip = secretTooltip(secret, page, stale ? staleAfterDays : undefined);
  return item;
}

/** The icon of a secret; of a stale one in the colour of a warning, beside its words. */
export function secretIcon(icon: string, isStale: boolean): ThemeIcon {
  return new ThemeIcon(icon, isStale ? new ThemeColor('list.warningForeground') : undefined);
}

export function secretTooltip(
  secret: Secret,
  page: Uri,
  staleAfterDays: number | undefined,
  isHidden = false,
): MarkdownString {
  const { access, updated, created } = secretDetails(secret);
  const lines = [
    '',
    `$(${visibilityIcon(secret.visibility)}) ${access}`,
    updated,
    created,
    ...(staleAfterDays === undefined ? [] : [`$(warning) ${staleSentence(staleAfterDays)}`]),
    ...(isHidden ? [`$(warning) ${hiddenSentence()}`] : []),
    `[${openOnGitHubLabel()}](${page.toString()})`,
  ];
  return new MarkdownString('**', true)
    .appendText(plainName(secret.name))
    .appendMarkdown(`**${lines.join('\n\n')}`);
}

/** A repository below a secret. */
export function repositoryItem(repository: Repository): TreeItem {
  const item = new TreeItem(repository.name);
  const spoken = spokenSelectedRepository(repository);
  item.contextValue = 'repository';
  item.iconPath = new ThemeIcon(repositoryIcon(repository));
  item.description = repositoryWords(repository);
  item.accessibilityInformation = { label: spoken };
  item.tooltip = spoken;
  return item;
}

export function noSecretsItem(parent: OrganizationNode | AppNode, app: SecretApp): TreeItem {
  return emptyItem(treeLabels.noSecrets(appLabel(app)), commands.createSecret, parent);
}

export function noUserSecretsItem(parent: UserNode): TreeItem {
  return emptyItem(treeLabels.noUserSecrets(), commands.createSecret, parent);
}

export function noRepositoriesItem(parent: SecretNode): TreeItem {
  return emptyItem(treeLabels.noRepositoryForSecret(), commands.editRepositories, parent);
}
