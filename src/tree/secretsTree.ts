import { EventEmitter, type TreeItem } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { Settings } from '../platform/settings';
import { secretCount } from '../labels/words';
import { isStale } from '../model/age';
import type { SecretReference } from '../model/secret';
import type { Connections } from '../cache/connections';
import type { Store } from '../cache/store';
import { failureItem, hiddenItem, loadingItem, organizationItem } from './items';
import type { BranchNode, OrganizationNode, SecretNode, TreeNode } from './nodes';
import { OrganizationsTree } from './organizationsTree';
import { noRepositoriesItem, noSecretsItem, repositoryItem, secretItem } from './secretItems';

/** The Secrets view: organization, its secrets, and the repositories that were selected for each. */
export class SecretsTree extends OrganizationsTree {
  readonly #pages: () => GitHubPages;
  readonly #settings: Settings;
  readonly #listed = new EventEmitter<void>();
  /** The list of an organization's secrets has come, or how its secrets are shown has changed. */
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
  secretNode({ organization, name }: SecretReference): TreeNode {
    return this.node({ kind: 'secret', organization, name });
  }

  /** How many of the secrets that were listed are stale. */
  staleCount(): number {
    const days = this.#settings.staleAfterDays;
    return this.organizations
      .flatMap(organization => this.store?.knownSecrets(organization) ?? [])
      .filter(secret => isStale(secret, days)).length;
  }

  override dispose(): void {
    super.dispose();
    this.#subscription.dispose();
    this.#listed.dispose();
  }

  protected override async childrenOf(parent: BranchNode, store: Store): Promise<TreeNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#secrets(parent, store);
      case 'secret':
        return this.#repositories(parent, store);
      case 'repositoryBranch':
        return [];
    }
  }

  protected override itemOf(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'organization':
        return this.#organizationItem(node);
      case 'secret':
      case 'receivedSecret':
        return secretItem(
          node,
          this.store?.knownSecret(node),
          this.#pages().secrets(node.organization),
          this.#settings.staleAfterDays,
        );
      case 'repository':
      case 'repositoryBranch':
        return repositoryItem(node.repository);
      case 'empty':
        return node.parent.kind === 'organization'
          ? noSecretsItem(node.parent)
          : noRepositoriesItem(node.parent);
      case 'loading':
        return loadingItem();
      case 'hidden':
        return hiddenItem(node.count);
      case 'failure':
        return failureItem(node);
    }
  }

  protected override changedNode({ organization, name }: Partial<SecretReference>): TreeNode | undefined {
    if (organization === undefined) return undefined;
    return this.knownNode(name === undefined ? organization : `${organization}/${name}`);
  }

  async #secrets({ organization }: OrganizationNode, store: Store): Promise<TreeNode[]> {
    const secrets = await store.secrets(organization);
    this.#listed.fire();
    return secrets.map(({ name }) => this.node({ kind: 'secret', organization, name }));
  }

  async #repositories({ organization, name }: SecretNode, store: Store): Promise<TreeNode[]> {
    const secret = { organization, name };
    const repositories = await store.selectedRepositories(secret);
    return repositories.map(repository => this.node({ kind: 'repository', secret, repository }));
  }

  #organizationItem(node: OrganizationNode): TreeItem {
    const count = this.store?.knownCount(node.organization);
    return organizationItem(
      node,
      count === undefined ? undefined : secretCount(count),
      node.organization === this.organizations[0],
    );
  }
}
