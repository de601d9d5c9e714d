import { authentication, type AuthenticationSession, type Disposable, EventEmitter } from 'vscode';
import { Failure } from '../model/failure';
import type { Settings } from './settings';

/**
 * What a token needs: to manage organization secrets, and to see private repositories.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 */
const scopes = ['admin:org', 'repo'];

/** The session that VS Code's GitHub authentication holds for the user; it is asked for silently unless the user acts. */
export class Session implements Disposable {
  readonly #settings: Settings;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #current: AuthenticationSession | undefined;

  /** The token, the account or the provider is another one. */
  readonly onDidChange = this.#changed.event;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#subscriptions = [
      authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === settings.authenticationProvider) void this.restore();
      }),
      settings.onDidChangeAuthentication(() => void this.restore(true)),
    ];
  }

  get token(): string | undefined {
    return this.#current?.accessToken;
  }

  /** Takes up the session that there is, without asking. `anew`: it counts as changed even if the token is the same. */
  async restore(anew = false): Promise<void> {
    const { authenticationProvider: provider, hasHost } = this.#settings;
    const session = hasHost ? await authentication.getSession(provider, scopes, { silent: true }) : undefined;
    this.#take(session, anew);
  }

  /**
   * Signs in for something that the user does: without a question where there is a session already. `again`: with a new
   * session, since the present one does not do. Rejects if they decline.
   */
  async signIn(again: boolean): Promise<void> {
    if (!this.#settings.hasHost) throw new Failure({ kind: 'hostUnset' });
    if (!again) await this.restore();
    if (this.#current && !again) return;
    // Whoever asks although there is a session says that it does not do: GitHub may have revoked its token.
    const isAnew = again || this.#current !== undefined;
    const options = isAnew ? { forceNewSession: true } : { createIfNone: true };
    const provider = this.#settings.authenticationProvider;
    this.#take(await authentication.getSession(provider, scopes, options), again);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #take(session: AuthenticationSession | undefined, anew: boolean): void {
    const isSame =
      session?.accessToken === this.#current?.accessToken &&
      session?.account.id === this.#current?.account.id;
    this.#current = session;
    if (!isSame || anew) this.#changed.fire();
  }
}
