import { Emitter } from '../model/event';
import { Failure, isFailure, isUncertain } from '../model/failure';
import { type AccessUpdate, type GitHub, keepAccess, type Saved } from '../model/gitHub';
import type { Organization } from '../model/organization';
import { type Change, type SelectionChange, selectionAfter } from '../model/plan';
import type { AccessMatrix, SecretAccess, SecretWithAccess } from '../model/access';
import { CachedResource } from './cachedResource';
import { sendExisting } from './sendExisting';
import { byName, type Repository } from '../model/repository';
import { type Secret, secretKey, type SecretReference } from '../model/secret';

/** What changed: a secret with its repositories, an organization's list of secrets, or, with neither, everything. */
export type StoreChange = Partial<SecretReference>;

/** The organizations to show. */
export interface ShownOrganizations {
  readonly organizations: readonly Organization[];
  /** How many more there are behind single sign-on, whose names GitHub does not tell. */
  readonly hidden: number;
}

/** What became of a creation. */
export interface Created extends Saved {
  /** Whether a secret that was there already may have been this flow's own, from an attempt whose answer was lost. */
  readonly mightBeOwn: boolean;
}

/** What one flow knows of its attempts to create a secret. */
export interface CreationAttempts {
  /** Whether the answer to an earlier attempt was lost, so that a secret that is there may be its own. */
  isUnanswered: boolean;
}

/** What a change of a selection replaced, and what it could not add. */
export interface ChangedSelection {
  readonly replaced: readonly Repository[];
  /** Repositories that were to be added, and no longer exist. */
  readonly gone: readonly Repository[];
}

/** What is kept of one organization. */
interface OrganizationCache {
  readonly secrets: CachedResource<Secret[]>;
  readonly repositories: CachedResource<Repository[]>;
  readonly selections: Map<string, CachedResource<Repository[]>>;
  /** Called with how many repositories were read so far. */
  readonly onProgress: Set<(soFar: number) => void>;
}

/**
 * What is known of one connection's organizations, fetched when it is first asked for, and every change to it.
 * After a change the store holds what GitHub now says of what was changed, and has fetched nothing else.
 * Every method that returns a promise rejects with a `Failure`.
 */
export class Store {
  readonly #gitHub: GitHub;
  readonly #changed = new Emitter<StoreChange>();
  readonly onDidChange = this.#changed.event;
  readonly #namedOrganizations: () => readonly string[];
  readonly #owned = new CachedResource(() => this.#gitHub.organizations());
  readonly #caches = new Map<string, OrganizationCache>();
  /** How many changes to each secret were confirmed, by its key. */
  readonly #changes = new Map<string, number>();

  /** @param namedOrganizations the logins to show, read at each look; none: every owned one */
  constructor(gitHub: GitHub, namedOrganizations: () => readonly string[]) {
    this.#gitHub = gitHub;
    this.#namedOrganizations = namedOrganizations;
  }

  /** Forgets all, since its account is no longer in use. */
  forget(): void {
    this.#owned.forget();
    this.#caches.clear();
  }

  /** The organizations to show. Those that the setting names are shown whether the account owns them or not. */
  async organizations(): Promise<ShownOrganizations> {
    const owned = await this.#owned.load();
    const named = this.#namedOrganizations();
    if (named.length === 0) return owned;
    const organizations = named.map(
      login => owned.organizations.find(it => it.login.toLowerCase() === login.toLowerCase()) ?? { login },
    );
    return { organizations, hidden: 0 };
  }

  secrets(organization: string): Promise<Secret[]> {
    return this.#cacheOf(organization).secrets.load();
  }

  selectedRepositories(reference: SecretReference): Promise<Repository[]> {
    return this.#selection(reference).load();
  }

  /**
   * All of the organization's repositories, archived ones among them.
   * @param onProgress called with how many were read so far, while they are
   */
  async repositories(organization: string, onProgress?: (soFar: number) => void): Promise<Repository[]> {
    const cache = this.#cacheOf(organization);
    if (onProgress) cache.onProgress.add(onProgress);
    try {
      return await cache.repositories.load();
    } finally {
      if (onProgress) cache.onProgress.delete(onProgress);
    }
  }

  /**
   * Who can read what in an organization: one request for each page of secrets, repositories and selections that is
   * not known yet, as many side by side as the client allows.
   */
  async access(organization: string): Promise<AccessMatrix> {
    try {
      return await this.#access(organization);
    } catch (error) {
      if (!isFailure(error, 'notFound', 'conflict')) throw error;
      // Since the list was read, a secret was deleted or has gone over to another visibility.
      this.#cacheOf(organization).secrets.invalidate();
      this.#changed.fire({ organization });
      return this.#access(organization);
    }
  }

