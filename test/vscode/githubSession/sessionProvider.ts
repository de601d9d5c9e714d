import {
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent as Change,
  type AuthenticationProviderSessionOptions as Options,
  type AuthenticationSession,
  EventEmitter,
} from 'vscode';
import { userSecretsScopes, userSecretsToken } from '../../github/fixtures/userSecretsToken';

/** A GitHub account, as tests give it. */
export interface TestAccount {
  login: string;
  id: number;
  token: string;
  scopes: string[];
}

/** What the user does when they are asked to sign in; an account is the one that they sign in with. */
export type Answer = 'signIn' | 'refuse' | Partial<TestAccount>;

/** One time that the user was asked: for which scopes, and for which account where one was named. */
export interface Question {
  readonly scopes: readonly string[];
  readonly account: string | undefined;
}

/**
 * Holds the sessions of each host, and makes them without asking anybody. As with VS Code's own, an account has one
 * session for each set of scopes; the one for the user's own secrets has a token of its own.
 */
export class SessionProvider implements AuthenticationProvider {
  /** What the user does when they are asked, unless they are asked for their own secrets alone. */
  onAsked: Answer = 'signIn';
  /** What the user does when they are asked for their own secrets. */
  onAskedForUserSecrets: Answer = 'signIn';
  /** The scopes of each time that the user was asked. */
  readonly asked: string[][] = [];
  /** The same with the accounts that were named. */
  readonly questions: Question[] = [];
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

  async getSessions(scopes?: readonly string[], { account }: Options = {}): Promise<AuthenticationSession[]> {
    if (this.#held === 'all') await this.#released();
    return this.#current.filter(
      session =>
        (scopes === undefined || isFor(session, scopes)) &&
        (account === undefined || account.id === session.account.id),
    );
  }

  async createSession(scopes: readonly string[], { account }: Options = {}): Promise<AuthenticationSession> {
    const isForUserSecrets = haveSame(scopes, userSecretsScopes);
    const [host, answer] = [this.#host, isForUserSecrets ? this.onAskedForUserSecrets : this.onAsked];
    this.asked.push([...scopes]);
    this.questions.push({ scopes: [...scopes], account: account?.label });
    if (this.#held !== 'nothing') await this.#released();
    if (answer === 'refuse') throw new Error('Cancelled');
    if (isForUserSecrets) return this.#signInForUserSecrets(answer === 'signIn' ? account : answer, host);
    return this.signIn({ ...(answer !== 'signIn' && answer), scopes: [...scopes] }, host);
  }

  removeSession(id: string): Promise<void> {
    this.#replace(this.#current.filter(session => session.id !== id));
    return Promise.resolve();
  }

  /**
   * Signs in, in the place of whoever is; to a host that is not the present one, unseen. The account keeps its session for
   * its own secrets.
   */
  signIn(account: Partial<TestAccount> = {}, host = this.#host): AuthenticationSession {
    const session = this.#sessionOf(account);
    const kept = this.#sessionsOf(host).filter(
      other => other.account.id === session.account.id && isFor(other, userSecretsScopes),
    );
    this.#replace([session, ...kept], host);
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

  /** Signs everybody out, of every session. */
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
    this.onAskedForUserSecrets = 'signIn';
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
    return this.#sessionsOf(this.#host);
  }

  #sessionsOf(host: string): AuthenticationSession[] {
    return this.#sessions.get(host) ?? [];
  }

  /**
   * Signs in for the user's own secrets beside whoever is signed in. The token is that of the account unless it is given;
   * an account that VS Code names has a session already.
   */
  #signInForUserSecrets(
    answer: Partial<TestAccount> | AuthenticationSession['account'] | undefined,
    host: string,
  ): AuthenticationSession {
    const before = this.#sessionsOf(host);
    const named = answer && 'label' in answer ? answer : undefined;
    const known = before.find(({ account }) => account.id === named?.id);
    const account = answer && !('label' in answer) ? answer : {};
    const session = this.#sessionOf({
      ...(named && { login: named.label, id: Number(named.id) }),
      token: userSecretsToken(known?.accessToken ?? this.#account.token),
      ...account,
      scopes: [...userSecretsScopes],
    });
    const others = before.filter(
      other => other.account.id !== session.account.id || !isFor(other, userSecretsScopes),
    );
    this.#replace([...others, session], host);
    return session;
  }

  #replace(sessions: AuthenticationSession[], host = this.#host): void {
    const before = this.#sessionsOf(host);
    this.#sessions.set(host, sessions);
    if (host !== this.#host) return;
    const added = sessions.filter(session => !before.includes(session));
    const removed = before.filter(session => !sessions.includes(session));
    this.#changed.fire({ added, removed, changed: sessions.filter(session => before.includes(session)) });
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

function isFor(session: AuthenticationSession, scopes: readonly string[]): boolean {
  return haveSame(session.scopes, scopes);
}

function haveSame(scopes: readonly string[], others: readonly string[]): boolean {
  return [...scopes].sort().join() === [...others].sort().join();
}
