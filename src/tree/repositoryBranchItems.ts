import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  receivedDescription,
  repositoryDescription,
  spokenReceived,
  spokenRepository,
  treeLabels,
} from '../labels/tree';
import { inApp, nameInApp } from '../labels/apps';
import { repositoryIcon } from '../labels/repositories';
import { commands } from '../manifest';
import { isStale } from '../model/age';
import type { Repository } from '../model/repository';
import { emptyItem } from './items';
import type { ReceivedSecretNode, RepositoryBranchNode } from './nodes';
import { secretIcon, secretTooltip, type ShownSecret } from './secretItems';
import { ownerIcon } from '../labels/owners';
import { visibilityIcon } from '../labels/visibility';

/** A repository with how many secrets it can use, where that is known; one that is open in the window says so. */
export function repositoryBranchItem(
  repository: Repository,
  secrets: number | undefined,
  isOpen: boolean,
): TreeItem {
  const item = new TreeItem(repository.name, TreeItemCollapsibleState.Collapsed);
  const spoken = spokenRepository(repository, secrets, isOpen);
  item.contextValue = 'repositoryBranch';
  item.iconPath = new ThemeIcon(isOpen ? 'root-folder-opened' : repositoryIcon(repository));
  item.description = repositoryDescription(repository, secrets, isOpen);
  item.accessibilityInformation = { label: spoken };
  item.tooltip = spoken;
  return item;
}

/** A secret below a repository that can use it, with why it can. */
export function receivedSecretItem(
  node: ReceivedSecretNode,
  { secret, page, staleAfterDays, isAppShown }: Omit<ShownSecret, 'selected'> & { isAppShown: boolean },
): TreeItem {
  const { app, owner, name, repository, why } = node;
  const item = new TreeItem(name);
  const stale = secret !== undefined && isStale(secret, staleAfterDays);
  item.contextValue = owner.kind === 'organization' ? `receivedSecret.${why ?? ''}` : `${owner.kind}Secret`;
  item.iconPath = secretIcon(owner.kind === 'user' ? ownerIcon(owner) : visibilityIcon(why), stale);
  const description = receivedDescription(node, secret, stale);
  item.description = isAppShown ? inApp(app, description) : description;
  item.accessibilityInformation = {
    label: spokenReceived(
      isAppShown ? nameInApp({ app, name }) : name,
      repository,
      node,
      stale ? staleAfterDays : undefined,
    ),
  };
  if (secret)
    item.tooltip = secretTooltip(secret, page, stale ? staleAfterDays : undefined, node.isHidden === true);
  return item;
}

export function noRepositoryBranchesItem(): TreeItem {
  return emptyItem(treeLabels.noRepositories());
}

export function noReceivedSecretsItem(parent: RepositoryBranchNode): TreeItem {
  return emptyItem(treeLabels.noSecretForRepository(), commands.grantSecrets, parent);
}