  async #access(organization: string): Promise<AccessMatrix> {
    const [secrets, repositories] = await Promise.all([
      this.secrets(organization).then(all =>
        Promise.all(all.map(secret => this.#reaching(organization, secret))),
      ),
      this.repositories(organization),
    ]);
    return { organization, secrets, repositories };
  }

  /** Who can use a secret on GitHub at this moment, whatever changes while it is read. */
  async currentAccess(reference: SecretReference): Promise<SecretAccess> {
    const { secrets } = this.#cacheOf(reference.organization);
    const access = await this.#tracked(reference, () => this.#gitHub.access(reference));
    const known = this.knownSecret(reference);
    if (known && known.visibility !== access.visibility) {
      secrets.invalidate();
      this.#changed.fire({ organization: reference.organization });
    }
    if (access.visibility === 'selected') this.#selection(reference).set([...access.selection]);
    return access;
  }

  /** Fetches what values are sealed with, ahead of time. Rejects where the organization's plan has no secrets. */
  prepareSealing(organization: string): Promise<void> {
    return this.#gitHub.prepareSealing(organization);
  }

  /**
   * Fetches what a rotation needs while its value is typed: the public key, and who can use the secret, which the
   * rotation then only has to ask whether it has changed.
   */
  async prepareRotation(reference: SecretReference): Promise<void> {
    await Promise.all([this.prepareSealing(reference.organization), this.currentAccess(reference)]);
  }

  /** What was last seen of a secret. */
  knownSecret({ organization, name }: SecretReference): Secret | undefined {
    return this.#cacheOf(organization).secrets.value?.find(secret => secret.name === name);
  }

  /** The organization's secrets as they were last seen; none where they never were. */
  knownSecrets(organization: string): readonly Secret[] {
    return this.#cacheOf(organization).secrets.value ?? [];
  }

  /** The repositories that are selected for a secret, where that is known. */
  knownSelection({ organization, name }: SecretReference): readonly Repository[] | undefined {
    return this.#cacheOf(organization).selections.get(name)?.current;
  }

  /** How many secrets the organization was last seen to have. */
  knownCount(organization: string): number | undefined {
    return this.#cacheOf(organization).secrets.value?.length;
  }

  /** Everything is asked for again when it is next looked at. */
  refresh(): void {
    this.#owned.invalidate();
    for (const organization of this.#caches.keys()) this.#expire(organization);
    this.#changed.fire({});
  }

  /** One organization's secrets and their repositories are asked for again when they are next looked at. */
  refreshOrganization(organization: string): void {
    this.#expire(organization);
    this.#changed.fire({ organization });
  }

  /**
   * Creates a secret. One that is there already stays as it is: that is an `exists` failure. One that appears between
   * that look and the creation is replaced, which the answer tells. After an answer that was lost, the secret that is
   * there may be this flow's own, and is then made what it was to be.
   * @param attempts what the flow's earlier attempts to create this secret have left
   */
  async createSecret(
    reference: SecretReference,
    value: string,
    access: SecretAccess,
    attempts: CreationAttempts = { isUnanswered: false },
  ): Promise<Created> {
    await this.#tracked(reference, async () => {
      if (!(await this.#gitHub.findSecret(reference))) attempts.isUnanswered = false;
      else if (!attempts.isUnanswered) throw new Failure({ kind: 'exists' });
    });
    const mightBeOwn = attempts.isUnanswered;
    try {
      const saved = await this.#save(reference, access, value);
      attempts.isUnanswered = false;
      return { ...saved, mightBeOwn };
    } catch (error) {
      if (isFailure(error) && isUncertain(error)) attempts.isUnanswered = true;
      throw error;
    }
  }

  /** Replaces the value. Whoever can use the secret at that moment still can. */
  rotateSecret(reference: SecretReference, value: string): Promise<Saved> {
    return this.#save(reference, keepAccess, value);
  }

  /**
   * Changes who can use the secret. Gives who could right before.
   * @param access made from who can use it right before the change
   * @param value sent only where one is given, as GitHub can ask for
   */
  async changeVisibility(
    reference: SecretReference,
    access: AccessUpdate,
    value?: string,
  ): Promise<SecretAccess> {
    const { access: sent, replaced = sent } = await this.#save(reference, access, value);
    return replaced;
  }

  async deleteSecret(reference: SecretReference): Promise<void> {
    await this.#tracked(reference, () => this.#gitHub.deleteSecret(reference));
    const cache = this.#cacheOf(reference.organization);
    this.#nextChange(reference);
    cache.selections.delete(reference.name);
    cache.secrets.update(secrets => secrets.filter(({ name }) => name !== reference.name));
    this.#changed.fire({ organization: reference.organization });
  }

  /** Call `settleAccess` after the last of a series. */
  async addRepository(reference: SecretReference, repository: Repository): Promise<void> {
    await this.#tracked(reference, () => this.#gitHub.addSelectedRepository(reference, repository.id));
    this.#selection(reference).update(known =>
      [...known.filter(({ id }) => id !== repository.id), repository].sort(byName),
    );
  }

  /** Call `settleAccess` after the last of a series. */
  async removeRepository(reference: SecretReference, repository: Repository): Promise<void> {
    await this.#tracked(reference, () => this.#gitHub.removeSelectedRepository(reference, repository.id));
    this.#selection(reference).update(known => known.filter(({ id }) => id !== repository.id));
  }

  /**
   * Changes many repositories of a secret in one call. Gives the selection that this replaced, and those of the added
   * repositories that are gone. Call `settleAccess` after the last of a series.
   */
  async changeSelection({ secret, added, removed }: SelectionChange): Promise<ChangedSelection> {
    const { sent, gone } = await sendExisting(this, secret.organization, added, existing =>
      this.#tracked(secret, () =>
        this.#gitHub.updateSelection(secret, now => selectionAfter(now, { added: existing, removed })),
      ),
    );
    const { selection, replaced } = sent;
    this.#selection(secret).set([...selection].sort(byName));
    return { replaced, gone };
  }

