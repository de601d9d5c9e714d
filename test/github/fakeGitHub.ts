import { pause, systemClock, type Clock } from './clock';
import type { RecordedRequest } from './control';
import { applyEdit, type FixtureEdit } from './edits';
import { FaultList, meet } from './faultList';
import { forcedBy, type Fault, type FaultSpec, type RequestPattern } from './faults';
import { connectionLost, redirected, requestOf, responseOf, type FetchRequest } from './fetch';
import { answer, limitKeyOf, type ApiV3, type GitHubState, type Reply, type Violation } from './gitHub';
import { incomingOf, type Incoming } from './incoming';
import { Limits } from './limits';
import { RequestLog } from './requestLog';
import { canonicalPath } from './router';
import { answerPage } from './site';
import {
  ownValueOf,
  storedRepositorySecret,
  storedUserSecret,
  type OwnSecretOwner,
  type StoredRepositorySecret,
  type StoredUserSecret,
} from './storedOwnSecrets';
import { textOfValue } from './valueText';
import {
  accessOf,
  storedSecret,
  valueOf,
  type OrganizationAccess,
  type SecretApp,
  type StoredSecret,
  type Fixture,
} from './fixture';
import { testFixture } from './fixtures';

/** How a simulated GitHub starts. */
export interface FakeGitHubOptions {
  /** Milliseconds before every request is handled. */
  readonly latencyMs?: number;
  /** Whether the rate limits refuse. */
  readonly limits?: boolean;
  /** The test fixture if not given. */
  readonly fixture?: Fixture;
  /** The machine's clock if not given. Rate limits, the fixture's times and every delay go by it. */
  readonly clock?: Clock;
  /** Where its web pages stand: `https://github.com` if not given. */
  readonly url?: string;
  /** An Enterprise Server if not given. */
  readonly apiV3?: ApiV3;
}

/**
 * A moment in the life of a request: it came (and its faults are not chosen yet), it is about to be handled, or it has
 * just been carried out or refused.
 */
export type RequestMoment = 'arrived' | 'handling' | 'handled';

/** What becomes of a request: a reply, which may stall in the middle of its body, or a broken connection. */
export type Outcome = { readonly reply: Reply; readonly stalls: boolean } | 'lost';

/** `status` is what GitHub came to once the request is handled, even where the answer will be lost. */
type Watcher = (request: RecordedRequest, status: number | undefined) => void;

