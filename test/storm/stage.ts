import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { type Connection, Connections } from '../../src/cache/connections';
import { identityKey } from '../../src/model/identity';
import { Failure } from '../../src/model/failure';
import type { SecretAccess } from '../../src/model/access';
import type { GitHub } from '../../src/model/gitHub';
import type { SecretId } from '../../src/model/secret';
import type { SecretApp } from '../../src/model/secretApp';
import { Store } from '../../src/cache/store';
import { StormClock } from './clock';
import { anotherAdmin, History } from './history';
import { Judge } from './judge';
import { Network } from './network';
import { titleOf } from './secretTitle';
import type { AccountName, Sequence } from './sequence';
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
  #lastToken = 0;

  readonly #apps: readonly SecretApp[];

  private constructor(clock: StormClock, sites: readonly Site[], { network, apps }: Sequence) {
    this.clock = clock;
    this.#apps = apps;
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
    this.#session = account && { account, token: this.#newToken(account) };
    this.connections.use(account && accounts[account]);
  }

  async close(): Promise<void> {
    await Promise.all(this.sites.map(site => site.close()));
  }

  #newToken(account: AccountName): string {
    const token = `gho_${account}_${(this.#lastToken += 1)}`;
    const site = this.sites.find(({ api }) => api === accounts[account].api);
    site?.gitHub.edit({
      edit: 'setToken',
      token,
      user: accounts[account].account.label,
      scopes: ['admin:org', 'repo'],
    });
    this.network.tokens.set(token, account);
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
        userAgent: 'storm',
        log: { info: log, warn: log, error: log },
        fetch: this.network.fetch,
        clock: this.clock,
      },
      sealWith(() => Promise.resolve(sodium)),
    );
    gitHub.watch(this, site);
    return { ...identity, id, store: this.#storeOf(gitHub) };
  }

  #storeOf(gitHub: GitHub): Store {
    return new Store(
      gitHub,
      () => [],
      () => undefined,
      () => this.#apps,
    );
  }

  /** As in src/extension.ts: the token of a connection, as long as its account is the one in use. */
  #tokenOf(id: string): string {
    if (!this.#session) throw new Failure({ kind: 'signedOut' });
    if (identityKey(accounts[this.#session.account]) !== id) throw new Failure({ kind: 'accountChanged' });
    return this.#session.token;
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
    const { visibility, selection } = await super.access(reference);
    const access = { visibility, selected: new Set(selection.map(({ id }) => id)) };
    if (this.#site) this.#stage?.judge.judgeRead(this.#site, titleOf(reference), access, since);
    return { visibility, selection };
  }
}
