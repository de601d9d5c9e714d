import { authentication, type AuthenticationGetSessionOptions, type Disposable, EventEmitter } from 'vscode';
import { type Identity, identityKey } from '../model/identity';
import { Failure, isFailure } from '../model/failure';
import { userSecretsScope } from '../model/scopes';
import type { Session } from './session';

/**
 * The second session of the account in use, for the user's own Codespaces secrets. VS Code matches scopes exactly, so that
 * it is one of its own. It is asked for silently unless the user acts.
 */
export class UserSecretsSession implements Disposable {
  readonly #session: Pick<Session, 'current' | 'isOfHost'>;
  /** By the identity of the account. */
  readonly #tokens = new Map<string, string>();
  readonly #lookUps = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<void>();
  /** There may be another token, or none. */
  readonly onDidChange = this.#changed.event;
  readonly #subscription: Disposable;

  constructor(session: Pick<Session, 'current' | 'isOfHost'>) {
    this.#session = session;
    this.#subscription = authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id !== session.current?.provider) return;
      this.#tokens.clear();
      this.#lookUps.clear();
      this.#changed.fire();
    });
  }

  /** The token of an account. Throws a failure where `ready` would reject. */
  token(identity: Identity): string {
    this.#requireInUse(identity);
    const token = this.#tokens.get(identityKey(identity));
    if (token === undefined) throw noAccess();
    return token;
  }

  /** Settles when there is a token, without a question. Rejects with a `scopeMissing` failure where there is none. */
  async ready(identity: Identity): Promise<void> {
    const key = identityKey(identity);
    if (this.#tokens.has(key)) return;
    const lookUp = this.#lookUps.get(key) ?? this.#take(identity, { silent: true });
    this.#lookUps.set(key, lookUp);
    try {
      await lookUp;
    } finally {
      if (this.#lookUps.get(key) === lookUp) this.#lookUps.delete(key);
    }
    if (!this.#tokens.has(key)) throw noAccess();
  }

  /**
   * Asks the user for access where there is none yet; `again`: also where there is, since it does not work. Rejects with
   * `otherAccount` where they give that of another account, and with what VS Code rejects with where they decline.
   */
  async request(identity: Identity, again = false): Promise<void> {
    const isReady = await this.#isReady(identity);
    if (isReady && !again) return;
    await this.#take(identity, isReady ? { forceNewSession: true } : { createIfNone: true });
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #isReady(identity: Identity): Promise<boolean> {
    try {
      await this.ready(identity);
      return true;
    } catch (error) {
      if (isFailure(error, 'scopeMissing')) return false;
      throw error;
    }
  }

  async #take(identity: Identity, options: AuthenticationGetSessionOptions): Promise<void> {
    this.#requireInUse(identity);
    const { provider, account } = identity;
    const session = await authentication.getSession(provider, [userSecretsScope], { ...options, account });
    this.#requireInUse(identity);
    if (!session) return;
    if (session.account.id !== account.id)
      throw new Failure({ kind: 'otherAccount', wanted: account.label, got: session.account.label });
    if (!this.#session.isOfHost(session.accessToken, identity.host))
      throw new Failure({ kind: 'accountChanged' });
    this.#tokens.set(identityKey(identity), session.accessToken);
  }

  #requireInUse(identity: Identity): void {
    const { current } = this.#session;
    if (!current) throw new Failure({ kind: 'signedOut' });
    if (identityKey(current) !== identityKey(identity)) throw new Failure({ kind: 'accountChanged' });
  }
}

function noAccess(): Failure {
  return new Failure({ kind: 'scopeMissing', scopes: [userSecretsScope] });
}
