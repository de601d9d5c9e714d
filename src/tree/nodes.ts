import type { Failure } from '../model/failure';
import type { Repository } from '../model/repository';
import type { SecretId, Visibility } from '../model/secret';
import type { SecretApp } from '../model/secretApp';

/** In both views, at the top. */
export interface OrganizationNode {
  readonly kind: 'organization';
  readonly organization: string;
}

/** In the Secrets view, below its organization, if more than one app is shown. */
export interface AppNode {
  readonly kind: 'app';
  readonly organization: string;
  readonly app: SecretApp;
}

/** In the Secrets view, below its app, or below its organization if a single app is shown. */
export interface SecretNode extends SecretId {
  readonly kind: 'secret';
}

/** In the Secrets view, below a secret that it is selected for. */
export interface RepositoryNode {
  readonly kind: 'repository';
  readonly secret: SecretId;
  readonly repository: Repository;
}

/** In the Repositories view, a repository below its organization. */
export interface RepositoryBranchNode {
  readonly kind: 'repositoryBranch';
  readonly organization: string;
  readonly repository: Repository;
}

/** In the Repositories view, a secret below a repository that can use it. */
export interface ReceivedSecretNode extends SecretId {
  readonly kind: 'receivedSecret';
  readonly repository: Repository;
  readonly why: Visibility;
}

/** A branch that has nothing to show, and says why. */
export interface EmptyNode<Branch> {
  readonly kind: 'empty';
  readonly parent: Branch;
}

/** A branch whose content is on its way. */
export interface LoadingNode<Branch> {
  readonly kind: 'loading';
  readonly parent: Branch;
}

/** A branch that could not be fetched, or an app that is missing in it, and says why. */
export interface FailureNode<Branch = BranchNode> {
  readonly kind: 'failure';
  readonly parent: Branch;
  /** The app that is missing; the whole branch without one. */
  readonly app?: SecretApp;
  readonly failure: Failure;
}

/** Organizations behind single sign-on, of which GitHub tells no more than how many they are. */
export interface HiddenNode {
  readonly kind: 'hidden';
  readonly count: number;
}

/** What a view shows, made of its branches and its leaves. */
export type ViewNode<Branch, Leaf> =
  Branch | Leaf | EmptyNode<Branch> | LoadingNode<Branch> | FailureNode<Branch> | HiddenNode;

/** A node of the Secrets view. */
export type SecretsNode = ViewNode<OrganizationNode | AppNode | SecretNode, RepositoryNode>;

/** A node of the Repositories view. */
export type RepositoriesNode = ViewNode<OrganizationNode | RepositoryBranchNode, ReceivedSecretNode>;

/** A node that others stand under, in either view. */
export type BranchNode = OrganizationNode | AppNode | SecretNode | RepositoryBranchNode;

export type LeafNode = RepositoryNode | ReceivedSecretNode;

/** A node of either view. */
export type TreeNode = ViewNode<BranchNode, LeafNode>;

/** What tells one node of a view from another for as long as VS Code runs; VS Code keeps what is expanded by it. */
export function nodeId(node: TreeNode): string {
  switch (node.kind) {
    case 'organization':
      return node.organization;
    case 'app':
      return `${node.organization}/${node.app}`;
    case 'secret':
      return secretNodeId(node);
    case 'repository':
      return `${secretNodeId(node.secret)}/${node.repository.id}`;
    case 'repositoryBranch':
      return `${node.organization}/${node.repository.id}`;
    case 'receivedSecret':
      return `${node.owner.login}/${node.repository.id}/${node.app}/${node.name}`;
    case 'hidden':
      return '(hidden)';
    case 'empty':
    case 'loading':
      return `${nodeId(node.parent)}/(${node.kind})`;
    case 'failure':
      return `${nodeId(node.parent)}/(${node.app === undefined ? node.kind : `${node.kind} ${node.app}`})`;
  }
}

function secretNodeId({ app, owner, name }: SecretId): string {
  return `${owner.login}/${app}/${name}`;
}

/**
 * The node that a node stands under; an organization stands under none. Of a secret it is the organization, though a view
 * can show an app between them.
 */
export function parentOf(node: TreeNode): BranchNode | undefined {
  switch (node.kind) {
    case 'organization':
    case 'hidden':
      return undefined;
    case 'app':
    case 'repositoryBranch':
      return { kind: 'organization', organization: node.organization };
    case 'secret':
      return { kind: 'organization', organization: node.owner.login };
    case 'repository':
      return { kind: 'secret', ...node.secret };
    case 'receivedSecret':
      return { kind: 'repositoryBranch', organization: node.owner.login, repository: node.repository };
    case 'empty':
    case 'loading':
    case 'failure':
      return node.parent;
  }
}

export function isBranch<Branch extends BranchNode>(node: ViewNode<Branch, LeafNode>): node is Branch {
  return (
    node.kind === 'organization' ||
    node.kind === 'app' ||
    node.kind === 'secret' ||
    node.kind === 'repositoryBranch'
  );
}

/** The organization that a branch is of. */
export function organizationOfBranch(node: BranchNode): string {
  return node.kind === 'secret' ? node.owner.login : node.organization;
}
