import { Emitter, type Subscription } from '../model/event';
import { Failure } from '../model/failure';
import { type Identity, identityKey } from '../model/identity';
import type { StoreChange } from './storeChange';
import type { Store } from './store';

/** One account on one host. A flow takes it once at its start and ends with it. */
export interface Connection extends Identity {
  /** Tells connections apart, for as long as the window runs. */
  readonly id: string;
  readonly store: Store;
}

/** The connection in use, and all that were in use before in this window. */
export class Connections {
  readonly #connect: (identity: Identity, id: string) => Connection;
  readonly #opened: Promise<void>;
  readonly #problem: () => Failure | undefined;
  readonly #known = new Map<string, Connection>();
  readonly #changed = new Emitter<StoreChange>();
  /** What the connection in use knows has changed; `everything` also when another connection is in use. */
  readonly onDidChange = this.#changed.event;
  #current: Connection | undefined;
  #subscription: Subscription | undefined;

  /**
   * @param opened settles when it is known whether an account is signed in
   * @param problem why no account can be signed in, where the settings do not allow it
   */
  constructor(
    connect: (identity: Identity, id: string) => Connection,
    opened: Promise<void>,
    problem: () => Failure | undefined = () => undefined,
  ) {
    this.#connect = connect;
    this.#opened = opened;
    this.#problem = problem;
  }

  get current(): Connection | undefined {
    return this.#current;
  }

  /** The connection in use. Throws a `signedOut` failure where there is none, or what stands in the way of one. */
  get required(): Connection {
    if (!this.#current) throw this.#problem() ?? new Failure({ kind: 'signedOut' });
    return this.#current;
  }

  /** The same, once it is known whether an account is signed in. */
  async opened(): Promise<Connection> {
    await this.#opened;
    return this.required;
  }

  /** Throws an `accountChanged` failure where another account has come into use since. To be signed out is another matter. */
  requireUnchanged(before: Connection | undefined): void {
    if (before && this.#current && this.#current !== before) throw new Failure({ kind: 'accountChanged' });
  }

  /** Goes on with an account, or with none. What was known of another one is forgotten. */
  use(identity: Identity | undefined): void {
    const before = this.#current;
    const next = identity && this.#connection(identity);
    before?.store.forget();
    next?.store.forget();
    if (next !== before) {
      this.#subscription?.dispose();
      this.#subscription = next?.store.onDidChange(change => this.#changed.fire(change));
      this.#current = next;
    }
    this.#changed.fire({ kind: 'everything' });
  }

  /** The user's own secrets are asked for again when they are next looked at. */
  refreshUser(): void {
    this.#current?.store.refreshUser();
  }

  /** Everything, or one organization, is asked for again when it is next looked at. */
  refresh(organization?: string): void {
    if (!this.#current) this.#changed.fire({ kind: 'everything' });
    else if (organization === undefined) this.#current.store.refresh();
    else this.#current.store.refreshOrganization(organization);
  }

  #connection(identity: Identity): Connection {
    const id = identityKey(identity);
    const connection = this.#known.get(id) ?? this.#connect(identity, id);
    this.#known.set(id, connection);
    return connection;
  }
}
