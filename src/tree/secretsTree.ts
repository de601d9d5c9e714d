import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import type { GitHubPages } from '../host/gitHubPages';
import type { Subscription } from '../model/event';
import { Failure } from '../model/failure';
import type { SecretReference } from '../model/secret';
import type { Store } from '../model/store';
import { emptyItem, failureItem, organizationItem, repositoryItem, secretItem } from './items';
import { nodeId, type OrganizationNode, parentOf, type SecretNode, type TreeNode } from './nodes';

/** What the view as a whole shows where it has no items: its welcome content is chosen by it. */
export type TreeState = 'ready' | 'noOrganizations' | Failure['reason']['kind'];

/** The Secrets view: organization, its secrets, and the repositories that were selected for each. */
export class SecretsTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #store: Store;
  readonly #pages: () => GitHubPages;
  /** VS Code knows a node by its object, so that there is one for each id. */
  readonly #nodes = new Map<string, TreeNode>();
  readonly #changed = new EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #stateChanged = new EventEmitter<TreeState>();
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #subscription: Subscription;
  /** The organization that stands first is shown open. */
  #first: string | undefined;
  /** The counts of secrets that the organizations' rows show. */
  readonly #counts = new Map<string, number>();

  constructor(store: Store, pages: () => GitHubPages) {
    this.#store = store;
    this.#pages = pages;
    this.#subscription = store.onDidChange(change => this.#changed.fire(this.#nodeOf(change)));
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = this.#item(node);
    item.id = nodeId(node);
    return item;
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (!parent) return this.#organizations();
    if (parent.kind !== 'organization' && parent.kind !== 'secret') return [];
    try {
      const children =
        parent.kind === 'organization' ? await this.#secrets(parent) : await this.#repositories(parent);
      return children.length > 0 ? children : [this.#node({ kind: 'empty', parent })];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return [this.#node({ kind: 'failure', parent, failure: error })];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    const parent = parentOf(node);
    return parent && this.#node(parent);
  }

  /** The node of a secret, to be revealed. */
  secretNode({ organization, name }: SecretReference): TreeNode {
    return this.#node({ kind: 'secret', organization, name });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#stateChanged.dispose();
  }

  async #organizations(): Promise<TreeNode[]> {
    try {
      const organizations = await this.#store.organizations();
      this.#first = organizations[0]?.login;
      this.#stateChanged.fire(organizations.length > 0 ? 'ready' : 'noOrganizations');
      return organizations.map(({ login }) => this.#node({ kind: 'organization', organization: login }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#stateChanged.fire(error.reason.kind);
      return [];
    }
  }

  async #secrets(parent: OrganizationNode): Promise<TreeNode[]> {
    const { organization } = parent;
    const secrets = await this.#store.secrets(organization);
    // The organization's own row tells the count, which is known only now.
    if (this.#counts.get(organization) !== secrets.length) this.#changed.fire(this.#node(parent));
    return secrets.map(({ name }) => this.#node({ kind: 'secret', organization, name }));
  }

  async #repositories({ organization, name }: SecretNode): Promise<TreeNode[]> {
    const secret = { organization, name };
    const repositories = await this.#store.selectedRepositories(secret);
    return repositories.map(repository => this.#node({ kind: 'repository', secret, repository }));
  }

  #item(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'organization':
        return this.#organizationItem(node);
      case 'secret':
        return secretItem(node, this.#store.knownSecret(node), this.#pages().secrets(node.organization));
      case 'repository':
        return repositoryItem(node.repository);
      case 'empty':
        return emptyItem(node);
      case 'failure':
        return failureItem(node);
    }
  }

  #organizationItem(node: OrganizationNode): TreeItem {
    const count = this.#store.knownCount(node.organization);
    if (count !== undefined) this.#counts.set(node.organization, count);
    return organizationItem(node, count, node.organization === this.#first);
  }

  /** The one object for a node. What a node carries beside its id may have changed since. */
  #node(node: TreeNode): TreeNode {
    const id = nodeId(node);
    const known = this.#nodes.get(id);
    if (known) return Object.assign(known, node);
    this.#nodes.set(id, node);
    return node;
  }

  #nodeOf({ organization, name }: Partial<SecretReference>): TreeNode | undefined {
    if (organization === undefined) return undefined;
    return this.#nodes.get(name === undefined ? organization : `${organization}/${name}`);
  }
}
