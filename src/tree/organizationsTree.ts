import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { afterLimit } from '../host/afterLimit';
import type { Subscription } from '../model/event';
import { Failure } from '../model/failure';
import type { SecretReference } from '../model/secret';
import type { Store } from '../model/store';
import { type BranchNode, isBranch, nodeId, parentOf, type TreeNode } from './nodes';

/** What a view as a whole shows where it has no items: its welcome content is chosen by it. */
export type TreeState = 'ready' | 'noOrganizations' | Failure['reason']['kind'];

/** What the views have in common: organizations at the top, and below them branches that load, are empty, or fail. */
export abstract class OrganizationsTree implements TreeDataProvider<TreeNode>, Disposable {
  protected readonly store: Store;
  /** The logins that stand at the top. */
  protected organizations: readonly string[] = [];
  /** VS Code knows a node by its object, so that there is one for each id. */
  readonly #nodes = new Map<string, TreeNode>();
  readonly #changed = new EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #stateChanged = new EventEmitter<TreeState>();
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #subscription: Subscription;
  /** When branches that met a rate limit are asked for again. */
  readonly #timers = new Map<TreeNode | undefined, { dispose(): void }>();

  constructor(store: Store) {
    this.store = store;
    this.#subscription = store.onDidChange(change => this.#changed.fire(this.changedNode(change)));
  }

  /** What a branch holds. Rejects with a `Failure`, which the branch then shows. */
  protected abstract childrenOf(parent: BranchNode): Promise<TreeNode[]>;

  protected abstract itemOf(node: TreeNode): TreeItem;

  /** The node whose branch shows what has changed in the store; nothing for all of them. */
  protected abstract changedNode(change: Partial<SecretReference>): TreeNode | undefined;

  getTreeItem(node: TreeNode): TreeItem {
    const item = this.itemOf(node);
    item.id = nodeId(node);
    return item;
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    if (!parent) return this.#organizationNodes();
    if (!isBranch(parent)) return [];
    try {
      const children = await this.childrenOf(parent);
      return children.length > 0 ? children : [this.node({ kind: 'empty', parent })];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#askAfter(error, parent);
      return [this.node({ kind: 'failure', parent, failure: error })];
    }
  }

  getParent(node: TreeNode): TreeNode | undefined {
    const parent = parentOf(node);
    return parent && this.node(parent);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) timer.dispose();
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#stateChanged.dispose();
  }

  /** The one object for a node. What a node carries beside its id may have changed since. */
  protected node(node: TreeNode): TreeNode {
    const id = nodeId(node);
    const known = this.#nodes.get(id);
    if (known) return Object.assign(known, node);
    this.#nodes.set(id, node);
    return node;
  }

  /** The node with an id, if it was ever shown. */
  protected knownNode(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /** Has VS Code ask again for a node and what stands below it; for all without one. */
  protected ask(node?: TreeNode): void {
    this.#changed.fire(node);
  }

  /** A branch that met a rate limit goes on by itself when that is over. */
  #askAfter({ reason }: Failure, node: TreeNode | undefined): void {
    if (reason.kind !== 'rateLimited') return;
    this.#timers.get(node)?.dispose();
    const timer = afterLimit(reason.until, () => this.ask(node));
    this.#timers.set(node, timer);
  }

  async #organizationNodes(): Promise<TreeNode[]> {
    try {
      const organizations = await this.store.organizations();
      this.organizations = organizations.map(({ login }) => login);
      this.#stateChanged.fire(organizations.length > 0 ? 'ready' : 'noOrganizations');
      return this.organizations.map(organization => this.node({ kind: 'organization', organization }));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.organizations = [];
      this.#askAfter(error, undefined);
      this.#stateChanged.fire(error.reason.kind);
      return [];
    }
  }
}
