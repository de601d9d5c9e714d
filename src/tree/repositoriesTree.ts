import { Disposable, type TreeItem, type Uri } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Settings } from '../platform/settings';
import { repositoryCount } from '../labels/words';
import { secretsReceivedBy, receivedCounts } from '../model/access';
import type { Secret, SecretReference } from '../model/secret';
import type { Connections } from '../cache/connections';
import type { Store } from '../cache/store';
import { failureItem, hiddenItem, loadingItem, organizationItem } from './items';
import type { BranchNode, OrganizationNode, RepositoryBranchNode, TreeNode } from './nodes';
import { OrganizationsTree } from './organizationsTree';
import {
  noRepositoryBranchesItem,
  nothingReceivedItem,
  receivedSecretItem,
  repositoryBranchItem,
} from './repositoryBranchItems';
import { repositoryItem, secretItem } from './secretItems';

/** What the rows of an organization's repositories show beside the repositories themselves. */
interface Shown {
  /** How many secrets each receives, by the repository's id. */
  readonly counts: ReadonlyMap<number, number>;
  readonly isOpen: (repository: { readonly name: string }) => boolean;
}

/** The Repositories view: organization, its repositories, and the secrets that each receives. */
export class RepositoriesTree extends OrganizationsTree {
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

  override dispose(): void {
    super.dispose();
    this.#subscriptions.dispose();
  }

  protected override async childrenOf(parent: BranchNode, store: Store): Promise<TreeNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#repositories(parent, store);
      case 'repositoryBranch':
        return this.#secrets(parent, store);
      case 'secret':
        return [];
    }
  }

  protected override itemOf(node: TreeNode): TreeItem {
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
        return receivedSecretItem(node, ...this.#secret(node));
      case 'secret':
        return secretItem(node, ...this.#secret(node));
      case 'repository':
        return repositoryItem(node.repository);
      case 'empty':
        return node.parent.kind === 'organization'
          ? noRepositoryBranchesItem()
          : nothingReceivedItem(node.parent);
      case 'loading':
        return loadingItem();
      case 'hidden':
        return hiddenItem(node.count);
      case 'failure':
        return failureItem(node);
    }
  }

  #secret(reference: SecretReference): [Secret | undefined, Uri, number] {
    const page = this.#pages().secrets(reference.organization);
    return [this.store?.knownSecret(reference), page, this.#settings.staleAfterDays];
  }

  /** One secret's change may touch every repository of its organization. */
  protected override changedNode({ organization }: Partial<SecretReference>): TreeNode | undefined {
    return organization === undefined ? undefined : this.knownNode(organization);
  }

  async #repositories({ organization }: OrganizationNode, store: Store): Promise<TreeNode[]> {
    const [access, isOpen] = await Promise.all([
      store.access(organization),
      this.#openRepositories.lookUp(organization),
    ]);
    this.#shown.set(organization, { counts: receivedCounts(access), isOpen });
    const { repositories } = access;
    const openFirst = [...repositories.filter(isOpen), ...repositories.filter(it => !isOpen(it))];
    return openFirst.map(repository => this.node({ kind: 'repositoryBranch', organization, repository }));
  }

  async #secrets({ organization, repository }: RepositoryBranchNode, store: Store): Promise<TreeNode[]> {
    const access = await store.access(organization);
    return secretsReceivedBy(access, repository).map(({ secret: { name }, why }) =>
      this.node({ kind: 'receivedSecret', organization, name, repository, why }),
    );
  }
}
