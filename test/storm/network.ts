import { AsyncLocalStorage } from 'node:async_hooks';
import type { FixtureEdit } from '../github/edits';
import type { Fault, FaultEffect } from '../github/faults';
import type { RunningFlow } from './asks';
import { type Call, callOf, callWords, isPage, misaddressed, type TokenUse } from './call';
import type { StormClock } from './clock';
import { anotherAdmin, type History } from './history';
import type { Incident } from './sequence';
import { accounts, type Site } from './sites';
import { secretOn } from './storedSecrets';
import { partial } from './partial';
import { possibleEdit } from './otherAdmin';
import { randomFrom } from './random';

/** What the network tells. */
export interface NetworkEvents {
  readonly onViolation: (problem: string) => void;
  /** GitHub has handled a request that is no reading. */
  readonly onWrite: (call: Call, wasThere: boolean) => void;
  readonly onLog: (line: string) => void;
}

/** How long a request may take of the machine's time, in milliseconds. It ends a run that stands still, and checks nothing. */
const patience = 60_000;

/** What of a secret's entry tells that it was written. */
type Trace = readonly [unknown, unknown];

/** What GitHub answered; without a status where that never comes whole. */
interface Exchange {
  readonly response: Response;
  readonly status: number | undefined;
}

/** Lies between the client and both GitHubs: it takes its time, and lets happen what a sequence has planned. */
export class Network {
  /** Whose requests are sent. */
  readonly flows = new AsyncLocalStorage<RunningFlow>();
  readonly calls: Call[] = [];
  /** Whose each token is that was ever given out. */
  readonly tokens = new Map<string, TokenUse>();
  /** How long GitHub told somebody to wait so far, in milliseconds, each time at most an hour. */
  saidWaits = 0;
  readonly #clock: StormClock;
  readonly #history: History;
  readonly #sites: readonly Site[];
  readonly #random: () => number;
  readonly #events: NetworkEvents;
  #incidents: readonly Incident[] = [];
  #counts = { requests: 0, writes: 0, pages: 0 };
  #underWay: Call | undefined;
  readonly #busy = new Set<Call>();
  readonly #idle = new Set<() => void>();

  constructor(
    {
      clock,
      history,
      sites,
      seed,
    }: { clock: StormClock; history: History; sites: readonly Site[]; seed: number },
    events: NetworkEvents,
  ) {
    this.#clock = clock;
    this.#history = history;
    this.#sites = sites;
    this.#random = randomFrom(seed);
    this.#events = events;
    for (const site of sites) this.#watch(site);
  }

  /** From the next request on these incidents happen, and those of the step before do not. */
  plan(incidents: readonly Incident[]): void {
    this.#incidents = incidents;
    this.#counts = { requests: 0, writes: 0, pages: 0 };
  }

