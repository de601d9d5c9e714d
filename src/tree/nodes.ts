import type { Failure } from '../model/failure';
import type { Repository } from '../model/repository';
import type { AppFailure, ReceivedSecret } from '../model/access';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { accountOf, ownerName } from '../model/secretStore';

/** In both views, at the top. */
export interface OrganizationNode {
  readonly kind: 'organization';
  readonly organization: string;
}

/** In the Secrets view, below the organizations: the user's own Codespaces secrets. */
export interface UserNode {
  readonly kind: 'user';
  readonly login: string;
}

/** In the Secrets view, in the place of organizations, where the user owns none. */
export interface NoOrganizationsNode {
  readonly kind: 'noOrganizations';
}

/** In the Secrets view, below its organization, if more than one app is shown. */
export interface AppNode {
  readonly kind: 'app';
  readonly organization: string;
  readonly app: SecretApp;
}

/** In the Secrets view, below its app, below its organization if a single app is shown, or below the user. */
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
  /** The login of its owner, which can be a person. */
  readonly organization: string;
  readonly repository: Repository;
}

/** In the Repositories view, a secret below a repository that can use it: the organization's, its own or the user's. */
export interface ReceivedSecretNode extends SecretId, Pick<ReceivedSecret, 'why' | 'isHidden'> {
  readonly kind: 'receivedSecret';
  /** As that of the repository's branch. */
  readonly organization: string;
  readonly repository: Repository;
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
  /** Whose secrets are missing, if not the organization's. */
  readonly ownerKind?: AppFailure['ownerKind'];
  readonly failure: Failure;
}

/** Organizations behind single sign-on, of which GitHub tells no more than how many they are. */
export interface HiddenNode {
  readonly kind: 'hidden';
  readonly count: number;
}

/** What a view shows, made of its branches and its leaves. */
export type ViewNode<Branch, Leaf> =
  | Branch
  | Leaf
  | EmptyNode<Branch>
  | LoadingNode<Branch>
  | FailureNode<Branch>
  | HiddenNode
  | NoOrganizationsNode;

/** A node of the Secrets view. */
export type SecretsNode = ViewNode<OrganizationNode | UserNode | AppNode | SecretNode, RepositoryNode>;

/** A node of the Repositories view. */
export type RepositoriesNode = ViewNode<OrganizationNode | RepositoryBranchNode, ReceivedSecretNode>;

/** A node that others stand under, in either view. */
export type BranchNode = OrganizationNode | UserNode | AppNode | SecretNode | RepositoryBranchNode;

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
      return `${node.organization}/${node.repository.id}/${node.owner.kind}/${node.app}/${node.name}`;
    case 'user':
      return userId;
    case 'hidden':
    case 'noOrganizations':
      return `(${node.kind})`;
    case 'empty':
    case 'loading':
      return `${nodeId(node.parent)}/(${node.kind})`;
    case 'failure':
      return `${nodeId(node.parent)}/(${[node.kind, node.app, node.ownerKind].filter(it => it !== undefined).join(' ')})`;
  }
}

/** No organization is called so. */
const userId = '(user)';

function secretNodeId({ app, owner, name }: SecretId): string {
  return owner.kind === 'user' ? `${userId}/${app}/${name}` : `${ownerName(owner)}/${app}/${name}`;
}

/**
 * The node that a node stands under; an organization stands under none. Of a secret it is the organization, though a view
 * can show an app between them.
 */
export function parentOf(node: TreeNode): BranchNode | undefined {
  switch (node.kind) {
    case 'organization':
    case 'user':
    case 'hidden':
    case 'noOrganizations':
      return undefined;
    case 'app':
    case 'repositoryBranch':
      return { kind: 'organization', organization: node.organization };
    case 'secret':
      return node.owner.kind === 'user'
        ? { kind: 'user', login: node.owner.login }
        : { kind: 'organization', organization: accountOf(node.owner) ?? '' };
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
  return (
    node.kind === 'organization' ||
    node.kind === 'user' ||
    node.kind === 'app' ||
    node.kind === 'secret' ||
    node.kind === 'repositoryBranch'
  );
}

/** The organization that a branch is of; nothing for the user's own secrets. */
export function organizationOfBranch(node: BranchNode): string | undefined {
  switch (node.kind) {
    case 'user':
      return undefined;
    case 'secret':
      return accountOf(node.owner);
    case 'organization':
    case 'app':
    case 'repositoryBranch':
      return node.organization;
  }
}
