import {
  type AccessMatrix,
  listedIn,
  type ListedSecret,
  type ReceivedAccess,
  type SecretAccess,
  type SecretWithAccess,
} from '../model/access';
import type { AccessUpdate, GitHub, Saved } from '../model/gitHub';
import type { Change, SelectionChange } from '../model/plan';
import type { Repository, RepositoryDetails } from '../model/repository';
import { isAt, type Secret, type SecretId } from '../model/secret';
import type { SecretApp } from '../model/secretApp';
import { accessKind, type SecretOwner, type StoreId, storeOf, userStore } from '../model/secretStore';
import { AccessReads } from './accessReads';
import { CachedResource } from './cachedResource';
import { ConfirmedChanges } from './confirmedChanges';
import { type OfApps, ofApps } from './ofApps';
import { OwnerCaches } from './ownerCaches';
import { type Created, type CreationAttempts, SecretChanges } from './secretChanges';
import { type ChangedSelection, SelectionChanges } from './selectionChanges';
import { shownOrganizations, type ShownOrganizations } from './shownOrganizations';

/** What GitHub confirmed: that it listed something, or that it made a change. */
export type Confirmation = 'organizationsListed' | 'secretsListed' | 'valueRotated' | 'accessChanged';

/**
 * What is known of one connection's organizations, fetched when it is first asked for, and every change to it.
 * After a change the store holds what GitHub now says of what was changed, and has fetched nothing else.
 * Every method that returns a promise rejects with a `Failure`.
 */
export class Store {
  readonly #gitHub: GitHub;
  readonly #namedOrganizations: () => readonly string[];
  readonly #onConfirmed: (confirmation: Confirmation) => void;
  readonly #apps: () => readonly SecretApp[];
  readonly #owned = new CachedResource(() => this.#gitHub.organizations());
  readonly #caches: OwnerCaches;
  readonly #confirmed: ConfirmedChanges;
  readonly #access: AccessReads;
  readonly #secrets: SecretChanges;
  readonly #selections: SelectionChanges;
  readonly onDidChange: OwnerCaches['onDidChange'];
  /** The login of the account. */
  readonly user: string;

  /**
   * @param namedOrganizations the logins to show, read at each look; none: every owned one
   * @param onConfirmed called each time, also for what is known already
   * @param apps those that are shown, read at each look
   * @param user the login of the account
   */
  constructor(
    gitHub: GitHub,
    namedOrganizations: () => readonly string[],
    onConfirmed: (confirmation: Confirmation) => void = () => undefined,
    apps: () => readonly SecretApp[] = () => ['codespaces'],
    user = '',
  ) {
    this.user = user;
    this.#gitHub = gitHub;
    this.#namedOrganizations = namedOrganizations;
    this.#onConfirmed = onConfirmed;
    this.#apps = apps;
    this.#caches = new OwnerCaches(gitHub);
    this.#confirmed = new ConfirmedChanges(gitHub, this.#caches);
    this.#access = new AccessReads(gitHub, this.#caches, this.#confirmed);
    this.#secrets = new SecretChanges(gitHub, this.#confirmed);
    this.#selections = new SelectionChanges(gitHub, this.#caches, this.#confirmed);
    this.onDidChange = this.#caches.onDidChange;
  }

  /** Forgets all, since its account is no longer in use. */
  forget(): void {
    this.#owned.forget();
    this.#caches.forget();
  }

  /** Everything is asked for again when it is next looked at. */
  refresh(): void {
    this.#owned.invalidate();
    this.#caches.refresh();
  }

  /** One organization's secrets and their repositories are asked for again when they are next looked at. */
  refreshOrganization(organization: string): void {
    this.#caches.refreshOrganization(organization);
  }

  /** The user's own secrets are asked for again when they are next looked at. */
  refreshUser(): void {
    this.#caches.refreshUser();
  }

  /** The organizations to show. */
  async organizations(): Promise<ShownOrganizations> {
    const owned = await this.#telling('organizationsListed', this.#owned.load());
    return shownOrganizations(owned, this.#namedOrganizations());
  }

  /** The apps that are shown. */
  get apps(): readonly SecretApp[] {
    return this.#apps();
  }

  secrets(store: StoreId): Promise<Secret[]> {
    return this.#telling('secretsListed', this.#caches.secrets(store).load());
  }

  /** An organization's secrets of all shown apps, and why those of an app are missing. Rejects only if no app can be read. */
  listedSecrets(organization: string): Promise<OfApps<ListedSecret>> {
    return ofApps(this.#apps(), async app => {
      const store = storeOf(app, organization);
      return (await this.secrets(store)).map(secret => listedIn(store, secret));
    });
  }

  /** The secret of this name, or nothing where there is none: known from its list, or asked for. */
  async findSecret(id: SecretId): Promise<Secret | undefined> {
    const listed = this.#caches.secrets(id).current;
    if (listed) return listed.find(secret => isAt(id, secret));
    return this.#gitHub.findSecret(id);
  }

  selectedRepositories(reference: SecretId): Promise<Repository[]> {
    return this.#caches.selection(reference).load();
  }

  /**
   * All of the organization's repositories, archived ones among them.
   * @param onProgress called with how many were read so far, while they are
   */
  repositories(organization: string, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    return this.#caches.repositories(organization, onProgress);
  }

  /** The repositories that can be selected for an owner's secrets. `onProgress` as above. */
  selectable(owner: SecretOwner, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    return this.#caches.selectable(owner, onProgress);
  }

  /** Those of some repositories that an owner's secrets can be for no longer, as it is on GitHub now. */
  gone(owner: SecretOwner, repositories: readonly Repository[]): Promise<Repository[]> {
    return this.#caches.gone(owner, repositories);
  }

