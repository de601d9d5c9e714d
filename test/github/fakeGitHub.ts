import { performance } from 'node:perf_hooks';
import { systemClock, pause, type Clock } from './clock';
import type { RecordedRequest } from './control';
import { applyEdit, type WorldEdit } from './edits';
import { Fault, forcedBy, matches, type FaultSpec, type RequestPattern } from './faults';
import { connectionLost, requestOf, responseOf } from './fetch';
import { answer, limitKeyOf, type ApiV3, type GitHubState, type Reply, type Violation } from './gitHub';
import { incomingOf, tokenIn, type Incoming } from './incoming';
import { Limits } from './limits';
import { canonicalPath } from './router';
import { answerPage } from './site';
import {
  accessOf,
  storedSecret,
  valueOf,
  type OrganizationAccess,
  type StoredSecret,
  type World,
} from './world';
import { testWorld } from './worlds';

/** How a simulated GitHub starts. */
export interface FakeGitHubOptions {
  /** Milliseconds before every request is handled. */
  readonly latencyMs?: number;
  /** Whether the rate limits refuse. */
  readonly limits?: boolean;
  /** The test world if not given. */
  readonly world?: World;
  /** The machine's clock if not given. Rate limits, the world's times and every delay go by it. */
  readonly clock?: Clock;
  /** Where its web pages stand: `https://github.com` if not given. */
  readonly url?: string;
  /** An Enterprise Server if not given. */
  readonly apiV3?: ApiV3;
}

/**
 * A moment in the life of a request: it came (and the faults are not chosen yet), it is about to be handled, or what it
 * asks for has just been done.
 */
export type RequestMoment = 'arrived' | 'handling' | 'handled';

/** What becomes of a request: a reply, which may stall in the middle of its body, or a broken connection. */
export type Outcome = { readonly reply: Reply; readonly stalls: boolean } | 'lost';

type Watcher = (request: RecordedRequest) => void;

