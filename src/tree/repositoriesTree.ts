import { Disposable, type TreeItem } from 'vscode';
import { views } from '../manifest';
import type { GitHubPages } from '../platform/gitHubPages';
import type { OpenRepositories } from '../platform/openRepositories';
import type { Settings } from '../platform/settings';
import { repositoryCount } from '../labels/counts';
import type { Repository } from '../model/repository';
import type { SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { accountOf } from '../model/secretStore';
import type { Connections } from '../cache/connections';
import { isFailure } from '../model/failure';
import type { ShownOrganizations } from '../cache/shownOrganizations';
import type { Store } from '../cache/store';
import { organizationOfChange, type StoreChange } from '../cache/storeChange';
import { organizationItem } from './items';
import {
  type EmptyNode,
  nodeId,
  type OrganizationNode,
  type ReceivedSecretNode,
  type RepositoriesNode,
  type RepositoryBranchNode,
} from './nodes';
import { type IsOpen, OpenMarks } from './openMarks';
import { OrganizationsTree } from './organizationsTree';
import { OtherOwners } from './otherOwners';
import { overview } from './repositoriesOverview';
import {
  noRepositoryBranchesItem,
  noReceivedSecretsItem,
  receivedSecretItem,
  repositoryBranchItem,
} from './repositoryBranchItems';

/** What the rows of an organization's repositories show beside the repositories themselves. */
interface Shown {
  /** How many there are, if all can be listed. */
  readonly total: number | undefined;
  /** How many secrets each receives, by the repository's id, as far as that is known. */
  readonly counts: Map<number, number>;
  /** The apps that can't be listed, which is said above the repositories. */
  readonly missing: ReadonlySet<SecretApp>;
  readonly isOpen: IsOpen;
}

/**
 * The Repositories view: organization, its repositories, and the secrets that each receives. Of owners whose repositories
 * can't be listed, such as an organization that the user does not own, it shows those that are open in the window.
 */
export class RepositoriesTree extends OrganizationsTree<RepositoryBranchNode, ReceivedSecretNode> {
  readonly #settings: Settings;
  readonly #openMarks: OpenMarks;
  readonly #pages: () => GitHubPages;
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: Disposable;
  readonly #others: OtherOwners;

  constructor(
    connections: Connections,
    settings: Settings,
    openRepositories: OpenRepositories,
    pages: () => GitHubPages,
    onUnexpected: (error: unknown) => void,
  ) {
    super(connections, views.repositories, onUnexpected);
    this.#settings = settings;
    this.#openMarks = new OpenMarks(openRepositories, organization => {
      const node = this.knownNode(organization);
      if (node) this.ask(node);
    });
    this.#pages = pages;
    this.#others = new OtherOwners(openRepositories, {
      onFound: () => this.ask(),
      onUnexpected,
    });
    this.#subscriptions = Disposable.from(
      openRepositories.onDidChange(() => {
        this.#others.forget();
        this.ask();
      }),
      settings.onDidChangeStaleAfter(() => this.ask()),
    );
  }

  /** The node of a repository, to be revealed. */
  repositoryNode(organization: string, repository: Repository): RepositoriesNode {
    return this.node({ kind: 'repositoryBranch', organization, repository });
  }

  /** The node of a repository's own secret, once its branch shows what the store knows; nothing where it is not shown. */
  async ownSecretShown({ app, owner, name }: SecretId): Promise<RepositoriesNode | undefined> {
    if (owner.kind !== 'repository') return undefined;
    const organization = accountOf(owner) ?? '';
    await this.shown({ kind: 'organization', organization });
    const branch = this.knownNode(`${organization}/${owner.id}`);
    if (branch?.kind !== 'repositoryBranch') return undefined;
    await this.shown(branch);
    return this.knownNode(`${nodeId(branch)}/${owner.kind}/${app}/${name}`);
  }

  override dispose(): void {
    super.dispose();
    this.#subscriptions.dispose();
  }

  protected override topNodes(store: Store, { organizations }: ShownOrganizations): RepositoriesNode[] {
    const logins = organizations.map(({ login }) => login);
    return this.#others
      .found(store, logins)
      .map(organization => this.node({ kind: 'organization', organization }));
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
        const count = this.#shown.get(node.organization)?.total;
        const isOther = !this.organizations.includes(node.organization);
        return organizationItem(
          node,
          count === undefined ? undefined : repositoryCount(count),
          false,
          isOther,
        );
      }
      case 'repositoryBranch': {
        const shown = this.#shown.get(node.organization);
        const { repository } = node;
        return repositoryBranchItem(
          repository,
          shown?.counts.get(repository.id),
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
    if (change.kind === 'everything') this.#others.forget();
    const organization = organizationOfChange(change);
    return organization === undefined ? undefined : this.knownNode(organization);
  }

  async #repositories(parent: OrganizationNode, store: Store): Promise<RepositoriesNode[]> {
    const { organization } = parent;
    if (!this.organizations.includes(organization)) return this.#openBranches(organization, store);
    try {
      return await this.#allBranches(parent, store);
    } catch (error) {
      if (!isFailure(error)) throw error;
      const open = await this.#openBranches(organization, store);
      return [this.node({ kind: 'failure', parent, failure: error }), ...open];
    }
  }

  /** The repositories that are open in the window, and that the user can write to. */
  async #openBranches(organization: string, store: Store): Promise<RepositoriesNode[]> {
    const open = await this.#others.repositories(store, organization);
    this.#shown.set(organization, {
      total: undefined,
      counts: new Map(),
      missing: new Set(),
      isOpen: () => true,
    });
    return open.map(repository => this.node({ kind: 'repositoryBranch', organization, repository }));
  }

  async #allBranches(parent: OrganizationNode, store: Store): Promise<RepositoriesNode[]> {
    const { organization } = parent;
    const [{ repositories, failures, counts }, isOpen] = await this.#openMarks.whileLoading(
      organization,
      overview(store, organization),
    );
    const missing = new Set(failures.map(({ app }) => app));
    this.#shown.set(organization, { total: repositories.length, counts, missing, isOpen });
    const openFirst = [...repositories.filter(isOpen), ...repositories.filter(it => !isOpen(it))];
    return [
      // Among thousands of repositories, nobody would see them at the end.
      ...failures.map(({ app, failure }) => this.node({ kind: 'failure', parent, app, failure })),
      ...openFirst.map(repository => this.node({ kind: 'repositoryBranch', organization, repository })),
    ];
  }

  async #secrets(parent: RepositoryBranchNode, store: Store): Promise<RepositoriesNode[]> {
    const { organization, repository } = parent;
    const { secrets, failures } = await store.received(organization, repository);
    const shown = this.#shown.get(organization);
    const untold = failures.filter(
      ({ app, ownerKind }) => ownerKind !== undefined || !shown?.missing.has(app),
    );
    // Without them, this is not how many it receives.
    if (untold.length === 0) shown?.counts.set(repository.id, secrets.length);
    else shown?.counts.delete(repository.id);
    return [
      ...untold.map(({ app, ownerKind, failure }) =>
        this.node({ kind: 'failure', parent, app, ownerKind, failure }),
      ),
      ...secrets.map(({ app, owner, name, why, isHidden }) =>
        this.node({
          kind: 'receivedSecret',
          app,
          owner,
          name,
          organization,
          repository,
          why,
          isHidden: isHidden === true,
        }),
      ),
    ];
  }
}
