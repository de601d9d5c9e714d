import { Emitter } from './event';
import { Failure, isFailure, isUncertain } from './failure';
import type { GitHub } from './gitHub';
import type { Organization } from './organization';
import type { Change } from './plan';
import type { Access, Reach, ReachingSecret } from './reach';
import { Remote } from './remote';
import { byName, type Repository } from './repository';
import type { Secret, SecretChange, SecretReference, Visibility } from './secret';

/** What changed: a secret with its repositories, an organization's list of secrets, or, with neither, everything. */
export type StoreChange = Partial<SecretReference>;

/** What is kept of one organization. */
interface Shelf {
  readonly secrets: Remote<Secret[]>;
  readonly repositories: Remote<Repository[]>;
  readonly selections: Map<string, Remote<Repository[]>>;
  /** The names of secrets that were to be created, and of which GitHub's answer was lost. */
  readonly unansweredCreations: Set<string>;
}

/**
 * What is known of one account's organizations, fetched when it is first asked for, and every change to it.
 * After a change the store holds what GitHub now says of what was changed, and has fetched nothing else.
 * Every method that returns a promise rejects with a `Failure`.
 */
export class Store {
  readonly #changed = new Emitter<StoreChange>();
  readonly onDidChange = this.#changed.event;
  readonly #namedOrganizations: () => readonly string[];
  readonly #opened: Promise<void>;
  #gitHub: GitHub | undefined;
  #owned = new Remote<Organization[]>(() => this.gitHub.organizations());
  readonly #shelves = new Map<string, Shelf>();

  /**
   * @param opened settles when it is known whether an account is connected
   * @param namedOrganizations the logins to show, read at each look; none: every owned one
   */
  constructor(opened: Promise<void>, namedOrganizations: () => readonly string[]) {
    this.#opened = opened;
    this.#namedOrganizations = namedOrganizations;
  }

  /** Forgets all, and goes on with another account, or with none. */
  connect(gitHub: GitHub | undefined): void {
    this.#gitHub = gitHub;
    this.#owned = new Remote(() => this.gitHub.organizations());
    this.#shelves.clear();
    this.#changed.fire({});
  }

