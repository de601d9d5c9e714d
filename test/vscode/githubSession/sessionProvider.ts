import {
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent as Change,
  type AuthenticationSession,
  EventEmitter,
} from 'vscode';

/** A GitHub account, as tests give it. */
export interface TestAccount {
  login: string;
  id: number;
  token: string;
  scopes: string[];
}

/** Holds at most one session, and makes one without asking anybody. */
export class SessionProvider implements AuthenticationProvider {
  /** What the user does when they are asked to sign in. */
  onAsked: 'signIn' | 'refuse' = 'signIn';
  /** The scopes of each time that the user was asked. */
  readonly asked: string[][] = [];
  readonly #changed = new EventEmitter<Change>();
  readonly onDidChangeSessions = this.#changed.event;
  readonly #account: TestAccount;
  #session: AuthenticationSession | undefined;

  /** @param account who signs in if nothing else is said */
  constructor(account: TestAccount) {
    this.#account = account;
  }

  getSessions(scopes?: readonly string[]): Promise<AuthenticationSession[]> {
    const session = this.#session;
    const fits =
      session && (scopes === undefined || [...scopes].sort().join() === [...session.scopes].sort().join());
    return Promise.resolve(fits ? [session] : []);
  }

  createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    this.asked.push([...scopes]);
    if (this.onAsked === 'refuse') return Promise.reject(new Error('Cancelled'));
    return Promise.resolve(this.signIn({ scopes: [...scopes] }));
  }

  removeSession(): Promise<void> {
    this.signOut();
    return Promise.resolve();
  }

  /** Signs in, in the place of whoever is. */
  signIn(account: Partial<TestAccount> = {}): AuthenticationSession {
    const { login, id, token, scopes } = { ...this.#account, ...account };
    const before = this.#session;
    const session = {
      id: `${login}-${token}`,
      accessToken: token,
      account: { id: String(id), label: login },
      scopes,
    };
    this.#session = session;
    this.#changed.fire({ added: [session], removed: before ? [before] : [], changed: [] });
    return session;
  }

  signOut(): void {
    const before = this.#session;
    this.#session = undefined;
    if (before) this.#changed.fire({ added: [], removed: [before], changed: [] });
  }
}
