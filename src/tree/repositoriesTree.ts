import { Disposable, type TreeItem, type Uri } from 'vscode';
import type { GitHubPages } from '../host/gitHubPages';
import type { OpenRepositories } from '../host/openRepositories';
import type { Settings } from '../host/settings';
import { repositoryCount } from '../host/words';
import { receivedBy, receivedCounts } from '../model/reach';
import type { Secret, SecretReference } from '../model/secret';
import type { Store } from '../model/store';
import { failureItem, organizationItem } from './items';
import type { BranchNode, OrganizationNode, ReceiverNode, TreeNode } from './nodes';
import { OrganizationsTree } from './organizationsTree';
import { noReceiversItem, nothingReceivedItem, receivedItem, receiverItem } from './receiverItems';
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
    store: Store,
    settings: Settings,
    openRepositories: OpenRepositories,
    pages: () => GitHubPages,
  ) {
    super(store);
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

  protected override async childrenOf(parent: BranchNode): Promise<TreeNode[]> {
    switch (parent.kind) {
      case 'organization':
        return this.#repositories(parent);
      case 'receiver':
        return this.#secrets(parent);
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
      case 'receiver': {
        const shown = this.#shown.get(node.organization);
        const { repository } = node;
        return receiverItem(repository, shown?.counts.get(repository.id) ?? 0, !!shown?.isOpen(repository));
      }
      case 'received':
        return receivedItem(node, ...this.#secret(node));
      case 'secret':
        return secretItem(node, ...this.#secret(node));
      case 'repository':
        return repositoryItem(node.repository);
      case 'empty':
        return node.parent.kind === 'organization' ? noReceiversItem() : nothingReceivedItem(node.parent);
      case 'failure':
        return failureItem(node);
    }
  }

  #secret(reference: SecretReference): [Secret | undefined, Uri, number] {
    const page = this.#pages().secrets(reference.organization);
    return [this.store.knownSecret(reference), page, this.#settings.staleAfterDays];
  }

  /** One secret's change may touch every repository of its organization. */
  protected override changedNode({ organization }: Partial<SecretReference>): TreeNode | undefined {
    return organization === undefined ? undefined : this.knownNode(organization);
  }

  async #repositories(parent: OrganizationNode): Promise<TreeNode[]> {
    const { organization } = parent;
    const [access, isOpen] = await Promise.all([
      this.store.access(organization),
      this.#openRepositories.lookUp(organization),
    ]);
    const counts = receivedCounts(access);
    const isNew = this.#shown.get(organization)?.counts.size !== counts.size;
    this.#shown.set(organization, { counts, isOpen });
    // The organization's own row tells how many they are, which is known only now.
    if (isNew) this.ask(this.node(parent));
    const { repositories } = access;
    const openFirst = [...repositories.filter(isOpen), ...repositories.filter(it => !isOpen(it))];
    return openFirst.map(repository => this.node({ kind: 'receiver', organization, repository }));
  }

  async #secrets({ organization, repository }: ReceiverNode): Promise<TreeNode[]> {
    const access = await this.store.access(organization);
    return receivedBy(access, repository).map(({ secret: { name }, why }) =>
      this.node({ kind: 'received', organization, name, repository, why }),
    );
  }
}
