import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem, window } from 'vscode';
import { afterLimit } from '../model/afterLimit';
import type { Connections } from '../cache/connections';
import type { Subscription } from '../model/event';
import { Failure, isFailure } from '../model/failure';
import type { StoreChange } from '../cache/storeChange';
import type { ShownOrganizations } from '../cache/shownOrganizations';
import type { Store } from '../cache/store';
import { failureItem, hiddenItem, loadingItem, noOrganizationsItem } from './items';
import {
  type AppNode,
  type EmptyNode,
  isBranch,
  type LeafNode,
  nodeId,
  type OrganizationNode,
  parentOf,
  type RepositoryBranchNode,
  type SecretNode,
  type UserNode,
  type ViewNode,
} from './nodes';

/** What a view as a whole shows where it has no items: its welcome content is chosen by it. */
export type TreeState = 'ready' | 'noOrganizations' | Failure['reason']['kind'];

/** What stands under an organization, and has something under it. */
type InnerNode = UserNode | AppNode | SecretNode | RepositoryBranchNode;

/** Says that a change touches nothing that a view shows. */
export const noNode = Symbol('no node');

type NodeOf<Inner, Leaf> = ViewNode<OrganizationNode | Inner, Leaf>;

/** What a branch shows, and whether that is what the store knows. */
interface BranchState<Node> {
  /** What was last fetched; shown until something newer is there. */
  shown: Node[] | undefined;
  isCurrent: boolean;
  /** Settles when it is current. */
  loading: Promise<void> | undefined;
  /** Whether it was drawn before it was current, so that it is drawn again then. */
  isLate: boolean;
}

/** How long a branch keeps VS Code waiting for what GitHub has, in milliseconds: drawing it twice is worse than that. */
const patience = 500;

/**
 * What the views have in common: organizations at the top, and below them branches that load, are empty, or fail.
 * VS Code draws nothing of a view before all its open branches have answered, so a slow branch does not keep it waiting:
 * it answers with what it has, and is drawn again by itself when there is more.
 */