  /** One repository, whoever owns it and whatever it was called before. */
  repository(fullName: string): Promise<RepositoryDetails> {
    return this.#caches.repository(fullName).load();
  }

  /**
   * Who can read what in an organization, in all shown apps: one request for each page of secrets, repositories and
   * selections that is not known yet, as many side by side as the client allows.
   */
  access(organization: string): Promise<AccessMatrix> {
    return this.#telling('secretsListed', this.#access.matrix(organization, this.#apps()));
  }

  /**
   * What a repository receives of all shown apps, of its organization, itself and the user: by GitHub's own list where it
   * has one, and else by who can use each secret. Rejects with no failure.
   */
  received(organization: string, repository: Repository): Promise<ReceivedAccess> {
    return this.#access.received(organization, repository, { apps: this.#apps(), user: this.user });
  }

  /** The user's own Codespaces secrets with who can use them. Rejects with `scopeMissing` before they have given access. */
  userAccess(): Promise<readonly SecretWithAccess[]> {
    return this.#access.withAccess(userStore(this.user));
  }

  /** Who can use a secret on GitHub at this moment, whatever changes while it is read. */
  currentAccess(reference: SecretId): Promise<SecretAccess> {
    return this.#access.current(reference);
  }

  /** What was last seen of a secret. */
  knownSecret(reference: SecretId): Secret | undefined {
    return this.#caches.knownSecret(reference);
  }

  /** A store's secrets as they were last seen; none where they never were. */
  knownSecrets(store: StoreId): readonly Secret[] {
    return this.#caches.secrets(store).value ?? [];
  }

  /** The repositories that are selected for a secret, where that is known. */
  knownSelection(reference: SecretId): readonly Repository[] | undefined {
    return this.#caches.knownSelection(reference);
  }

  /** Whether more repositories are selected for a secret than GitHub was last seen to list. */
  isPartial(reference: SecretId): boolean {
    return this.#caches.isPartial(reference);
  }

  /** How many secrets a store was last seen to have. */
  knownCount(store: StoreId): number | undefined {
    return this.#caches.secrets(store).value?.length;
  }

  /** Fetches what values are sealed with, ahead of time. Rejects where the organization has no such secrets. */
  prepareSealing(store: StoreId): Promise<void> {
    return this.#gitHub.prepareSealing(store);
  }

  /**
   * Fetches what a rotation needs while its value is typed: the public key, and who can use the secret, which the
   * rotation then only has to ask whether it has changed.
   */
  async prepareRotation(reference: SecretId): Promise<void> {
    const hasAccess = accessKind(reference.owner) !== 'none';
    await Promise.all([
      this.prepareSealing(reference),
      ...(hasAccess ? [this.currentAccess(reference)] : []),
    ]);
  }

  /**
   * Creates a secret. One that is there already stays as it is: that is an `exists` failure. One that appears between
   * that look and the creation is replaced, which the answer tells. After an answer that was lost, the secret that is
   * there may be this flow's own, and is then made what it was to be.
   * @param attempts what the flow's earlier attempts to create this secret have left
   */
  createSecret(
    reference: SecretId,
    value: string,
    access: SecretAccess,
    attempts: CreationAttempts = { isUnanswered: false },
  ): Promise<Created> {
    return this.#secrets.create(reference, value, access, attempts);
  }

  /** Replaces the value. Who can use the secret stays the same. */
  rotateSecret(reference: SecretId, value: string): Promise<Saved> {
    return this.#telling('valueRotated', this.#secrets.rotate(reference, value));
  }

  /**
   * Changes who can use the secret. Gives who could right before.
   * @param access made from who can use it right before the change
   * @param value sent only where one is given, as GitHub can ask for
   */
  changeVisibility(reference: SecretId, access: AccessUpdate, value?: string): Promise<SecretAccess> {
    return this.#telling('accessChanged', this.#secrets.changeVisibility(reference, access, value));
  }

  deleteSecret(reference: SecretId): Promise<void> {
    return this.#secrets.delete(reference);
  }

  /** Call `settleAccess` after the last of a series. */
  addRepository(reference: SecretId, repository: Repository): Promise<void> {
    return this.#telling('accessChanged', this.#selections.add(reference, repository));
  }

  /** Call `settleAccess` after the last of a series. */
  removeRepository(reference: SecretId, repository: Repository): Promise<void> {
    return this.#telling('accessChanged', this.#selections.remove(reference, repository));
  }

  /**
   * Changes many repositories of a secret in one call. Gives the selection that this replaced, and those of the added
   * repositories that are gone. Call `settleAccess` after the last of a series.
   */
  changeSelection(change: SelectionChange): Promise<ChangedSelection> {
    return this.#telling('accessChanged', this.#selections.change(change));
  }

  /** Makes one change of a plan. Call `settleAccess` after the last for each secret. */
  async apply(change: Change): Promise<void> {
    switch (change.kind) {
      case 'add':
        return this.addRepository(change.secret, change.repository);
      case 'remove':
        return this.removeRepository(change.secret, change.repository);
      case 'selection':
        await this.changeSelection(change);
        return;
      case 'visibility':
        await this.changeVisibility(change.secret, () => change);
    }
  }

  /** Brings a secret up to date after a series of changes to its repositories. */
  settleAccess(reference: SecretId): Promise<void> {
    return this.#confirmed.settle(reference);
  }

  /** Gives an answer, and tells first that GitHub gave it. */
  async #telling<T>(confirmation: Confirmation, answer: Promise<T>): Promise<T> {
    const result = await answer;
    this.#onConfirmed(confirmation);
    return result;
  }
}
