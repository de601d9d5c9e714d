import { authentication, type AuthenticationSession, type Disposable, EventEmitter } from 'vscode';
import { Failure } from '../model/failure';
import { SessionRequests, type SignInKind } from './sessionRequests';
import type { AuthenticationProvider, Settings, SignInTarget } from './settings';

/** A session of VS Code's, bound to the provider and the host that it was made for. */
export interface GitHubSession {
  readonly provider: AuthenticationProvider;
  /** The site: `https://github.com`, or the enterprise host as the user named it. */
  readonly host: string;
  readonly account: { readonly id: string; readonly label: string };
  readonly token: string;
}

/** What there is to know of the user's session. */
interface State {
  readonly target: SignInTarget;
  readonly session: GitHubSession | undefined;
  /** VS Code's id of the session: signing in again makes a new one, even if GitHub gives the same token. */
  readonly id: string | undefined;
}

/** The session that VS Code's GitHub authentication holds for the user; it is asked for silently unless the user acts. */
export class Session implements Disposable {
  readonly #settings: Settings;
  readonly #requests = new SessionRequests();
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  /** The origin that each token was first seen with: no other host ever gets it. */
  readonly #origins = new Map<string, string>();
  #state: State;
  /** The newest restore, and its number; one that is older changes nothing. */
  #restoring: Promise<void> = Promise.resolve();
  #restores = 0;
  #signIns = 0;
  /** The number of the newest sign-in whose session was taken. */
  #signedIn = 0;

  /** The token, the account, the provider, the host or the problem is another one. */
  readonly onDidChange = this.#changed.event;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#state = stateOf(settings.signInTarget);
    this.#subscriptions = [
      authentication.onDidChangeSessions(({ provider }) => {
        if (provider.id === settings.signInTarget.provider) this.#follow();
      }),
      settings.onDidChangeAuthentication(() => this.#leave()),
    ];
  }

  get current(): GitHubSession | undefined {
    return this.#state.session;
  }

  /** Why there is no session where the settings do not allow to ask for one: hostUnset, hostOverridden, hostInsecure. */
  get problem(): Failure | undefined {
    return this.#state.target.problem;
  }

  /** Takes up the session that there is, without asking. Resolves when it is known whether there is one. */
  restore(): Promise<void> {
    this.#restoring = this.#restore(++this.#restores);
    return this.#restoring;
  }

  /**
   * Signs in for something that the user does: without a question where there is a session already. `again`: with a new
   * session, since the present one does not work. Rejects with a failure (hostUnset, hostOverridden, hostInsecure;
   * accountChanged when the settings changed meanwhile), or with what VS Code rejects with when the user declines.
   */
  async signIn(again: boolean): Promise<void> {
    await this.#signIn(again ? 'again' : 'any');
  }

  /** Lets the user choose one of VS Code's GitHub accounts, which is then used here. Rejects as `signIn` does. */
  async switchAccount(): Promise<void> {
    await this.#signIn('switch');
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #signIn(kind: SignInKind): Promise<void> {
    const target = this.#settings.signInTarget;
    if (target.problem) throw target.problem;
    const number = ++this.#signIns;
    if (kind === 'any') {
      await this.restore();
      this.#requireUnchanged(target);
      if (this.current) return;
    }
    const session = await this.#signedInTo(target, kind);
    // A newer sign-in has ended before this one: the user has decided for its account.
    if (number < this.#signedIn && session.accessToken !== this.current?.token)
      throw new Failure({ kind: 'accountChanged' });
    const bound = this.#bound(session, target);
    if (!bound) throw new Failure({ kind: 'accountChanged' });
    this.#signedIn = Math.max(number, this.#signedIn);
    this.#endRestores();
    this.#take(stateOf(target, session, bound));
  }

  /** What the settings no longer name is left before it is known whether there is another session. */
  #leave(): void {
    const target = this.#settings.signInTarget;
    if (this.current && target !== this.#state.target) this.#take(stateOf(target));
    this.#follow();
  }

  /** Where restoring fails there is no session: the views then offer to sign in, which tells what is wrong. */
  #follow(): void {
    this.restore().catch(() => undefined);
  }

  async #restore(number: number): Promise<void> {
    const isNewest = (): boolean => number === this.#restores;
    const target = this.#settings.signInTarget;
    let state = stateOf(target);
    let failed: { readonly error: unknown } | undefined;
    if (!target.problem)
      try {
        const session = await this.#requests.restore(target.provider, isNewest);
        // Where it is not the newest, the settings may be others by now, and so is the session's host.
        if (session && isNewest()) state = stateOf(target, session, this.#bound(session, target));
      } catch (error) {
        failed = { error };
      }
    if (!isNewest()) {
      await this.#restoring;
      return;
    }
    this.#take(state);
    if (failed) throw failed.error;
  }

  /** What is still being restored is older than what was just taken. */
  #endRestores(): void {
    this.#restores += 1;
    this.#restoring = Promise.resolve();
  }

  /** Settings that changed meanwhile are told in the place of whatever VS Code says about its sign-in to the former ones. */
  async #signedInTo(target: SignInTarget, kind: SignInKind): Promise<AuthenticationSession> {
    const isWanted = (): boolean => target === this.#settings.signInTarget;
    try {
      const session = await this.#requests.signIn(target, kind, isWanted);
      if (session && isWanted()) return session;
    } catch (error) {
      if (isWanted()) throw error;
    }
    throw new Failure({ kind: 'accountChanged' });
  }

  #requireUnchanged(target: SignInTarget): void {
    if (this.#settings.signInTarget !== target) throw new Failure({ kind: 'accountChanged' });
  }

  /** Whether a token is one of a host: each stays with the first one that it was seen with. */
  isOfHost(token: string, host: string): boolean {
    const { origin } = new URL(host);
    if ((this.#origins.get(token) ?? origin) !== origin) return false;
    this.#origins.set(token, origin);
    return true;
  }

  /** The session as one of the target; nothing where its token is another host's, which VS Code may still answer with. */
  #bound(session: AuthenticationSession, { provider, host }: SignInTarget): GitHubSession | undefined {
    const { accessToken: token, account } = session;
    if (!this.isOfHost(token, host)) return undefined;
    return { provider, host, account: { id: account.id, label: account.label }, token };
  }

  #take(state: State): void {
    const isSame = isSameState(state, this.#state);
    this.#state = state;
    if (!isSame) this.#changed.fire();
  }
}

function stateOf(target: SignInTarget, session?: AuthenticationSession, bound?: GitHubSession): State {
  return { target, session: bound, id: bound && session?.id };
}

function isSameState(a: State, b: State): boolean {
  return (
    a.id === b.id &&
    a.session?.token === b.session?.token &&
    a.session?.account.id === b.session?.account.id &&
    a.session?.provider === b.session?.provider &&
    a.session?.host === b.session?.host &&
    a.target.problem === b.target.problem
  );
}
