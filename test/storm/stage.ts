import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { type Connection, Connections } from '../../src/cache/connections';
import { identityKey } from '../../src/model/identity';
import { Cancelled } from '../../src/model/batch';
import { Failure } from '../../src/model/failure';
import type { SecretAccess } from '../../src/model/access';
import type { GitHub } from '../../src/model/gitHub';
import type { SecretId } from '../../src/model/secret';
import type { SecretApp } from '../../src/model/secretApp';
import { userSecretsScope } from '../../src/model/scopes';
import { Store } from '../../src/cache/store';
import { StormClock } from './clock';
import { anotherAdmin, History } from './history';
import { Judge } from './judge';
import { Network } from './network';
import { appsOf } from './places';
import { titleOf } from './secretTitle';
import type { AccountName, Flow, Sequence } from './sequence';
import { accounts, openSites, type Site } from './sites';

/** All that one run happens on: both GitHubs, the network before them, and the product's connections. */
export class Stage {
  readonly clock: StormClock;
  readonly sites: readonly Site[];
  readonly history = new History();
  readonly network: Network;
  readonly judge: Judge;
  readonly connections: Connections;
  readonly violations: string[] = [];
  /** What happened, for a person who reads what went wrong. */
  readonly log: string[] = [];
  /** How often each kind of ask was reported as what. */
  readonly reports = new Map<string, number>();
  /** Whether something was written that the account in use did not write, so that its views cannot know. */
  wroteForAnother = false;
  /** Whether a request came to no end in the machine's time. */
  stoodStill = false;
  #session: { readonly account: AccountName; readonly token: string } | undefined;
  /** The tokens for the users' own secrets. */
  readonly #userTokens = new Map<AccountName, string>();
  #lastToken = 0;

  /** Whose secrets the sequence is about. */
  readonly places: Sequence['places'];
  readonly #apps: readonly SecretApp[];