  /**
   * Resolves when nothing is under way that does not wait for the clock. Gives the requests that stand still, where none
   * has ended for a minute of the machine's time.
   */
  async settled(): Promise<readonly string[]> {
    await new Promise(setImmediate);
    while (this.#busy.size > 0) if (!(await this.#ended())) return [...this.#busy].map(callWords);
    await new Promise(setImmediate);
    return [];
  }

  /** Whether a request under way comes to its end. */
  #ended(): Promise<boolean> {
    return new Promise(resolve => {
      const watchdog = setTimeout(() => resolve(false), patience);
      this.#idle.add(() => {
        clearTimeout(watchdog);
        resolve(true);
      });
    });
  }

  readonly fetch: typeof globalThis.fetch = (input, init = {}) => {
    try {
      const address = input instanceof Request ? input.url : String(input);
      const call = callOf(address, init, { sites: this.#sites, flow: this.flows.getStore() });
      return this.#carried(call, init);
    } catch (error) {
      throw this.#failing(error);
    }
  };

  /** The client takes whatever fails here for a broken connection, so that it has to be told. */
  #failing(error: unknown): unknown {
    this.#events.onViolation(`the storm itself fails: ${String(error)}`);
    return error;
  }

  async #carried(call: Call, init: RequestInit): Promise<Response> {
    this.calls.push(call);
    for (const problem of misaddressed(call, init, this.tokens)) this.#events.onViolation(problem);
    const counted: Incident['of'][] = ['requests'];
    if (call.method !== 'GET') counted.push('writes');
    if (isPage(call)) counted.push('pages');
    for (const kind of counted) this.#counts[kind] += 1;
    const incidents = this.#incidents.filter(({ of, at }) => counted.includes(of) && at === this.#counts[of]);
    const delay = incidents.reduce((sum, incident) => sum + (incident.delay ?? 0), 0);
    await this.#travel(delay);
    init.signal?.throwIfAborted();
    try {
      for (const { edits = [] } of incidents) this.#edit(call.site, edits);
      if (incidents.some(it => it.revokesUserTokens)) this.#revokeUserTokens(call.site);
    } catch (error) {
      throw this.#failing(error);
    }
    const faults = incidents.flatMap(({ fault }) => (fault ? [call.site.gitHub.fault(fault)] : []));
    const { response, status } = await this.#exchanged(call, init, faults);
    await this.#travel(delay);
    // A client that has left by then has no answer.
    if (!init.signal?.aborted) call.status = status;
    return incidents.some(it => it.isPartial) ? partial(call, response) : response;
  }

  #edit(site: Site, edits: readonly FixtureEdit[]): void {
    for (const planned of edits) {
      // What an edit can name depends on the one before it.
      const edit = possibleEdit(site, planned);
      if (!edit) continue;
      this.#history.next();
      site.gitHub.edit(edit);
      this.#history.note(site, anotherAdmin);
      this.#log(`  another admin: ${JSON.stringify(edit)}`);
    }
  }

  #revokeUserTokens(site: Site): void {
    for (const [token, { account, isForUser }] of this.tokens)
      if (isForUser && accounts[account].api === site.api) site.gitHub.edit({ edit: 'revokeToken', token });
    this.#log('  the second tokens are revoked');
  }

  async #exchanged(call: Call, init: RequestInit, faults: readonly Fault[]): Promise<Exchange> {
    this.#underWay = call;
    this.#busy.add(call);
    const free = (): void => {
      if (!this.#busy.delete(call)) return;
      for (const resolve of this.#idle) resolve();
      this.#idle.clear();
    };
    for (const fault of faults) if (fault.spec.kind === 'hang') void fault.holding().then(free);
    try {
      const mayStall = faults.some(({ spec }) => spec.kind === 'hang' && spec.when === 'body');
      const response = await call.site.send(call.site.api + call.path, init, mayStall);
      // An answer without a body has come whole.
      const stalls = mayStall && response.body !== null;
      this.#log(`  ${callWords(call)} ${stalls ? 'stalls' : response.status}`);
      this.#countWait(faults);
      return { response, status: stalls ? undefined : response.status };
    } catch (error) {
      this.#log(`  ${callWords(call)} no answer`);
      throw error;
    } finally {
      free();
    }
  }

  #countWait(faults: readonly Fault[]): void {
    // Each refusal in a row is followed by a longer wait, up to a minute.
    for (const { spec } of faults) this.saidWaits += saidWait(spec) > 0 ? saidWait(spec) + 61_000 : 0;
  }

  #travel(delay: number): Promise<void> {
    return this.#clock.pause(5 + Math.floor(this.#random() ** 3 * 600) + delay);
  }

  #watch(site: Site): void {
    let before: Trace;
    const traceOf = (): Trace => {
      const title = this.#underWay?.secret;
      const secret = title === undefined ? undefined : secretOn(site, title);
      return [secret, secret?.updatedAt];
    };
    site.gitHub.onRequest(() => {
      if (this.#underWay) this.#underWay.secret = this.#underWay.titleNow();
      before = traceOf();
      this.#history.next();
    }, 'handling');
    site.gitHub.onRequest(() => {
      const call = this.#underWay;
      if (!call) return;
      call.handledAt = this.#history.moment;
      const after = traceOf();
      // GitHub answers many a refusal without doing anything; what it did is seen by what it keeps.
      if (call.method === 'GET' || (after[0] === before[0] && after[1] === before[1])) return;
      this.#history.note(site, call.flow);
      this.#events.onWrite(call, before[0] !== undefined);
    }, 'handled');
  }

  #log(line: string): void {
    this.#events.onLog(line);
  }
}

/** For how long a fault tells the client to wait, in milliseconds: a minute where it does not say, and an hour at most. */
function saidWait(spec: FaultEffect): number {
  if (spec.kind === 'primaryLimit') return spec.resetIn * 1000;
  if (spec.kind !== 'secondaryLimit') return 0;
  const { retryAfter: said } = spec;
  const seconds =
    typeof said === 'number'
      ? said
      : typeof said === 'string' || 'text' in said
        ? 60
        : 'date' in said
          ? said.date
          : said.reset;
  return Math.min(3600, Math.max(1, seconds)) * 1000;
}
