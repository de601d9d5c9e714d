import { EventEmitter, type TreeItem } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { Settings } from '../platform/settings';
import { secretCount } from '../labels/counts';
import { isStale } from '../model/age';
import { Failure } from '../model/failure';
import { type SecretId, secretIdOf, secretIn } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { ownerName, type StoreId, storeOf, userStore } from '../model/secretStore';
import type { Connections } from '../cache/connections';
import type { ShownOrganizations } from '../cache/shownOrganizations';
import type { Store } from '../cache/store';
import type { StoreChange } from '../cache/storeChange';
import { appItem, organizationItem, userItem } from './items';
import {
  type AppNode,
  type EmptyNode,
  nodeId,
  type OrganizationNode,
  type RepositoryNode,
  type SecretNode,
  type SecretsNode,
  type UserNode,
} from './nodes';
import { noNode, OrganizationsTree } from './organizationsTree';
import {
  noRepositoriesItem,
  noSecretsItem,
  noUserSecretsItem,
  repositoryItem,
  secretItem,
} from './secretItems';

type Branch = OrganizationNode | UserNode | AppNode | SecretNode;

/**
 * The Secrets view: organization, its apps if more than one is shown, their secrets, and the repositories that were
 * selected for each. Below the organizations stand the user's own secrets.
 */
export class SecretsTree extends OrganizationsTree<UserNode | AppNode | SecretNode, RepositoryNode> {
  readonly #pages: () => GitHubPages;
  readonly #settings: Settings;
  readonly #listed = new EventEmitter<void>();
  /** The list of a store's secrets has come, or how its secrets are shown has changed. */
  readonly onDidList = this.#listed.event;
  readonly #subscription;