export abstract class OrganizationsTree<Inner extends InnerNode, Leaf extends LeafNode>
  implements TreeDataProvider<NodeOf<Inner, Leaf>>, Disposable
{
  /** The logins that stand at the top. */
  protected organizations: readonly string[] = [];
  readonly #connections: Connections;
  readonly #viewId: string;
  readonly #onUnexpected: (error: unknown) => void;
  /** VS Code knows a node by its object, so that there is one for each id. */
  readonly #nodes = new Map<string, NodeOf<Inner, Leaf>>();
  readonly #branches = new Map<string, BranchState<NodeOf<Inner, Leaf>>>();
  /** What VS Code last drew beside the name of each node, by its id. */
  readonly #drawn = new Map<string, TreeItem['description']>();
  readonly #changed = new EventEmitter<NodeOf<Inner, Leaf> | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #stateChanged = new EventEmitter<TreeState>();
  readonly onDidChangeState = this.#stateChanged.event;
  readonly #subscription: Subscription;
  /** When branches that met a rate limit are asked for again, by the id of their node. */
  readonly #timers = new Map<string, { dispose(): void }>();
  /** The connection that the nodes are of. */
  #shownConnection: string | undefined;

  /** @param onUnexpected called with an error that nobody foresaw */
  constructor(connections: Connections, viewId: string, onUnexpected: (error: unknown) => void) {
    this.#connections = connections;
    this.#viewId = viewId;
    this.#onUnexpected = onUnexpected;
    this.#shownConnection = connections.current?.id;
    this.#subscription = connections.onDidChange(change => this.#take(change));
  }

  /** The store of the connection in use; nothing where there is none. */
  protected get store(): Store | undefined {
    return this.#connections.current?.store;
  }

  /** What a branch holds. Rejects with a `Failure`, which the branch then shows. */
  protected abstract childrenOf(
    parent: OrganizationNode | Inner,
    store: Store,
  ): Promise<NodeOf<Inner, Leaf>[]>;

  /** The item of a node that this view alone knows how to show. */
  protected abstract itemOf(
    node: OrganizationNode | Inner | Leaf | EmptyNode<OrganizationNode | Inner>,
  ): TreeItem;

  /** The node whose branch shows what has changed in the store; nothing for all of them. */
  protected abstract changedNode(change: StoreChange): NodeOf<Inner, Leaf> | typeof noNode | undefined;

  /** What stands at the top besides the organizations. */
  protected abstract topNodes(store: Store, shown: ShownOrganizations): NodeOf<Inner, Leaf>[];

  getTreeItem(node: NodeOf<Inner, Leaf>): TreeItem {
    const item = this.#itemOf(node);
    item.id = nodeId(node);
    this.#drawn.set(item.id, item.description);
    return item;
  }

  async getChildren(parent?: NodeOf<Inner, Leaf>): Promise<NodeOf<Inner, Leaf>[]> {
    if (!parent) return this.#topNodes();
    if (!isBranch<OrganizationNode | Inner>(parent)) return [];
    const branch = this.#branch(parent);
    if (!branch.isCurrent || branch.loading) {
      branch.loading ??= this.#load(parent, branch);
      await Promise.race([branch.loading, new Promise(resolve => setTimeout(resolve, patience))]);
      branch.isLate = this.#branch(parent).loading !== undefined;
    }
    return branch.shown ?? [this.node({ kind: 'loading', parent })];
  }

  /** Resolves when a branch shows what the store knows. */
  async shown(branch: OrganizationNode | Inner): Promise<void> {
    const parent = this.node(branch);
    await this.getChildren(parent);
    await this.#branches.get(nodeId(parent))?.loading;
  }

  getParent(node: NodeOf<Inner, Leaf>): NodeOf<Inner, Leaf> | undefined {
    // What a node of this view stands under is of this view, too, which the compiler cannot know.
    const parent = parentOf(node) as OrganizationNode | Inner | undefined;
    return parent && this.node(parent);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) timer.dispose();
    this.#subscription.dispose();
    this.#changed.dispose();
    this.#stateChanged.dispose();
  }

  /** The one object for a node. What a node carries beside its id may have changed since. */
  protected node(node: NodeOf<Inner, Leaf>): NodeOf<Inner, Leaf> {
    const id = nodeId(node);
    const known = this.#nodes.get(id);
    if (known) return Object.assign(known, node);
    this.#nodes.set(id, node);
    return node;
  }

  /** The node with an id, if it was ever shown. */
  protected knownNode(id: string): NodeOf<Inner, Leaf> | undefined {
    return this.#nodes.get(id);
  }

  /** Has a branch and all below it be fetched and drawn again; all of them without one. */
  protected ask(node?: NodeOf<Inner, Leaf>): void {
    const prefix = node && nodeId(node);
    for (const [id, branch] of this.#branches)
      if (prefix === undefined || id === prefix || id.startsWith(`${prefix}/`)) branch.isCurrent = false;
    this.#changed.fire(node);
  }

  #itemOf(node: NodeOf<Inner, Leaf>): TreeItem {
    if (node.kind === 'loading') return loadingItem();
    if (node.kind === 'hidden') return hiddenItem(node.count);
    if (node.kind === 'noOrganizations') return noOrganizationsItem();
    return node.kind === 'failure' ? failureItem(node) : this.itemOf(node);
  }

  /** What was shown of another connection is not this one's. */
  #take(change: StoreChange): void {
    const id = this.#connections.current?.id;
    if (id !== this.#shownConnection) {
      this.#shownConnection = id;
      this.#nodes.clear();
      this.#branches.clear();
    }
    const changed = this.changedNode(change);
    if (changed !== noNode) this.ask(changed);
  }

  #branch(parent: OrganizationNode | Inner): BranchState<NodeOf<Inner, Leaf>> {
    const id = nodeId(parent);
    const branch = this.#branches.get(id) ?? {
      shown: undefined,
      isCurrent: false,
      loading: undefined,
      isLate: false,
    };
    this.#branches.set(id, branch);
    return branch;
  }

  /** Fetches a branch, once at a time, until nothing has changed meanwhile, and has it drawn. */
  async #load(parent: OrganizationNode | Inner, branch: BranchState<NodeOf<Inner, Leaf>>): Promise<void> {
    await window.withProgress({ location: { viewId: this.#viewId } }, async () => {
      while (!branch.isCurrent) {
        branch.isCurrent = true;
        branch.shown = await this.#childrenOf(parent);
      }
    });
    branch.loading = undefined;
    const id = nodeId(parent);
    if (this.#branches.get(id) !== branch) return;
    // The row itself tells how much there is, which is known only now.
    const isRowOld = this.#drawn.has(id) && this.#drawn.get(id) !== this.#itemOf(parent).description;
    if (branch.isLate || isRowOld) this.#changed.fire(parent);
    branch.isLate = false;
  }

  async #childrenOf(parent: OrganizationNode | Inner): Promise<NodeOf<Inner, Leaf>[]> {
    try {
      const children = await this.childrenOf(parent, this.#connections.required.store);
      for (const child of children) if (child.kind === 'failure') this.#askAfter(child.failure, parent);
      return children.length > 0 ? children : [this.node({ kind: 'empty', parent })];
    } catch (error) {
      const failure = this.#failureOf(error);
      this.#askAfter(failure, parent);
      return [this.node({ kind: 'failure', parent, failure })];
    }
  }

  #failureOf(error: unknown): Failure {
    if (isFailure(error)) return error;
    this.#onUnexpected(error);
    return new Failure({ kind: 'broken' });
  }

  /** A branch that met a rate limit goes on by itself when that is over; all of them without one. */
  #askAfter({ reason }: Failure, node: NodeOf<Inner, Leaf> | undefined): void {
    if (reason.kind !== 'rateLimited') return;
    const id = node ? nodeId(node) : '';
    this.#timers.get(id)?.dispose();
    this.#timers.set(
      id,
      afterLimit(reason.until, () => this.ask(node)),
    );
  }

  async #topNodes(): Promise<NodeOf<Inner, Leaf>[]> {
    try {
      const { store } = await this.#connections.opened();
      const shown = await store.organizations();
      if (store !== this.store) return await this.#topNodes();
      const { organizations, hidden } = shown;
      this.organizations = organizations.map(({ login }) => login);
      const nodes = this.organizations.map(organization => this.node({ kind: 'organization', organization }));
      if (hidden > 0) nodes.push(this.node({ kind: 'hidden', count: hidden }));
      this.#stateChanged.fire(nodes.length > 0 ? 'ready' : 'noOrganizations');
      return [...nodes, ...this.topNodes(store, shown)];
    } catch (error) {
      const failure = this.#failureOf(error);
      this.organizations = [];
      this.#askAfter(failure, undefined);
      this.#stateChanged.fire(failure.reason.kind);
      return [];
    }
  }
}
