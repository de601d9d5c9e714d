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

/** Holds the sessions of each host, and makes them without asking anybody. */
export class SessionProvider implements AuthenticationProvider {
  /** What the user does when they are asked to sign in; an account is the one that they sign in with. */
  onAsked: 'signIn' | 'refuse' | Partial<TestAccount> = 'signIn';
  /** The scopes of each time that the user was asked. */
  readonly asked: string[][] = [];
  readonly #changed = new EventEmitter<Change>();
  readonly onDidChangeSessions = this.#changed.event;
  readonly #account: TestAccount;
  readonly #sessions = new Map<string, AuthenticationSession[]>();
  #host: string;
  #held: 'nothing' | 'signIns' | 'all' = 'nothing';
  /** Let each request that waits go on. */
  readonly #waiting: (() => void)[] = [];

  /**
   * @param account who signs in if nothing else is said
   * @param host the one whose sessions it gives
   */
  constructor(account: TestAccount, host: string) {
    this.#account = account;
    this.#host = host;
  }

  /** How many requests wait. */
  get held(): number {
    return this.#waiting.length;
  }

  async getSessions(scopes?: readonly string[]): Promise<AuthenticationSession[]> {
    if (this.#held === 'all') await this.#released();
    const wanted = scopes && [...scopes].sort().join();
    return this.#current.filter(
      session => wanted === undefined || wanted === [...session.scopes].sort().join(),
    );
  }

  async createSession(scopes: readonly string[]): Promise<AuthenticationSession> {
    const [host, answer] = [this.#host, this.onAsked];
    this.asked.push([...scopes]);
    if (this.#held !== 'nothing') await this.#released();
    if (answer === 'refuse') throw new Error('Cancelled');
    return this.signIn({ ...(answer !== 'signIn' && answer), scopes: [...scopes] }, host);
  }

  removeSession(): Promise<void> {
    this.signOut();
    return Promise.resolve();
  }

  /** Signs in, in the place of whoever is; to a host that is not the present one, unseen. */
  signIn(account: Partial<TestAccount> = {}, host = this.#host): AuthenticationSession {
    const session = this.#sessionOf(account);
    this.#replace([session], host);
    return session;
  }

  /** Signs in beside whoever is; VS Code goes on with the account that was there first. */
  add(account: Partial<TestAccount>): void {
    this.#replace([...this.#current, this.#sessionOf(account)]);
  }

  /** Makes an account that is signed in the first. */
  prefer(login: string): void {
    const isFirst = ({ account }: AuthenticationSession): boolean => account.label === login;
    this.#replace([...this.#current.filter(isFirst), ...this.#current.filter(it => !isFirst(it))]);
  }

  signOut(): void {
    this.#replace([]);
  }

  /** Goes over to the sessions of another host, as VS Code's own does: without a word. */
  moveTo(host: string): void {
    this.#host = host;
  }

  /** Signs everybody out of every host, and waits and refuses no more. */
  reset(): void {
    this.release();
    this.onAsked = 'signIn';
    for (const host of this.#sessions.keys()) this.#replace([], host);
  }

  /** Lets what is asked for wait from now on: sign-ins alone, or everything. */
  hold(held: 'signIns' | 'all' = 'all'): void {
    this.#held = held;
  }

  /** Lets those go on that wait; `newest`: only the last of them. */
  release(newest = false): void {
    if (!newest) this.#held = 'nothing';
    for (const goOn of this.#waiting.splice(newest ? -1 : 0)) goOn();
  }

  get #current(): AuthenticationSession[] {
    return this.#sessions.get(this.#host) ?? [];
  }

  #replace(sessions: AuthenticationSession[], host = this.#host): void {
    const before = this.#sessions.get(host) ?? [];
    this.#sessions.set(host, sessions);
    if (host === this.#host) this.#changed.fire({ added: sessions, removed: before, changed: [] });
  }

  #sessionOf(account: Partial<TestAccount>): AuthenticationSession {
    const { login, id, token, scopes } = { ...this.#account, ...account };
    return {
      id: `${login}-${token}`,
      accessToken: token,
      account: { id: String(id), label: login },
      scopes,
    };
  }

  #released(): Promise<void> {
    return new Promise(resolve => this.#waiting.push(resolve));
  }
}