  constructor(
    connections: Connections,
    settings: Settings,
    pages: () => GitHubPages,
    onUnexpected: (error: unknown) => void,
  ) {
    super(connections, views.secrets, onUnexpected);
    this.#pages = pages;
    this.#settings = settings;
    this.#subscription = settings.onDidChangeStaleAfter(() => {
      this.ask();
      this.#listed.fire();
    });
  }

  /** The node of a secret, to be revealed. */
  secretNode(secret: SecretId): SecretsNode {
    return this.node({ kind: 'secret', ...secretIdOf(secret) });
  }

  /** Resolves when the branch of a secret's list shows what the store knows. */
  async secretShown(id: SecretId): Promise<void> {
    const { owner } = id;
    if (owner.kind === 'user') await this.shown({ kind: 'user', login: owner.login });
    else await this.shown({ kind: 'organization', organization: ownerName(owner) });
    if (this.#hasAppRows && owner.kind === 'organization') await this.shown(appNode(id));
  }

  override getParent(node: SecretsNode): SecretsNode | undefined {
    return node.kind === 'secret' && node.owner.kind === 'organization' && this.#hasAppRows
      ? this.node(appNode(node))
      : super.getParent(node);
  }

  get staleAfterDays(): number {
    return this.#settings.staleAfterDays;
  }

  /** How many of the secrets that were listed are stale. */
  staleCount(): number {
    return this.organizations
      .flatMap(organization => this.#apps.map(app => storeOf(app, organization)))
      .flatMap(store => this.store?.knownSecrets(store) ?? [])
      .filter(secret => isStale(secret, this.staleAfterDays)).length;
  }

  override dispose(): void {
    super.dispose();
    this.#subscription.dispose();
    this.#listed.dispose();
  }

  override async getChildren(parent?: SecretsNode): Promise<SecretsNode[]> {
    const nodes = await super.getChildren(parent);
    const [first] = nodes;
    // The first organization is drawn expanded, so VS Code will ask for its secrets once it has drawn it. They are on
    // their way by then.
    if (first?.kind === 'organization' && !this.#hasAppRows && this.#countOf(first) === undefined)
      void super.getChildren(first);
    return nodes;
  }

  protected override topNodes(store: Store, { organizations, hidden }: ShownOrganizations): SecretsNode[] {
    const isEmpty = organizations.length === 0 && hidden === 0;
    const none = isEmpty ? [this.node({ kind: 'noOrganizations' })] : [];
    const own = store.apps.includes('codespaces') ? [this.node({ kind: 'user', login: store.user })] : [];
    return [...none, ...own];
  }

  protected override async childrenOf(parent: Branch, store: Store): Promise<SecretsNode[]> {
    switch (parent.kind) {
      case 'organization': {
        const { organization } = parent;
        if (store.apps.length === 1) return this.#secrets(this.#onlyStore(organization), store);
        return store.apps.map(app => this.node({ kind: 'app', organization, app }));
      }
      case 'user':
        return this.#secrets(userStore(parent.login), store);
      case 'app':
        return this.#secrets(storeOf(parent.app, parent.organization), store);
      case 'secret':
        return this.#repositories(parent, store);
    }
  }

  protected override itemOf(node: Branch | RepositoryNode | EmptyNode<Branch>): TreeItem {
    switch (node.kind) {
      case 'organization':
        return organizationItem(node, this.#countOf(node), node.organization === this.organizations[0]);
      case 'user':
        return userItem(node, this.#countOf(node));
      case 'app':
        return appItem(node, this.#countOf(node));
      case 'secret':
        return secretItem(node, {
          secret: this.store?.knownSecret(node),
          selected: this.store?.isPartial(node) ? undefined : this.store?.knownSelection(node)?.length,
          page: this.#pages().secrets(node),
          staleAfterDays: this.staleAfterDays,
        });
      case 'repository':
        return repositoryItem(node.repository);
      case 'empty':
        return this.#emptyItem(node.parent);
    }
  }

  protected override changedNode(change: StoreChange): SecretsNode | typeof noNode | undefined {
    switch (change.kind) {
      case 'everything':
        return undefined;
      case 'organization':
        return this.knownNode(change.organization);
      case 'user':
        return this.knownNode(nodeId({ kind: 'user', login: '' }));
      case 'list': {
        const { owner } = change.store;
        if (owner.kind === 'user') return this.knownNode(nodeId({ kind: 'user', login: owner.login }));
        // A repository's own secrets stand in the other view.
        if (owner.kind === 'repository') return noNode;
        const list = appNode(change.store);
        return this.knownNode(this.#hasAppRows ? nodeId(list) : list.organization);
      }
      case 'secret':
        return this.knownNode(nodeId({ kind: 'secret', ...change.secret }));
    }
  }

  get #apps(): readonly SecretApp[] {
    return this.store?.apps ?? [];
  }

  get #hasAppRows(): boolean {
    return this.#apps.length > 1;
  }

  /** The store of an organization whose secrets stand below it. */
  #onlyStore(organization: string): StoreId {
    return storeOf(this.#apps[0] ?? 'codespaces', organization);
  }

  async #secrets(id: StoreId, store: Store): Promise<SecretsNode[]> {
    const secrets = await store.secrets(id);
    this.#listed.fire();
    return secrets.map(({ name }) => this.secretNode(secretIn(id, name)));
  }

  async #repositories(node: SecretNode, store: Store): Promise<SecretsNode[]> {
    const secret = secretIdOf(node);
    const repositories = await store.selectedRepositories(secret);
    const failure = new Failure({ kind: 'listIncomplete' });
    return [
      ...repositories.map(repository => this.node({ kind: 'repository', secret, repository })),
      ...(store.isPartial(secret) ? [this.node({ kind: 'failure', parent: node, failure })] : []),
    ];
  }

  #emptyItem(parent: Branch): TreeItem {
    switch (parent.kind) {
      case 'user':
        return noUserSecretsItem(parent);
      case 'organization':
        return noSecretsItem(parent, this.#onlyStore(parent.organization).app);
      case 'app':
        return noSecretsItem(parent, parent.app);
      case 'secret':
        return noRepositoriesItem(parent);
    }
  }

  /** How many secrets stand below a branch, in words. */
  #countOf(node: OrganizationNode | UserNode | AppNode): string | undefined {
    if (node.kind === 'organization' && this.#hasAppRows) return undefined;
    const count = this.store?.knownCount(this.#storeOf(node));
    return count === undefined ? undefined : secretCount(count);
  }

  #storeOf(node: OrganizationNode | UserNode | AppNode): StoreId {
    switch (node.kind) {
      case 'organization':
        return this.#onlyStore(node.organization);
      case 'user':
        return userStore(node.login);
      case 'app':
        return storeOf(node.app, node.organization);
    }
  }
}

function appNode({ app, owner }: StoreId): AppNode {
  return { kind: 'app', organization: ownerName(owner), app };
}