  private constructor(clock: StormClock, sites: readonly Site[], { network, places }: Sequence) {
    this.clock = clock;
    this.places = places;
    this.#apps = appsOf(places);
    this.sites = sites;
    const onViolation = (problem: string): void => this.violation(problem);
    this.network = new Network(
      { clock, history: this.history, sites, seed: network },
      {
        onViolation,
        onWrite: (call, wasThere) => {
          if (call.flow?.account !== this.account) this.wroteForAnother = true;
          this.judge.judgeWrite(call, wasThere);
        },
        onLog: line => this.note(line),
      },
    );
    this.judge = new Judge(this.history, this.network, onViolation);
    for (const site of sites) this.history.note(site, anotherAdmin);
    this.connections = new Connections((identity, id) => this.#connect(identity, id), Promise.resolve());
  }

  static async open(sequence: Sequence, overHttp: boolean): Promise<Stage> {
    await sodium.ready;
    const clock = new StormClock();
    return new Stage(clock, await openSites(sequence, clock, overHttp), sequence);
  }

  get account(): AccountName | undefined {
    return this.#session?.account;
  }

  note(line: string): void {
    const time = ((this.clock.now() % 86_400_000) / 1000).toFixed(3);
    this.log.push(`${time.padStart(10)} ${line}`);
  }

  violation(problem: string): void {
    this.note(`  VIOLATION: ${problem}`);
    this.violations.push(problem);
  }

  /** Signs in with a new token, or out. As src/extension.ts, the session is known before the connection changes. */
  use(account: AccountName | undefined): void {
    this.#session = account && { account, token: this.#newToken(account, ['admin:org', 'repo']) };
    this.connections.use(account && accounts[account]);
  }

  /**
   * Has access to the user's own secrets asked for where there is none yet; `again`: also where there is. As
   * `UserSecretsSession.request` in src/platform/userSecretsSession.ts.
   */
  requestUserToken(id: string, gives: Flow['gives'], again = false): void {
    const account = this.#accountInUse(id);
    if (this.#userTokens.has(account) && !again) return;
    if (gives === 'none') throw new Cancelled();
    const given = gives === 'own' ? account : account === 'hubot' ? 'octocat' : 'hubot';
    if (given !== account)
      throw new Failure({
        kind: 'otherAccount',
        wanted: accounts[account].account.label,
        got: accounts[given].account.label,
      });
    this.#userTokens.set(account, this.#newToken(account, [userSecretsScope]));
    this.connections.refreshUser();
  }

  async close(): Promise<void> {
    await Promise.all(this.sites.map(site => site.close()));
  }

  #newToken(account: AccountName, scopes: readonly string[]): string {
    const token = `gho_${account}_${(this.#lastToken += 1)}`;
    const site = this.sites.find(({ api }) => api === accounts[account].api);
    site?.gitHub.edit({
      edit: 'setToken',
      token,
      user: accounts[account].account.label,
      scopes: [...scopes],
    });
    this.network.tokens.set(token, { account, isForUser: scopes.includes(userSecretsScope) });
    return token;
  }

  #connect(
    identity: (typeof accounts)[AccountName] | Omit<Connection, 'id' | 'store'>,
    id: string,
  ): Connection {
    const account = Object.values(accounts).find(it => identityKey(it) === id);
    const site = this.sites.find(({ api }) => api === account?.api);
    if (!account || !site) throw new Error(`Nobody is ${id}.`);
    const log = (): undefined => undefined;
    const gitHub = new WatchedGitHub(
      {
        baseUrl: account.api,
        token: () => this.#tokenOf(id),
        ofUser: { token: () => this.#userTokenOf(id), tokenReady: () => this.#userTokenReady(id) },
        userAgent: 'storm',
        log: { info: log, warn: log, error: log },
        fetch: this.network.fetch,
        clock: this.clock,
      },
      sealWith(() => Promise.resolve(sodium)),
    );
    gitHub.watch(this, site);
    return { ...identity, id, store: this.#storeOf(gitHub, account.account.label) };
  }

  #storeOf(gitHub: GitHub, user: string): Store {
    return new Store(
      gitHub,
      () => [],
      () => undefined,
      () => this.#apps,
      user,
    );
  }

  /** As in src/extension.ts: the token of a connection, as long as its account is the one in use. */
  #tokenOf(id: string): string {
    this.#accountInUse(id);
    return this.#session?.token ?? '';
  }

  /** As `UserSecretsSession.token`. */
  #userTokenOf(id: string): string {
    const token = this.#userTokens.get(this.#accountInUse(id));
    if (token === undefined) throw new Failure({ kind: 'scopeMissing', scopes: [userSecretsScope] });
    return token;
  }

  /** As `UserSecretsSession.ready`, which rejects where `token` throws. */
  async #userTokenReady(id: string): Promise<void> {
    await Promise.resolve();
    this.#userTokenOf(id);
  }

  /** The account of a connection, as long as it is the one in use. */
  #accountInUse(id: string): AccountName {
    if (!this.#session) throw new Failure({ kind: 'signedOut' });
    if (identityKey(accounts[this.#session.account]) !== id) throw new Failure({ kind: 'accountChanged' });
    return this.#session.account;
  }
}

/** The real client, whose readings of access are judged. */
class WatchedGitHub extends OctokitGitHub {
  #stage: Stage | undefined;
  #site: Site | undefined;

  watch(stage: Stage, site: Site): void {
    this.#stage = stage;
    this.#site = site;
  }

  override async access(reference: SecretId): Promise<SecretAccess> {
    const since = this.#stage?.history.moment ?? 0;
    const read = await super.access(reference);
    const { visibility, selection, isPartial = false } = read;
    const access = { visibility, selected: new Set(selection.map(({ id }) => id)), isPartial };
    if (this.#site) this.#stage?.judge.judgeRead(this.#site, titleOf(reference), access, since);
    return read;
  }
}
