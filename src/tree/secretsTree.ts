import { EventEmitter, type TreeItem } from 'vscode';
import type { GitHubPages } from '../host/gitHubPages';
import type { Settings } from '../host/settings';
import { secretCount } from '../host/words';
import { isStale } from '../model/age';
import type { SecretReference } from '../model/secret';
import type { Store } from '../model/store';
import { failureItem, organizationItem } from './items';
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
  /** The counts of secrets that the organizations' rows show; a row may show none. */
  readonly #counts = new Map<string, number | undefined>();

  constructor(store: Store, settings: Settings, pages: () => GitHubPages) {
    super(store);
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
      .flatMap(organization => this.store.knownSecrets(organization))
      .filter(secret => isStale(secret, days)).length;
  }

  override dispose(): void {
    super.dispose();
    this.#subscription.dispose();
    this.#listed.dispose();
  }

  protected override async childrenOf(parent: BranchNode): Promise<TreeNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#secrets(parent);
      case 'secret':
        return this.#repositories(parent);
      case 'receiver':
        return [];
    }
  }

  protected override itemOf(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'organization':
        return this.#organizationItem(node);
      case 'secret':
      case 'received':
        return secretItem(
          node,
          this.store.knownSecret(node),
          this.#pages().secrets(node.organization),
          this.#settings.staleAfterDays,
        );
      case 'repository':
      case 'receiver':
        return repositoryItem(node.repository);
      case 'empty':
        return node.parent.kind === 'organization'
          ? noSecretsItem(node.parent)
          : noRepositoriesItem(node.parent);
      case 'failure':
        return failureItem(node);
    }
  }

  protected override changedNode({ organization, name }: Partial<SecretReference>): TreeNode | undefined {
    if (organization === undefined) return undefined;
    return this.knownNode(name === undefined ? organization : `${organization}/${name}`);
  }

  async #secrets(parent: OrganizationNode): Promise<TreeNode[]> {
    const { organization } = parent;
    const secrets = await this.store.secrets(organization);
    // The organization's own row tells the count, which is known only now.
    if (this.#counts.get(organization) !== secrets.length) this.ask(this.node(parent));
    this.#listed.fire();
    return secrets.map(({ name }) => this.node({ kind: 'secret', organization, name }));
  }

  async #repositories({ organization, name }: SecretNode): Promise<TreeNode[]> {
    const secret = { organization, name };
    const repositories = await this.store.selectedRepositories(secret);
    return repositories.map(repository => this.node({ kind: 'repository', secret, repository }));
  }

  #organizationItem(node: OrganizationNode): TreeItem {
    const count = this.store.knownCount(node.organization);
    this.#counts.set(node.organization, count);
    return organizationItem(
      node,
      count === undefined ? undefined : secretCount(count),
      node.organization === this.organizations[0],
    );
  }
}