  /** The account's GitHub. Throws a `signedOut` failure where there is none. */
  get gitHub(): GitHub {
    if (!this.#gitHub) throw new Failure({ kind: 'signedOut' });
    return this.#gitHub;
  }

  get isConnected(): boolean {
    return this.#gitHub !== undefined;
  }

  /** The organizations to show. Those that the setting names are shown whether the account owns them or not. */
  async organizations(): Promise<Organization[]> {
    await this.#opened;
    const account = this.#owned;
    const owned = await account.load();
    if (account !== this.#owned) return this.organizations();
    const named = this.#namedOrganizations();
    if (named.length === 0) return owned;
    return named.map(login => owned.find(it => it.login.toLowerCase() === login.toLowerCase()) ?? { login });
  }

  secrets(organization: string): Promise<Secret[]> {
    return this.#shelf(organization).secrets.load();
  }

  selectedRepositories(reference: SecretReference): Promise<Repository[]> {
    return this.#selection(reference).load();
  }

  /** All of the organization's repositories, archived ones among them. */
  repositories(organization: string): Promise<Repository[]> {
    return this.#shelf(organization).repositories.load();
  }

  /**
   * Who can read what in an organization: one request for each page of secrets, repositories and selections that is
   * not known yet, as many side by side as the client allows.
   */
  async access(organization: string): Promise<Access> {
    try {
      return await this.#access(organization);
    } catch (error) {
      if (!isFailure(error, 'notFound', 'conflict')) throw error;
      // Since the list was read, a secret was deleted or has gone over to another visibility.
      this.#shelf(organization).secrets.expire();
      this.#changed.fire({ organization });
      return this.#access(organization);
    }
  }

  async #access(organization: string): Promise<Access> {
    const [secrets, repositories] = await Promise.all([
      this.secrets(organization).then(all =>
        Promise.all(all.map(secret => this.#reaching(organization, secret))),
      ),
      this.repositories(organization),
    ]);
    return { organization, secrets, repositories };
  }

  /** Who receives a secret on GitHub now. */
  async currentReach(reference: SecretReference): Promise<Reach> {
    const { visibility } = await this.#tracked(reference, () => this.gitHub.secret(reference));
    return {
      visibility,
      selection: visibility === 'selected' ? await this.#currentSelection(reference) : [],
    };
  }

  /** What was last seen of a secret. */
  knownSecret({ organization, name }: SecretReference): Secret | undefined {
    return this.#shelf(organization).secrets.value?.find(secret => secret.name === name);
  }

  /** The organization's secrets as they were last seen; none where they never were. */
  knownSecrets(organization: string): readonly Secret[] {
    return this.#shelf(organization).secrets.value ?? [];
  }

  /** How many secrets the organization was last seen to have. */
  knownCount(organization: string): number | undefined {
    return this.#shelf(organization).secrets.value?.length;
  }

  /** Everything is asked for again when it is next looked at. */
  refresh(): void {
    this.#owned.expire();
    for (const organization of this.#shelves.keys()) this.#expire(organization);
    this.#changed.fire({});
  }

  /** One organization's secrets and their repositories are asked for again when they are next looked at. */
  refreshOrganization(organization: string): void {
    this.#expire(organization);
    this.#changed.fire({ organization });
  }

  /**
   * Creates a secret. One that somebody else has created meanwhile stays as it is: that is an `exists` failure. After
   * an answer that was lost it may be this account's own, and is then made what it was to be.
   */
  async createSecret(
    reference: SecretReference,
    value: string,
    visibility: Visibility,
    selection: readonly Repository[] = [],
  ): Promise<void> {
    const unanswered = this.#shelf(reference.organization).unansweredCreations;
    if (!unanswered.has(reference.name))
      await this.#tracked(reference, async () => {
        if (await this.gitHub.hasSecret(reference)) throw new Failure({ kind: 'exists' });
      });
    try {
      await this.#put(reference, { visibility, selection }, value);
      unanswered.delete(reference.name);
    } catch (error) {
      if (isFailure(error) && isUncertain(error)) unanswered.add(reference.name);
      throw error;
    }
  }

  /** Replaces the value; visibility and selection are read first and sent along as they stand. */
  async rotateSecret(reference: SecretReference, value: string): Promise<void> {
    await this.#put(reference, await this.currentReach(reference), value);
  }

  /** Changes who receives the secret. A value is sent only where one is given, as GitHub may ask for. */
  async changeVisibility(
    reference: SecretReference,
    visibility: Visibility,
    selection: readonly Repository[] = [],
    value?: string,
  ): Promise<void> {
    await this.#put(reference, { visibility, selection }, value);
  }

  async deleteSecret(reference: SecretReference): Promise<void> {
    await this.#tracked(reference, () => this.gitHub.deleteSecret(reference));
    const shelf = this.#shelf(reference.organization);
    shelf.selections.delete(reference.name);
    shelf.secrets.update(secrets => secrets.filter(({ name }) => name !== reference.name));
    this.#changed.fire({ organization: reference.organization });
  }

  /** Call `settleAccess` after the last of a series. */
  async addRepository(reference: SecretReference, repository: Repository): Promise<void> {
    await this.#tracked(reference, () => this.gitHub.addSelectedRepository(reference, repository.id));
    this.#selection(reference).update(known =>
      [...known.filter(({ id }) => id !== repository.id), repository].sort(byName),
    );
  }

  /** Call `settleAccess` after the last of a series. */
  async removeRepository(reference: SecretReference, repository: Repository): Promise<void> {
    await this.#tracked(reference, () => this.gitHub.removeSelectedRepository(reference, repository.id));
    this.#selection(reference).update(known => known.filter(({ id }) => id !== repository.id));
  }

  /** Makes one change of a plan. Call `settleAccess` after the last for each secret. */
  async apply(change: Change): Promise<void> {
    switch (change.kind) {
      case 'add':
        return this.addRepository(change.secret, change.repository);
      case 'remove':
        return this.removeRepository(change.secret, change.repository);
      case 'visibility':
        return this.changeVisibility(change.secret, change.visibility, change.selection);
    }
  }

  /** Brings a secret up to date after a series of changes to its repositories. */
  async settleAccess(reference: SecretReference): Promise<void> {
    await this.#settle(reference, undefined);
  }

  async #reaching(organization: string, secret: Secret): Promise<ReachingSecret> {
    const reference = { organization, name: secret.name };
    const selection = secret.visibility === 'selected' ? await this.selectedRepositories(reference) : [];
    return { ...reference, secret, reach: { visibility: secret.visibility, selection } };
  }