  /** The organization's repositories as they are on GitHub now. */
  currentRepositories(organization: string): Promise<Repository[]> {
    this.#cacheOf(organization).repositories.invalidate();
    return this.repositories(organization);
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
  async settleAccess(reference: SecretReference): Promise<void> {
    await this.#settle(reference, undefined);
  }

  async #reaching(organization: string, secret: Secret): Promise<SecretWithAccess> {
    const reference = { organization, name: secret.name };
    const selection = secret.visibility === 'selected' ? await this.selectedRepositories(reference) : [];
    return { ...reference, secret, access: { visibility: secret.visibility, selection } };
  }

  /** Creates or updates a secret, and brings what is known of it up to date. */
  async #save(
    reference: SecretReference,
    access: SecretAccess | AccessUpdate,
    value?: string,
  ): Promise<Saved> {
    const saved = await this.#tracked(reference, () => this.#gitHub.saveSecret(reference, access, value));
    const { visibility, selection } = saved.access;
    await this.#settle(reference, visibility === 'selected' ? selection : undefined);
    return saved;
  }

  /** Reads a changed secret once more. Where that fails, its list is asked for again when it is next looked at. */
  async #settle(reference: SecretReference, selection: readonly Repository[] | undefined): Promise<void> {
    const { organization, name } = reference;
    const { secrets } = this.#cacheOf(organization);
    if (selection) this.#selection(reference).set([...selection].sort(byName));
    const isNew = !this.knownSecret(reference);
    const change = this.#nextChange(reference);
    try {
      const secret = await this.#gitHub.secret(reference);
      // Another change of this window is newer than this answer, and reads the secret itself or has deleted it.
      if (change !== this.#changes.get(secretKey(reference))) return;
      secrets.update(known => [...known.filter(it => it.name !== name), secret].sort(byName));
    } catch (error) {
      if (!isFailure(error)) throw error;
      secrets.invalidate();
    }
    this.#changed.fire(isNew ? { organization } : { organization, name });
  }

  /** The number of a change to a secret, by which a later answer is told from an earlier one. */
  #nextChange(reference: SecretReference): number {
    const key = secretKey(reference);
    const change = (this.#changes.get(key) ?? 0) + 1;
    this.#changes.set(key, change);
    return change;
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
    const { secrets, repositories, selections } = this.#cacheOf(organization);
    secrets.invalidate();
    repositories.invalidate();
    for (const selection of selections.values()) selection.invalidate();
  }

  #cacheOf(organization: string): OrganizationCache {
    let cache = this.#caches.get(organization);
    if (!cache) {
      const secrets = new CachedResource(async () =>
        [...(await this.#gitHub.secrets(organization))].sort(byName),
      );
      const onProgress = new Set<(soFar: number) => void>();
      const repositories = new CachedResource(async () => {
        let soFar = 0;
        const read = await this.#gitHub.repositories(organization, page => {
          soFar += page.length;
          for (const listener of onProgress) listener(soFar);
        });
        return [...read].sort(byName);
      });
      cache = { secrets, repositories, selections: new Map(), onProgress };
      this.#caches.set(organization, cache);
    }
    return cache;
  }

  #selection(reference: SecretReference): CachedResource<Repository[]> {
    const { selections } = this.#cacheOf(reference.organization);
    let selection = selections.get(reference.name);
    if (!selection) {
      selection = new CachedResource(async () =>
        [...(await this.#gitHub.selectedRepositories(reference))].sort(byName),
      );
      selections.set(reference.name, selection);
    }
    return selection;
  }
}