/** GitHub in memory: the fixture, what goes wrong, and what was asked. `FakeGitHubServer` puts an HTTP server in front of it. */
export class FakeGitHub {
  /** Where its web pages stand, without a last slash. */
  readonly url: string;
  /** What did not fit GitHub's official description so far: a test fails unless this is empty. */
  readonly violations: Violation[] = [];
  /** Whether ill-formed requests are violations. The simulation's own tests switch it off. */
  countsViolations = true;
  /** Milliseconds before every request is handled. */
  latencyMs: number;
  readonly #options: FakeGitHubOptions;
  readonly #clock: Clock;
  readonly #log = new RequestLog();
  readonly #faults = new FaultList();
  readonly #watchers: Record<RequestMoment, Set<Watcher>> = {
    arrived: new Set(),
    handling: new Set(),
    handled: new Set(),
  };
  #initial: Fixture;
  #state: GitHubState;

  constructor(options: FakeGitHubOptions = {}) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock();
    this.url = options.url ?? 'https://github.com';
    this.latencyMs = options.latencyMs ?? 0;
    this.#initial = structuredClone(options.fixture ?? testFixture());
    this.#state = this.#freshState();
  }

  /** Every request of the API so far, in order of arrival. */
  get requests(): RecordedRequest[] {
    return this.#log.all;
  }

  /** What GitHub knows at present. Change it by `edit`. */
  get fixture(): Fixture {
    return this.#state.fixture;
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
    return this.#fetched(request);
  };

  /** Changes the fixture, as other people do. */
  edit(...edits: readonly FixtureEdit[]): void {
    edits.forEach(edit => applyEdit(this.fixture, edit, this.#clock.now()));
  }

  /** Calls `work` at that moment of every request of the API, until the function that it gives is called. */
  onRequest(work: Watcher, moment: RequestMoment = 'handling'): () => void {
    this.#watchers[moment].add(work);
    return () => void this.#watchers[moment].delete(work);
  }

  /** Asks for a fault. Of several that fit a request all happen, in the order they were asked for. */
  fault(spec: FaultSpec): Fault {
    return this.#faults.add(spec);
  }

  /** The value of a secret, opened, of Codespaces unless another app is named; undefined where there is no such secret. */
  value(organization: string, name: string, app?: SecretApp): string | undefined {
    return textOfValue(this.valueBytes(organization, name, app));
  }

  /** The same as bytes. */
  valueBytes(organization: string, name: string, app?: SecretApp): Uint8Array | undefined {
    return valueOf(this.fixture, organization, name, app);
  }

  /** What is stored for a secret besides its value; undefined where there is no such secret. */
  secret(organization: string, name: string, app?: SecretApp): StoredSecret | undefined {
    return storedSecret(this.fixture, organization, name, app);
  }

  /** The value of a repository's own secret, opened. The repository goes by its full name, as `acme/billing`. */
  repositoryValue(fullName: string, name: string): string | undefined {
    return textOfValue(this.ownValueBytes({ repository: fullName }, name));
  }

  /** What is stored for a repository's own secret besides its value; undefined where there is no such secret. */
  repositorySecret(fullName: string, name: string): StoredRepositorySecret | undefined {
    return storedRepositorySecret(this.fixture, fullName, name);
  }

  /** The value of a user's secret, opened. */
  userValue(login: string, name: string): string | undefined {
    return textOfValue(this.ownValueBytes({ user: login }, name));
  }

  /** What is stored for a user's secret besides its value; undefined where there is no such secret. */
  userSecret(login: string, name: string): StoredUserSecret | undefined {
    return storedUserSecret(this.fixture, login, name);
  }

  /** The value of a secret of a repository or a user as bytes. */
  ownValueBytes(owner: OwnSecretOwner, name: string): Uint8Array | undefined {
    return ownValueOf(this.fixture, owner, name);
  }

  /** Who can use which secret of an organization, as plain data to compare with. */
  access(organization: string, app?: SecretApp): OrganizationAccess {
    return accessOf(this.fixture, organization, app);
  }

  /** The requests so far that a pattern means. */
  requestsTo(pattern: RequestPattern): RecordedRequest[] {
    return this.#log.to(pattern);
  }

  /** Resolves as soon as that many requests that the pattern means have been answered. */
  async answered(pattern: RequestPattern, count = 1): Promise<void> {
    await this.#log.ended(pattern, count);
  }

  /** Empties the list of requests. */
  forgetRequests(): void {
    this.requests.length = 0;
  }

  /** Back to the fixture of the start, or to another; no requests, violations, faults, watchers or used up limits. */
  reset(fixture?: Fixture): void {
    this.#initial = fixture ? structuredClone(fixture) : this.#initial;
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
    return this.#faults.byId(id);
  }

  /** Ends all faults, and lets go what they hold. */
  endFaults(): void {
    this.#faults.end();
  }

  /** Takes a request and says what becomes of it. The signal aborts when its client goes away. */
  async exchange(incoming: Incoming, signal?: AbortSignal): Promise<Outcome> {
    const page = answerPage(this.#state, incoming);
    if (page) return { reply: page, stalls: false };
    const request = { ...incoming, path: canonicalPath(this.fixture, incoming.path) };
    const record = this.#log.begin(request);
    try {
      return await this.#handle(request, record, signal);
    } catch (error) {
      const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.violations.push({ method: record.method, path: record.path, problem });
      return { reply: { status: 500, headers: {}, body: { message: problem } }, stalls: false };
    } finally {
      this.#log.end(record);
    }
  }

  /** Sends one request, and those that it is redirected to. */
  async #fetched(request: FetchRequest): Promise<Response> {
    const { signal } = request;
    signal?.throwIfAborted();
    const incoming = incomingOf(request, new URL(request.url).origin);
    return new Promise((resolve, reject) => {
      // A client that goes away does not undo what it asked for.
      const leave = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', leave);
      this.exchange(incoming, signal)
        .then(outcome => {
          if (outcome === 'lost') throw connectionLost();
          const location = redirected(request, outcome.reply);
          resolve(
            location === undefined
              ? responseOf(request, outcome.reply, outcome.stalls)
              : this.#fetched({ ...request, url: location }),
          );
        })
        .catch(reject)
        .finally(() => signal?.removeEventListener('abort', leave));
    });
  }

  async #handle(incoming: Incoming, record: RecordedRequest, signal?: AbortSignal): Promise<Outcome> {
    const { limits, fixture } = this.#state;
    this.#tell('arrived', record);
    const limitKey = limitKeyOf(fixture, incoming);
    const refusal = limits.enter(limitKey, incoming.method);
    try {
      const faults = this.#faults.taking(incoming);
      const stage = { clock: this.#clock, edit: this.edit.bind(this), signal };
      await pause(this.#clock, this.latencyMs);
      if (await meet(faults, 'before', stage)) return 'lost';
      this.#tell('handling', record);
      const now = this.#clock.now();
      const forced = faults.map(({ spec }) => forcedBy(spec, limitKey, now)).find(Boolean);
      const reply = answer(this.#state, incoming, forced ?? refusal);
      this.#note(reply);
      this.#tell('handled', record, reply.status);
      if (await meet(faults, 'after', stage)) return 'lost';
      record.status = reply.status;
      record.responseHeaders = reply.headers;
      record.responseBody = reply.body;
      return { reply, stalls: faults.some(({ spec }) => spec.kind === 'hang' && spec.when === 'body') };
    } finally {
      if (!refusal) limits.leave(limitKey);
    }
  }

  #note({ violation }: Reply): void {
    if (violation && this.countsViolations) this.violations.push(violation);
  }

  #tell(moment: RequestMoment, record: RecordedRequest, status?: number): void {
    this.#watchers[moment].forEach(work => work(record, status));
  }

  #freshState(): GitHubState {
    const { now } = this.#clock;
    return {
      fixture: structuredClone(this.#initial),
      limits: new Limits(this.#options.limits ?? false, now),
      now,
      url: this.url,
      apiV3: this.#options.apiV3 ?? 'enterpriseServer',
      serial: 0,
      ssoRequests: new Map(),
    };
  }
}
