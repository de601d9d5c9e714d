import type { Repository } from '../model/repository';
import type { SecretReference } from '../model/secret';
import type { Failure } from '../model/failure';

export interface OrganizationNode {
  readonly kind: 'organization';
  readonly organization: string;
}

export interface SecretNode extends SecretReference {
  readonly kind: 'secret';
}

export interface RepositoryNode {
  readonly kind: 'repository';
  readonly secret: SecretReference;
  readonly repository: Repository;
}

/** A branch that has nothing to show, and says why. */
export interface EmptyNode {
  readonly kind: 'empty';
  /** What is empty: the organization, or one of its secrets. */
  readonly parent: OrganizationNode | SecretNode;
}

/** A branch that could not be fetched, and says why. */
export interface FailureNode {
  readonly kind: 'failure';
  readonly parent: OrganizationNode | SecretNode;
  readonly failure: Failure;
}

export type TreeNode = OrganizationNode | SecretNode | RepositoryNode | EmptyNode | FailureNode;

/** What tells one node from another for as long as VS Code runs; VS Code keeps what is expanded by it. */
export function nodeId(node: TreeNode): string {
  switch (node.kind) {
    case 'organization':
      return node.organization;
    case 'secret':
      return `${node.organization}/${node.name}`;
    case 'repository':
      return `${node.secret.organization}/${node.secret.name}/${node.repository.id}`;
    case 'empty':
    case 'failure':
      return `${nodeId(node.parent)}/(${node.kind})`;
  }
}

/** The node that a node stands under; an organization stands under none. */
export function parentOf(node: TreeNode): OrganizationNode | SecretNode | undefined {
  switch (node.kind) {
    case 'organization':
      return undefined;
    case 'secret':
      return { kind: 'organization', organization: node.organization };
    case 'repository':
      return { kind: 'secret', ...node.secret };
    case 'empty':
    case 'failure':
      return node.parent;
  }
}
