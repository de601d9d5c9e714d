import type { Failure } from '../model/failure';
import type { Repository } from '../model/repository';
import type { SecretReference, Visibility } from '../model/secret';

/** In both views, at the top. */
export interface OrganizationNode {
  readonly kind: 'organization';
  readonly organization: string;
}

/** In the Secrets view, below its organization. */
export interface SecretNode extends SecretReference {
  readonly kind: 'secret';
}

/** In the Secrets view, below a secret that it is selected for. */
export interface RepositoryNode {
  readonly kind: 'repository';
  readonly secret: SecretReference;
  readonly repository: Repository;
}

/** In the Repositories view, a repository below its organization. */
export interface RepositoryBranchNode {
  readonly kind: 'repositoryBranch';
  readonly organization: string;
  readonly repository: Repository;
}

/** In the Repositories view, a secret below a repository that can use it. */
export interface ReceivedSecretNode extends SecretReference {
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

/** A branch that could not be fetched, and says why. */
export interface FailureNode<Branch = BranchNode> {
  readonly kind: 'failure';
  readonly parent: Branch;
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
export type SecretsNode = ViewNode<OrganizationNode | SecretNode, RepositoryNode>;

/** A node of the Repositories view. */
export type RepositoriesNode = ViewNode<OrganizationNode | RepositoryBranchNode, ReceivedSecretNode>;

/** A node that others stand under, in either view. */
export type BranchNode = OrganizationNode | SecretNode | RepositoryBranchNode;

export type LeafNode = RepositoryNode | ReceivedSecretNode;

/** A node of either view. */
export type TreeNode = ViewNode<BranchNode, LeafNode>;

/** What tells one node of a view from another for as long as VS Code runs; VS Code keeps what is expanded by it. */
export function nodeId(node: TreeNode): string {
  switch (node.kind) {
    case 'organization':
      return node.organization;
    case 'secret':
      return `${node.organization}/${node.name}`;
    case 'repository':
      return `${node.secret.organization}/${node.secret.name}/${node.repository.id}`;
    case 'repositoryBranch':
      return `${node.organization}/${node.repository.id}`;
    case 'receivedSecret':
      return `${node.organization}/${node.repository.id}/${node.name}`;
    case 'hidden':
      return '(hidden)';
    case 'empty':
    case 'loading':
    case 'failure':
      return `${nodeId(node.parent)}/(${node.kind})`;
  }
}

/** The node that a node stands under; an organization stands under none. */
export function parentOf(node: TreeNode): BranchNode | undefined {
  switch (node.kind) {
    case 'organization':
    case 'hidden':
      return undefined;
    case 'secret':
    case 'repositoryBranch':
      return { kind: 'organization', organization: node.organization };
    case 'repository':
      return { kind: 'secret', ...node.secret };
    case 'receivedSecret':
      return { kind: 'repositoryBranch', organization: node.organization, repository: node.repository };
    case 'empty':
    case 'loading':
    case 'failure':
      return node.parent;
  }
}

export function isBranch<Branch extends BranchNode>(node: ViewNode<Branch, LeafNode>): node is Branch {
  return node.kind === 'organization' || node.kind === 'secret' || node.kind === 'repositoryBranch';
}
