import {
  authentication,
  type AuthenticationGetSessionOptions,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
} from 'vscode';
import { type Identity, identityKey } from '../model/identity';
import { Failure, isFailure } from '../model/failure';
import { noUserAccess, userSecretsScope } from '../model/scopes';
import type { Session } from './session';

/**
 * The second session of the account in use, for the user's own Codespaces secrets. VS Code matches scopes exactly, so that
 * it is one of its own. It is asked for silently unless the user acts.
 */
export class UserSecretsSession implements Disposable {
  readonly #session: Pick<Session, 'current' | 'isOfHost'>;
  readonly #log: Pick<LogOutputChannel, 'error'>;
  /** By the identity of the account, each with how many changes there were before it was looked up. */
  readonly #tokens = new Map<string, { readonly token: string; readonly changes: number }>();
  /** How often VS Code said that its sessions changed. */
  #changes = 0;
  readonly #lookUps = new Map<string, Promise<void>>();
  readonly #changed = new EventEmitter<void>();
  /** There may be another token, or none. */
  readonly onDidChange = this.#changed.event;
  readonly #subscription: Disposable;

  constructor(session: Pick<Session, 'current' | 'isOfHost'>, log: Pick<LogOutputChannel, 'error'>) {
    this.#session = session;
    this.#log = log;
    this.#subscription = authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id !== session.current?.provider) return;
      // Requests are under way with the tokens, so that each stays until VS Code has been asked which one there is now.
      this.#changes += 1;
      this.#lookUps.clear();
      this.#changed.fire();
    });
  }

  /** The token of an account. Throws a failure where `ready` would reject. */
  token(identity: Identity): string {
    this.#requireInUse(identity);
    const known = this.#tokens.get(identityKey(identity));
    if (!known) throw noUserAccess();
    return known.token;
  }

  /** Settles when there is a token, without a question. Rejects with a `scopeMissing` failure where there is none. */
  async ready(identity: Identity): Promise<void> {
    const key = identityKey(identity);
    if (this.#tokens.get(key)?.changes === this.#changes) return;
    const lookUp = this.#lookUps.get(key) ?? this.#lookUp(identity);
    this.#lookUps.set(key, lookUp);
    try {
      await lookUp;
    } finally {
      if (this.#lookUps.get(key) === lookUp) this.#lookUps.delete(key);
    }
    if (!this.#tokens.has(key)) throw noUserAccess();
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

  /** Looks without a question. VS Code can fail at that, for which nobody but the log can say why. */
  async #lookUp(identity: Identity): Promise<void> {
    try {
      await this.#take(identity, { silent: true });
    } catch (error) {
      if (isFailure(error)) throw error;
      this.#log.error(error instanceof Error ? error : String(error));
      throw new Failure({ kind: 'broken' });
    }
  }

  async #take(identity: Identity, options: AuthenticationGetSessionOptions): Promise<void> {
    this.#requireInUse(identity);
    const key = identityKey(identity);
    const [changes, before] = [this.#changes, this.#tokens.get(key)];
    const token = await this.#asked(identity, options);
    const now = this.#tokens.get(key);
    // What came meanwhile is newer than this answer, unless it was asked for before it.
    if (now !== before && (token === undefined || (now && now.changes > changes))) return;
    if (token === undefined) this.#tokens.delete(key);
    else this.#tokens.set(key, { token, changes });
  }

  async #asked(identity: Identity, options: AuthenticationGetSessionOptions): Promise<string | undefined> {
    const { provider, account, host } = identity;
    const session = await authentication.getSession(provider, [userSecretsScope], { ...options, account });
    this.#requireInUse(identity);
    if (!session) return undefined;
    if (session.account.id !== account.id)
      throw new Failure({ kind: 'otherAccount', wanted: account.label, got: session.account.label });
    if (!this.#session.isOfHost(session.accessToken, host)) throw new Failure({ kind: 'accountChanged' });
    return session.accessToken;
  }

  #requireInUse(identity: Identity): void {
    const { current } = this.#session;
    if (!current) throw new Failure({ kind: 'signedOut' });
    if (identityKey(current) !== identityKey(identity)) throw new Failure({ kind: 'accountChanged' });
  }
}
