import { type AccessMatrix, listedIn, type ListedSecret } from '../model/access';
import { afterLimit } from '../model/afterLimit';
import type { Clock } from '../model/clock';
import { Emitter } from '../model/event';
import { type Failure, isFailure } from '../model/failure';
import { byName, type Repository } from '../model/repository';
import type { SecretApp } from '../model/secretApp';
import { ownerName, type StoreId, storeOf } from '../model/secretStore';
import type { Store } from './store';
import { BackgroundWork } from './backgroundWork';

/** What has been loaded of one organization so far. */
export interface OrganizationLoad {
  readonly organization: string;
  /** Those of all apps that have arrived, by name; of the same name in the order of the apps. */
  readonly secrets?: readonly ListedSecret[];
  readonly repositories?: readonly Repository[];
  /** Who can use what. It is the last to arrive. */
  readonly access?: AccessMatrix;
  /** Why the rest could not be loaded. */
  readonly failures: readonly LoadFailure[];
}

/** Why something of an organization could not be loaded: the secrets of an app, or all without one. */
export interface LoadFailure {
  readonly app?: SecretApp;
  readonly failure: Failure;
}

/** What to load. */
export interface OrganizationLoadsOptions {
  /** Whether repositories and access are loaded, too, and not only secrets. */
  readonly withRepositories: boolean;
  /** The only organization to load; all without it. */
  readonly only?: string;
  readonly clock?: Clock;
}

/** What the views show of the organizations, as it arrives. No organization waits for another one. */
export class OrganizationLoads {
  readonly #store: Store;
  readonly #withRepositories: boolean;
  readonly #clock: Clock | undefined;
  readonly #changed = new Emitter<void>();
  readonly onDidChange = this.#changed.event;
  readonly #loads = new Map<string, OrganizationLoad>();
  readonly #timers = new Map<string, ReturnType<typeof afterLimit>>();
  readonly #work = new BackgroundWork(() => this.#tell());
  #isOver = false;
  #failure: Failure | undefined;
  #hidden = 0;

  constructor(store: Store, { withRepositories, only, clock }: OrganizationLoadsOptions) {
    this.#store = store;
    this.#withRepositories = withRepositories;
    this.#clock = clock;
    this.retry(only);
  }

  /** In the order in which the views show them. */
  get all(): readonly OrganizationLoad[] {
    return [...this.#loads.values()];
  }

  /** Why it is not known which organizations there are. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** How many more organizations there are behind single sign-on. */
  get hidden(): number {
    return this.#hidden;
  }

  /** Rejects with an error that is no failure. */
  get broken(): Promise<never> {
    return this.#work.broken;
  }

  get isLoading(): boolean {
    return this.#work.isUnderWay;
  }

  /** Loads what failed once more: an organization, or the list of all of them. */
  retry(organization?: string): void {
    const key = organization ?? '';
    this.#forgetTimer(key);
    if (organization === undefined) void this.#run(key, () => this.#loadList());
    else void this.#run(key, () => this.#load(organization));
  }

  dispose(): void {
    this.#isOver = true;
    for (const timer of this.#timers.values()) timer.dispose();
  }

  async #loadList(): Promise<void> {
    this.#failure = undefined;
    const { organizations, hidden } = await this.#store.organizations();
    this.#hidden = hidden;
    for (const { login } of organizations) this.#loads.set(login, { organization: login, failures: [] });
    this.#tell();
    for (const { login } of organizations) this.retry(login);
  }

  async #load(organization: string): Promise<void> {
    this.#loads.set(organization, { organization, failures: [] });
    const { apps } = this.#store;
    const lists = Promise.all(apps.map(app => this.#list(storeOf(app, organization), apps.length === 1)));
    if (!this.#withRepositories) {
      await lists;
      return;
    }
    const repositories = this.#arrives(organization, this.#store.repositories(organization), it => ({
      repositories: it,
    }));
    const [listed] = await Promise.all([lists, repositories]);
    if (!listed.includes(true)) return;
    await this.#arrives(organization, this.#store.access(organization), access => ({
      access,
      secrets: this.#secretsWith(access),
      repositories: access.repositories,
      failures: access.failures,
    }));
    this.#forgetTimer(organization);
    for (const { failure } of this.#loads.get(organization)?.failures ?? [])
      this.#retryAfterLimit(organization, failure);
  }

  /** All secrets whose access was read, and those that were only listed. */
  #secretsWith({ organization, secrets, failures }: AccessMatrix): readonly ListedSecret[] {
    const isOnlyListed = ({ app }: ListedSecret): boolean => failures.some(failure => failure.app === app);
    const onlyListed = (this.#loads.get(organization)?.secrets ?? []).filter(isOnlyListed);
    return onlyListed.length === 0 ? secrets : this.#inOrder([...secrets, ...onlyListed]);
  }

  /** Returns whether an app's secrets have arrived. If it is the only app, its failure is the organization's. */
  async #list(store: StoreId, isOnly: boolean): Promise<boolean> {
    const login = ownerName(store.owner);
    try {
      const secrets = await this.#store.secrets(store);
      // They can be there already, where an earlier load goes on beside this one.
      const known = (this.#loads.get(login)?.secrets ?? []).filter(({ app }) => app !== store.app);
      const more = secrets.map(secret => listedIn(store, secret));
      this.#keep(login, { secrets: isOnly ? more : this.#inOrder([...known, ...more]) });
      return true;
    } catch (error) {
      if (isOnly || !isFailure(error)) throw error;
      this.#fail(login, error, store.app);
      return false;
    }
  }

  #inOrder(secrets: readonly ListedSecret[]): ListedSecret[] {
    return this.#store.apps.flatMap(app => secrets.filter(secret => secret.app === app)).sort(byName);
  }

  async #arrives<T>(
    organization: string,
    loading: Promise<T>,
    part: (value: T) => Partial<OrganizationLoad>,
  ): Promise<void> {
    const value = await loading;
    this.#keep(organization, part(value));
  }

  #keep(organization: string, part: Partial<OrganizationLoad>): void {
    this.#loads.set(organization, {
      organization,
      failures: [],
      ...this.#loads.get(organization),
      ...part,
    });
    this.#tell();
  }

  /** Does work of one organization, or of the list under an empty key, and keeps its failure. */
  #run(key: string, work: () => Promise<void>): Promise<void> {
    return this.#work.run(async () => {
      try {
        await work();
      } catch (error) {
        if (!isFailure(error)) throw error;
        this.#fail(key, error);
      }
    });
  }

  #fail(key: string, failure: Failure, app?: SecretApp): void {
    if (this.#isOver) return;
    if (key === '') this.#failure = failure;
    else if (app === undefined) this.#keep(key, { failures: [{ failure }] });
    else {
      const others = (this.#loads.get(key)?.failures ?? []).filter(other => other.app !== app);
      this.#keep(key, { failures: [...others, { app, failure }] });
    }
    this.#retryAfterLimit(key, failure);
  }

  #retryAfterLimit(key: string, { reason }: Failure): void {
    if (this.#isOver || reason.kind !== 'rateLimited') return;
    const again = (): void => this.retry(key === '' ? undefined : key);
    this.#forgetTimer(key);
    this.#timers.set(key, afterLimit(reason.until, again, this.#clock));
  }

  #forgetTimer(key: string): void {
    this.#timers.get(key)?.dispose();
    this.#timers.delete(key);
  }

  #tell(): void {
    if (!this.#isOver) this.#changed.fire();
  }
}
