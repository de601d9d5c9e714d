import { Disposable, type TreeItem } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Settings } from '../platform/settings';
import { repositoryCount } from '../labels/counts';
import { secretsReceivedBy, receivedCounts } from '../model/access';
import type { Repository } from '../model/repository';
import type { Connections } from '../cache/connections';
import type { Store } from '../cache/store';
import { organizationOfChange, type StoreChange } from '../cache/storeChange';
import { organizationItem } from './items';
import type {
  EmptyNode,
  OrganizationNode,
  ReceivedSecretNode,
  RepositoriesNode,
  RepositoryBranchNode,
} from './nodes';
import { OrganizationsTree } from './organizationsTree';
import {
  noRepositoryBranchesItem,
  noReceivedSecretsItem,
  receivedSecretItem,
  repositoryBranchItem,
} from './repositoryBranchItems';

/** What the rows of an organization's repositories show beside the repositories themselves. */
interface Shown {
  /** How many secrets each receives, by the repository's id. */
  readonly counts: ReadonlyMap<number, number>;
  readonly isOpen: (repository: { readonly name: string }) => boolean;
}

/** The Repositories view: organization, its repositories, and the secrets that each receives. */
export class RepositoriesTree extends OrganizationsTree<RepositoryBranchNode, ReceivedSecretNode> {
  readonly #settings: Settings;
  readonly #openRepositories: OpenRepositories;
  readonly #pages: () => GitHubPages;
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: Disposable;

  constructor(
    connections: Connections,
    settings: Settings,
    openRepositories: OpenRepositories,
    pages: () => GitHubPages,
    onUnexpected: (error: unknown) => void,
  ) {
    super(connections, views.repositories, onUnexpected);
    this.#settings = settings;
    this.#openRepositories = openRepositories;
    this.#pages = pages;
    this.#subscriptions = Disposable.from(
      openRepositories.onDidChange(() => this.ask()),
      settings.onDidChangeStaleAfter(() => this.ask()),
    );
  }

  /** The node of a repository, to be revealed. */
  repositoryNode(organization: string, repository: Repository): RepositoriesNode {
    return this.node({ kind: 'repositoryBranch', organization, repository });
  }

  override dispose(): void {
    super.dispose();
    this.#subscriptions.dispose();
  }

  protected override async childrenOf(
    parent: OrganizationNode | RepositoryBranchNode,
    store: Store,
  ): Promise<RepositoriesNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#repositories(parent, store);
      case 'repositoryBranch':
        return this.#secrets(parent, store);
    }
  }

  protected override itemOf(
    node:
      | OrganizationNode
      | RepositoryBranchNode
      | ReceivedSecretNode
      | EmptyNode<OrganizationNode | RepositoryBranchNode>,
  ): TreeItem {
    switch (node.kind) {
      case 'organization': {
        const count = this.#shown.get(node.organization)?.counts.size;
        return organizationItem(node, count === undefined ? undefined : repositoryCount(count), false);
      }
      case 'repositoryBranch': {
        const shown = this.#shown.get(node.organization);
        const { repository } = node;
        return repositoryBranchItem(
          repository,
          shown?.counts.get(repository.id) ?? 0,
          !!shown?.isOpen(repository),
        );
      }
      case 'receivedSecret':
        return receivedSecretItem(node, {
          secret: this.store?.knownSecret(node),
          page: this.#pages().secrets(node),
          staleAfterDays: this.#settings.staleAfterDays,
          isAppShown: (this.store?.apps.length ?? 1) > 1,
        });
      case 'empty':
        return node.parent.kind === 'organization'
          ? noRepositoryBranchesItem()
          : noReceivedSecretsItem(node.parent);
    }
  }

  /** One secret's change may touch every repository of its organization. */
  protected override changedNode(change: StoreChange): RepositoriesNode | undefined {
    const organization = organizationOfChange(change);
    return organization === undefined ? undefined : this.knownNode(organization);
  }

  async #repositories(parent: OrganizationNode, store: Store): Promise<RepositoriesNode[]> {
    const { organization } = parent;
    const [access, isOpen] = await Promise.all([
      store.access(organization),
      this.#openRepositories.lookUp(organization),
    ]);
    this.#shown.set(organization, { counts: receivedCounts(access), isOpen });
    const { repositories, failures } = access;
    const openFirst = [...repositories.filter(isOpen), ...repositories.filter(it => !isOpen(it))];
    return [
      // Among thousands of repositories, nobody would see them at the end.
      ...failures.map(({ app, failure }) => this.node({ kind: 'failure', parent, app, failure })),
      ...openFirst.map(repository => this.node({ kind: 'repositoryBranch', organization, repository })),
    ];
  }

  async #secrets(
    { organization, repository }: RepositoryBranchNode,
    store: Store,
  ): Promise<RepositoriesNode[]> {
    const access = await store.access(organization);
    return secretsReceivedBy(access, repository).map(({ app, owner, name, why }) =>
      this.node({ kind: 'receivedSecret', app, owner, name, repository, why }),
    );
  }
}
