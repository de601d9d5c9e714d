import { EventEmitter, type TreeItem } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { Settings } from '../platform/settings';
import { secretCount } from '../labels/counts';
import { isStale } from '../model/age';
import type { SecretReference } from '../model/secret';
import type { Connections } from '../cache/connections';
import type { Store } from '../cache/store';
import { organizationItem } from './items';
import type { EmptyNode, OrganizationNode, RepositoryNode, SecretNode, SecretsNode } from './nodes';
import { OrganizationsTree } from './organizationsTree';
import { noRepositoriesItem, noSecretsItem, repositoryItem, secretItem } from './secretItems';

/** The Secrets view: organization, its secrets, and the repositories that were selected for each. */
export class SecretsTree extends OrganizationsTree<SecretNode, RepositoryNode> {
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
  secretNode({ organization, name }: SecretReference): SecretsNode {
    return this.node({ kind: 'secret', organization, name });
  }

  get staleAfterDays(): number {
    return this.#settings.staleAfterDays;
  }

  /** How many of the secrets that were listed are stale. */
  staleCount(): number {
    return this.organizations
      .flatMap(organization => this.store?.knownSecrets(organization) ?? [])
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
    if (first?.kind === 'organization' && this.store?.knownCount(first.organization) === undefined)
      void super.getChildren(first);
    return nodes;
  }

  protected override async childrenOf(
    parent: OrganizationNode | SecretNode,
    store: Store,
  ): Promise<SecretsNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#secrets(parent, store);
      case 'secret':
        return this.#repositories(parent, store);
    }
  }

  protected override itemOf(
    node: OrganizationNode | SecretNode | RepositoryNode | EmptyNode<OrganizationNode | SecretNode>,
  ): TreeItem {
    switch (node.kind) {
      case 'organization':
        return this.#organizationItem(node);
      case 'secret':
        return secretItem(node, {
          secret: this.store?.knownSecret(node),
          selected: this.store?.knownSelection(node)?.length,
          page: this.#pages().secrets(node.organization),
          staleAfterDays: this.staleAfterDays,
        });
      case 'repository':
        return repositoryItem(node.repository);
      case 'empty':
        return node.parent.kind === 'organization'
          ? noSecretsItem(node.parent)
          : noRepositoriesItem(node.parent);
    }
  }

  protected override changedNode({ organization, name }: Partial<SecretReference>): SecretsNode | undefined {
    if (organization === undefined) return undefined;
    return this.knownNode(name === undefined ? organization : `${organization}/${name}`);
  }

  async #secrets({ organization }: OrganizationNode, store: Store): Promise<SecretsNode[]> {
    const secrets = await store.secrets(organization);
    this.#listed.fire();
    return secrets.map(({ name }) => this.node({ kind: 'secret', organization, name }));
  }

  async #repositories({ organization, name }: SecretNode, store: Store): Promise<SecretsNode[]> {
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