/** GitHub in memory: the world, what goes wrong, and what was asked. `StandIn` puts an HTTP server in front of it. */
export class FakeGitHub {
  /** Where its web pages stand, without a last slash. */
  readonly url: string;
  /** Every request of the API so far, in order of arrival. */
  readonly requests: RecordedRequest[] = [];
  /** What did not fit GitHub's official description so far: a test fails unless this is empty. */
  readonly violations: Violation[] = [];
  /** Whether ill-formed requests are violations. The simulation's own tests switch it off. */
  countsViolations = true;
  /** Milliseconds before every request is handled. */
  latencyMs: number;
  readonly #options: FakeGitHubOptions;
  readonly #clock: Clock;
  readonly #answered = new Set<() => void>();
  readonly #watchers: Record<RequestMoment, Set<Watcher>> = {
    arrived: new Set(),
    handling: new Set(),
    handled: new Set(),
  };
  #initial: World;
  #state: GitHubState;
  #faults: Fault[] = [];
  #lastFault = 0;

  constructor(options: FakeGitHubOptions = {}) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock();
    this.url = options.url ?? 'https://github.com';
    this.latencyMs = options.latencyMs ?? 0;
    this.#initial = structuredClone(options.world ?? testWorld());
    this.#state = this.#freshState();
  }

  /** What GitHub knows at present. Change it by `edit`. */
  get world(): World {
    return this.#state.world;
  }

  /** Whether the rate limits refuse. */
  get limits(): boolean {
    return this.#state.limits.enforced;
  }

  set limits(enforced: boolean) {
    this.#state.limits.enforced = enforced;
  }

  /** Takes the place of `fetch`, whatever the host of the address is. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = await requestOf(input, init);
    const { signal } = request;
    signal?.throwIfAborted();
    const incoming = incomingOf(request, new URL(request.url).origin);
    return new Promise((resolve, reject) => {
      // A client that goes away does not undo what it asked for.
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      this.exchange(incoming, signal)
        .then(outcome => {
          if (outcome === 'lost') {
            throw connectionLost();
          }
          resolve(responseOf(request, outcome.reply, outcome.stalls));
        })
        .catch(reject);
    });
  };

  /** Changes the world, as other people do. */
  edit(...edits: readonly WorldEdit[]): void {
    edits.forEach(edit => applyEdit(this.world, edit, this.#clock.now()));
  }

  /** Calls `work` at that moment of every request of the API, until the function that it gives is called. */
  onRequest(work: Watcher, moment: RequestMoment = 'handling'): () => void {
    this.#watchers[moment].add(work);
    return () => void this.#watchers[moment].delete(work);
  }

  /** Asks for a fault. Of several that fit a request all happen, in the order they were asked for. */
  fault(spec: FaultSpec): Fault {
    const fault = new Fault((this.#lastFault += 1), spec);
    this.#faults.push(fault);
    return fault;
  }

  /** The value of a secret, opened; undefined where there is no such secret. */
  value(organization: string, name: string): string | undefined {
    const bytes = this.valueBytes(organization, name);
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  }

  /** The same as bytes. */
  valueBytes(organization: string, name: string): Uint8Array | undefined {
    return valueOf(this.world, organization, name);
  }

  /** What is stored for a secret besides its value; undefined where there is no such secret. */
  secret(organization: string, name: string): StoredSecret | undefined {
    return storedSecret(this.world, organization, name);
  }

  /** Who can use which secret of an organization, as plain data to compare with. */
  access(organization: string): OrganizationAccess {
    return accessOf(this.world, organization);
  }

  /** The requests so far that a pattern means. */
  requestsTo(pattern: RequestPattern): RecordedRequest[] {
    return this.requests.filter(({ method, path }) => {
      const [pathname = '', query = ''] = path.split('?', 2);
      return matches(pattern, method, pathname, query);
    });
  }

  /** Resolves as soon as that many requests that the pattern means have been answered. */
  async answered(pattern: RequestPattern, count = 1): Promise<void> {
    const isReached = () =>
      this.requestsTo(pattern).filter(request => request.endedAt !== undefined).length >= count;
    while (!isReached()) {
      await new Promise<void>(resolve => this.#answered.add(resolve));
    }
  }

  /** Empties the list of requests. */
  forgetRequests(): void {
    this.requests.length = 0;
  }

  /** Back to the world of the start, or to another; no requests, violations, faults, watchers or used up limits. */
  reset(world?: World): void {
    this.#initial = world ? structuredClone(world) : this.#initial;
    this.endFaults();
    Object.values(this.#watchers).forEach(watchers => watchers.clear());
    this.forgetRequests();
    this.violations.length = 0;
    this.countsViolations = true;
    this.latencyMs = this.#options.latencyMs ?? 0;
    this.#state = this.#freshState();
  }

  /** A fault by its id; throws where it is over. */
  faultOf(id: number): Fault {
    const fault = this.#faults.find(candidate => candidate.id === id);
    if (!fault) {
      throw new Error(`There is no fault ${id}.`);
    }
    return fault;
  }

  /** Ends all faults, and lets go what they hold. */
  endFaults(): void {
    this.#faults.forEach(fault => fault.end());
    this.#faults = [];
  }

  /** Takes a request and says what becomes of it. The signal aborts when its client goes away. */
  async exchange(incoming: Incoming, signal?: AbortSignal): Promise<Outcome> {
    const page = answerPage(this.#state, incoming);
    if (page) {
      return { reply: page, stalls: false };
    }
    const request = { ...incoming, path: canonicalPath(this.world, incoming.path) };
    const record = recordOf(request);
    this.requests.push(record);
    try {
      return await this.#handle(request, record, signal);
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.violations.push({ method: record.method, path: record.path, problem });
      return { reply: { status: 500, headers: {}, body: { message: problem } }, stalls: false };
    } finally {
      record.endedAt = performance.now();
      this.#answered.forEach(watcher => watcher());
      this.#answered.clear();
    }
  }

  async #handle(incoming: Incoming, record: RecordedRequest, signal?: AbortSignal): Promise<Outcome> {
    const { limits, world } = this.#state;
    this.#tell('arrived', record);
    const limitKey = limitKeyOf(world, incoming);
    const refusal = limits.enter(limitKey, incoming.method);
    try {
      const query = incoming.query.toString();
      const faults = this.#faults.filter(fault => fault.takes(incoming.method, incoming.path, query));
      await pause(this.#clock, this.latencyMs);
      if (await this.#meet(faults, 'before', signal)) {
        return 'lost';
      }
      this.#tell('handling', record);
      const now = this.#clock.now();
      const forced = faults.map(({ spec }) => forcedBy(spec, limitKey, now)).find(Boolean);
      const reply = answer(this.#state, incoming, forced ?? refusal);
      this.#note(reply);
      this.#tell('handled', record);
      if (await this.#meet(faults, 'after', signal)) {
        return 'lost';
      }
      record.status = reply.status;
      record.responseHeaders = reply.headers;
      record.responseBody = reply.body;
      return { reply, stalls: faults.some(({ spec }) => spec.kind === 'hang' && spec.when === 'body') };
    } finally {
      if (!refusal) {
        limits.leave(limitKey);
      }
    }
  }

  /** Lets the faults of one side of the handling happen, and says whether they broke the connection. */
  async #meet(faults: readonly Fault[], when: 'before' | 'after', signal?: AbortSignal): Promise<boolean> {
    let isLost = false;
    for (const { spec, hold } of faults) {
      if (spec.kind === 'latency' && when === 'before') {
        await pause(this.#clock, spec.ms);
      } else if (spec.kind === 'before' && when === 'before') {
        this.edit(...spec.edits);
      } else if (spec.kind === 'hold' && (spec.when ?? 'before') === when) {
        await hold();
      } else if (spec.kind === 'hang' && (spec.when ?? 'before') === when) {
        await hold(signal);
        isLost = true;
      } else if (spec.kind === (when === 'before' ? 'drop' : 'dropAfter')) {
        isLost = true;
      }
    }
    return isLost;
  }

  #note({ violation }: Reply): void {
    if (violation && this.countsViolations) {
      this.violations.push(violation);
    }
  }

  #tell(moment: RequestMoment, record: RecordedRequest): void {
    this.#watchers[moment].forEach(work => work(record));
  }

  #freshState(): GitHubState {
    const { now } = this.#clock;
    return {
      world: structuredClone(this.#initial),
      limits: new Limits(this.#options.limits ?? false, now),
      now,
      url: this.url,
      apiV3: this.#options.apiV3 ?? 'enterpriseServer',
      serial: 0,
      ssoRequests: new Map(),
    };
  }
}

function recordOf({ method, path, query, url, address, headers, text, body }: Incoming): RecordedRequest {
  return {
    method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    url,
    address,
    token: tokenIn(headers),
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ),
    text,
    body,
    status: undefined,
    responseHeaders: {},
    responseBody: undefined,
    startedAt: performance.now(),
    endedAt: undefined,
  };
}