  /** The selection as it stands on GitHub now. */
  #currentSelection(reference: SecretReference): Promise<Repository[]> {
    const selection = this.#selection(reference);
    selection.expire();
    return this.#tracked(reference, () => selection.load());
  }

  /** Creates or updates a secret. A selection is sent whole, for GitHub empties one that is not sent along. */
  async #put(reference: SecretReference, { visibility, selection }: Reach, value?: string): Promise<void> {
    const isSelected = visibility === 'selected';
    const change: SecretChange = {
      visibility,
      ...(isSelected && { repositoryIds: selection.map(({ id }) => id) }),
      ...(value !== undefined && { value }),
    };
    await this.#tracked(reference, () => this.gitHub.saveSecret(reference, change));
    await this.#settle(reference, isSelected ? selection : undefined);
  }

  /** Reads a changed secret once more. Where that fails, its list is asked for again when it is next looked at. */
  async #settle(reference: SecretReference, selection: readonly Repository[] | undefined): Promise<void> {
    const { organization, name } = reference;
    const { secrets } = this.#shelf(organization);
    if (selection) this.#selection(reference).set([...selection].sort(byName));
    const isNew = !this.knownSecret(reference);
    try {
      const secret = await this.gitHub.secret(reference);
      secrets.update(known => [...known.filter(it => it.name !== name), secret].sort(byName));
    } catch (error) {
      if (!isFailure(error)) throw error;
      secrets.expire();
    }
    this.#changed.fire(isNew ? { organization } : { organization, name });
  }

  /** Does one call. Where it fails in a way that shows what is known to be out of date, that is asked for again. */
  async #tracked<T>(reference: SecretReference, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (isFailure(error, 'notFound', 'conflict', 'exists') || (isFailure(error) && isUncertain(error)))
        this.refreshOrganization(reference.organization);
      throw error;
    }
  }

  #expire(organization: string): void {
    const { secrets, repositories, selections } = this.#shelf(organization);
    secrets.expire();
    repositories.expire();
    for (const selection of selections.values()) selection.expire();
  }

  #shelf(organization: string): Shelf {
    let shelf = this.#shelves.get(organization);
    if (!shelf) {
      const secrets = new Remote(async () => (await this.gitHub.secrets(organization)).sort(byName));
      const repositories = new Remote(async () =>
        (await this.gitHub.repositories(organization)).sort(byName),
      );
      shelf = { secrets, repositories, selections: new Map(), unansweredCreations: new Set() };
      this.#shelves.set(organization, shelf);
    }
    return shelf;
  }

  #selection(reference: SecretReference): Remote<Repository[]> {
    const { selections } = this.#shelf(reference.organization);
    let selection = selections.get(reference.name);
    if (!selection) {
      selection = new Remote(async () => (await this.gitHub.selectedRepositories(reference)).sort(byName));
      selections.set(reference.name, selection);
    }
    return selection;
  }
}
