import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { commands } from '../manifest';
import { repositoryIcon, repositoryWords, secretCount, visibilityLabel } from '../labels/words';
import { isStale } from '../model/age';
import type { Repository } from '../model/repository';
import type { Secret } from '../model/secret';
import { emptyItem } from './items';
import type { BranchNode, ReceivedSecretNode } from './nodes';
import { secretIcon, secretTooltip, staleSentence } from './secretItems';

/** A repository with how many secrets it receives; one that is open in the window says so. */
export function repositoryBranchItem(repository: Repository, count: number, isOpen: boolean): TreeItem {
  const item = new TreeItem(repository.name, TreeItemCollapsibleState.Collapsed);
  const words = repositoryWords(repository);
  const secrets = secretCount(count);
  item.contextValue = 'repositoryBranch';
  item.iconPath = new ThemeIcon(isOpen ? 'root-folder-opened' : repositoryIcon(repository));
  item.description = isOpen
    ? l10n.t('open here, {0}, {1}', words, secrets)
    : l10n.t('{0}, {1}', words, secrets);
  const label = l10n.t('{0}, {1} repository, receives {2}', repository.name, words, secrets);
  item.accessibilityInformation = {
    label: isOpen ? l10n.t('{0}, open in this window', label) : label,
  };
  item.tooltip = item.accessibilityInformation.label;
  return item;
}

/** A secret below a repository that receives it, with why it does. */
export function receivedSecretItem(
  { name, repository, why }: ReceivedSecretNode,
  secret: Secret | undefined,
  page: Uri,
  staleAfterDays: number,
): TreeItem {
  const item = new TreeItem(name);
  const words = visibilityLabel(why);
  const stale = secret && isStale(secret, staleAfterDays) ? staleSentence(staleAfterDays) : undefined;
  const label = l10n.t('{0}, received by {1}, goes to: {2}', name, repository.name, words);
  item.contextValue = `received.${why}`;
  item.iconPath = secretIcon(why, stale !== undefined);
  item.description =
    stale === undefined ? words.toLocaleLowerCase() : l10n.t('{0} ⚠ stale', words.toLocaleLowerCase());
  item.accessibilityInformation = { label: stale === undefined ? label : l10n.t('{0}. {1}', label, stale) };
  if (secret) item.tooltip = secretTooltip(secret, page, stale);
  return item;
}

export function noRepositoryBranchesItem(): TreeItem {
  return emptyItem(l10n.t('No repositories.'));
}

export function nothingReceivedItem(parent: BranchNode): TreeItem {
  return emptyItem(l10n.t('It receives no secret. Grant some...'), commands.grantSecrets, parent);
}
