import type { ReceivedSecretNode, RepositoryBranchNode, SecretNode, TreeNode } from '../../tree/nodes';
import { secretKey } from '../../model/secret';
import type { SecretApp } from '../../model/secretApp';
import {
  accountOf,
  organizationOwner,
  ownerKey,
  repositoryOwner,
  type SecretOwner,
  userOwner,
} from '../../model/secretStore';
import type { Selected as SelectedRepository } from '../removeRepository';
import type { Place } from './place';
import { fullNameOf } from '../../model/repositoryAddress';

/** What VS Code passes to a command of an item: the item, and all selected items if it is one of them. */
export type Selected = [node?: TreeNode | undefined, nodes?: readonly TreeNode[] | undefined];

/** The same for rows that are selected while a command is run from the Command Palette: none of several is the one. */
export function selectedRows(rows: readonly TreeNode[]): Selected {
  return rows.length > 0 ? [rows.length === 1 ? rows[0] : undefined, rows] : [];
}

/** The place that a command was run on. An action in a view's title gets the focused row, of any kind. */
export function placeOf(node: TreeNode): Place | undefined {
  switch (node.kind) {
    case 'organization':
    case 'user':
    case 'repositoryBranch':
      return placeOfRows([node]);
    case 'app':
      return { owner: organizationOwner(node.organization), app: node.app };
    case 'secret':
    case 'receivedSecret':
    case 'repository':
    case 'empty':
    case 'loading':
    case 'failure':
    case 'hidden':
    case 'noOrganizations':
      return undefined;
  }
}

/** The one owner that all rows belong to, and the one app. */
export function placeOfRows(rows: readonly TreeNode[]): Place | undefined {
  const owners = new Map(rows.map(ownerOf).map(owner => [owner && ownerKey(owner), owner]));
  const [owner, ...others] = owners.values();
  return owner && others.length === 0 ? placeIn(owner, rows) : undefined;
}

/** The same where a command is about an organization: of repositories, the one that owns them. */
export function organizationOfRows(rows: readonly TreeNode[]): Place | undefined {
  const [account, ...others] = new Set(rows.map(ownerOf).map(owner => owner && accountOf(owner)));
  return account !== undefined && others.length === 0 ? placeIn(organizationOwner(account), rows) : undefined;
}

/** The place at an owner that all rows belong to: in an app, if they belong to the same one. */
function placeIn(owner: SecretOwner, rows: readonly TreeNode[]): Place {
  const [app, ...others] = new Set(rows.map(appOf));
  return { owner, ...(app !== undefined && others.length === 0 && { app }) };
}

/** Whose secrets are selected, as far as the rows are secrets, or repositories of secrets. */
export function ownersOf(selected: Selected): SecretOwner[] {
  return [...secretNodes(selected), ...pairs(selected).map(({ secret }) => secret)].map(({ owner }) => owner);
}

/** The selected secrets in either view, each once: the Repositories view shows the same secret below several. */
export function secretNodes(selected: Selected): (SecretNode | ReceivedSecretNode)[] {
  const nodes = all(selected).filter(node => node.kind === 'secret' || node.kind === 'receivedSecret');
  return [...new Map(nodes.map(node => [secretKey(node), node])).values()];
}

/** The repository that a command was run on, in the Repositories view. */
export function repositoryNode(node: TreeNode | undefined): RepositoryBranchNode | undefined {
  return node?.kind === 'repositoryBranch' ? node : undefined;
}

/** The selected pairs of a secret and a repository, in either view. */
export function pairs(selected: Selected): SelectedRepository[] {
  return all(selected).flatMap((node): SelectedRepository[] => {
    if (node.kind === 'repository') return [node];
    return node.kind === 'receivedSecret' && node.why === 'selected'
      ? [{ secret: node, repository: node.repository }]
      : [];
  });
}

/** All rows that a command was run on. */
export function all([node, nodes]: Selected): readonly TreeNode[] {
  return nodes ?? (node ? [node] : []);
}

/** Whose secrets a row shows or stands for. */
function ownerOf(node: TreeNode): SecretOwner | undefined {
  switch (node.kind) {
    case 'organization':
    case 'app':
      return organizationOwner(node.organization);
    case 'user':
      return userOwner(node.login);
    case 'secret':
    case 'receivedSecret':
      return node.owner;
    case 'repository':
      return node.secret.owner;
    case 'repositoryBranch':
      return repositoryOwner(
        node.repository,
        fullNameOf({ owner: node.organization, name: node.repository.name }),
      );
    case 'empty':
    case 'loading':
    case 'failure':
      return ownerOf(node.parent);
    case 'hidden':
    case 'noOrganizations':
      return undefined;
  }
}

function appOf(node: TreeNode): SecretApp | undefined {
  if ('app' in node) return node.app;
  return node.kind === 'repository' ? node.secret.app : undefined;
}
