import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
} from 'vscode';
import { commands } from '../manifest';
import { exactTime, relativeTime } from '../labels/times';
import { repositoryIcon, repositoryWords, visibilityIcon, visibilityLabel } from '../labels/words';
import { isStale } from '../model/age';
import { plainName } from '../model/plainText';
import type { Repository } from '../model/repository';
import type { Secret, SecretReference, Visibility } from '../model/secret';
import { emptyItem } from './items';
import type { BranchNode } from './nodes';

/** A secret that every repository receives has no children: its words say it. */
export function secretItem(
  { organization, name }: SecretReference,
  secret: Secret | undefined,
  page: Uri,
  staleAfterDays: number,
): TreeItem {
  if (!secret) return new TreeItem(name);
  const isSelected = secret.visibility === 'selected';
  const item = new TreeItem(
    secret.name,
    isSelected ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const words = visibilityLabel(secret.visibility);
  const age = relativeTime(secret.updatedAt);
  const label = l10n.t('{0}, secret of {1}, {2}, updated {3}', secret.name, organization, words, age);
  const description = l10n.t('{0}, {1}', words.toLocaleLowerCase(), age);
  const stale = isStale(secret, staleAfterDays) ? staleSentence(staleAfterDays) : undefined;
  item.contextValue = `secret.${secret.visibility}`;
  item.iconPath = secretIcon(secret.visibility, stale !== undefined);
  item.description = stale === undefined ? description : l10n.t('{0} ⚠ stale', description);
  item.accessibilityInformation = { label: stale === undefined ? label : l10n.t('{0}. {1}', label, stale) };
  item.tooltip = secretTooltip(secret, page, stale);
  return item;
}

/** The icon of a visibility; of a stale secret in the colour of a warning, beside its words. */
export function secretIcon(visibility: Visibility, isStale: boolean): ThemeIcon {
  const color = isStale ? new ThemeColor('list.warningForeground') : undefined;
  return new ThemeIcon(visibilityIcon(visibility), color);
}

/** What staleness means: no more is known than that nothing was updated. */
export function staleSentence(days: number): string {
  return l10n.t('The value is at least this old: not updated for more than {0} days.', days);
}

export function secretTooltip(secret: Secret, page: Uri, stale: string | undefined): MarkdownString {
  const lines = [
    '',
    `$(${visibilityIcon(secret.visibility)}) ${visibilityLabel(secret.visibility)}`,
    l10n.t('Updated {0}', exactTime(secret.updatedAt)),
    l10n.t('Created {0}', exactTime(secret.createdAt)),
    ...(stale === undefined ? [] : [`$(warning) ${stale}`]),
    `[${l10n.t('Open on GitHub')}](${page.toString()})`,
  ];
  return new MarkdownString('**', true)
    .appendText(plainName(secret.name))
    .appendMarkdown(`**${lines.join('\n\n')}`);
}

/** A repository below a secret. */
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

export function noSecretsItem(parent: BranchNode): TreeItem {
  return emptyItem(l10n.t('No Codespaces secrets yet. Create one...'), commands.createSecret, parent);
}

export function noRepositoriesItem(parent: BranchNode): TreeItem {
  return emptyItem(
    l10n.t('No repository receives it yet. Choose some...'),
    commands.editRepositories,
    parent,
  );
}
