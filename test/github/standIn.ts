import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { controlPath, type ControlCommand, type RecordedRequest } from './control';
import { preflightHeaders } from './cors';
import { execute } from './execute';
import { applyEdit, type WorldEdit } from './edits';
import { Fault, forcedBy, matches, type FaultSpec, type RequestPattern } from './faults';
import { answer, limitKeyOf, type GitHubState, type Reply, type Violation } from './gitHub';
import { readIncoming, type Incoming } from './incoming';
import { Limits } from './limits';
import { canonicalPath } from './router';
import { answerPage } from './site';
import { storedSecret, valueOf, type StoredSecret, type World } from './world';
import { testWorld } from './worlds';

/** How a stand-in starts. */
export interface StandInOptions {
  /** A free one if not given. */
  readonly port?: number;
  /** Milliseconds before every request is handled. */
  readonly latencyMs?: number;
  /** Whether the rate limits refuse. */
  readonly limits?: boolean;
  /** The test world if not given. */
  readonly world?: World;
  /** Milliseconds since 1970; the clock of rate limits and of the world's times. */
  readonly now?: () => number;
}

/** Starts a stand-in on this machine alone. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new StandIn(server, port === 80 ? 'http://localhost' : `http://localhost:${port}`, options);
}

/** A running stand-in for GitHub. */
export class StandIn {
  /** The address without a last slash; the enterprise API is at `/api/v3` below it. */
  readonly url: string;
  /** Every request of the API so far, in order of arrival. */
  readonly requests: RecordedRequest[] = [];
  /** What did not fit GitHub's official description so far: a test fails unless this is empty. */
  readonly violations: Violation[] = [];
  /** Milliseconds before every request is handled. */
  latencyMs: number;
  readonly #server: Server;
  readonly #options: StandInOptions;
  readonly #now: () => number;
  readonly #watchers = new Set<() => void>();
  #initial: World;
  #state: GitHubState;
  #faults: Fault[] = [];
  #lastFault = 0;

  /** Use `startStandIn`. */
  constructor(server: Server, url: string, options: StandInOptions) {
    this.url = url;
    this.#server = server;
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.latencyMs = options.latencyMs ?? 0;
    this.#initial = structuredClone(options.world ?? testWorld());
    this.#state = this.#freshState();
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        if (response.destroyed) {
          // The client went away while it was sending: nothing was asked.
          return;
        }
        const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.violations.push({ method: request.method ?? '', path: request.url ?? '', problem });
        response.writeHead(500).end(problem);
      });
    });
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

  /** Changes the world, as other people do. */
  edit(...edits: readonly WorldEdit[]): void {
    edits.forEach(edit => applyEdit(this.world, edit, this.#now()));
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
      await new Promise<void>(resolve => this.#watchers.add(resolve));
    }
  }

  /** Empties the list of requests. */
  forgetRequests(): void {
    this.requests.length = 0;
  }

  /** Back to the world of the start, or to another; no requests, violations, faults or used up limits. */
  reset(world?: World): void {
    this.#initial = world ? structuredClone(world) : this.#initial;
    this.#faults.forEach(fault => fault.end());
    this.#faults = [];
    this.forgetRequests();
    this.violations.length = 0;
    this.latencyMs = this.#options.latencyMs ?? 0;
    this.#state = this.#freshState();
  }

  /** Ends the server and every connection to it. */
  async close(): Promise<void> {
    this.#faults.forEach(fault => fault.end());
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** A fault by its id; throws where it is over. */
  faultOf(id: number): Fault {
    const fault = this.#faults.find(candidate => candidate.id === id);
    if (!fault) {
      throw new Error(`There is no fault ${id}.`);
    }
    return fault;
  }

  #freshState(): GitHubState {
    return {
      world: structuredClone(this.#initial),
      limits: new Limits(this.#options.limits ?? false, this.#now),
      now: this.#now,
      url: this.url,
      ssoRequests: new Map(),
    };
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(request);
    if (incoming.path === controlPath) {
      await this.#serveControl(incoming, response);
      return;
    }
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, { ...preflightHeaders }).end();
      return;
    }
    const page = answerPage(this.#state, incoming);
    if (page) {
      response.writeHead(page.status, { ...page.headers }).end(page.body);
      return;
    }
    await this.#serveApi({ ...incoming, path: canonicalPath(this.world, incoming.path) }, response);
  }

  async #serveControl(incoming: Incoming, response: ServerResponse): Promise<void> {
    const headers = { ...preflightHeaders, 'Content-Type': 'application/json' };
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, headers).end();
      return;
    }
    try {
      const result = await execute(this, incoming.body as ControlCommand);
      response.writeHead(200, headers).end(JSON.stringify(result));
    } catch (error) {
      response.writeHead(400, headers).end(JSON.stringify(String(error)));
    }
  }

  async #serveApi(incoming: Incoming, response: ServerResponse): Promise<void> {
    const record = recordOf(incoming);
    this.requests.push(record);
    const state = this.#state;
    const limitKey = limitKeyOf(state.world, incoming);
    const refusal = state.limits.enter(limitKey, incoming.method);
    try {
      const query = incoming.query.toString();
      const faults = this.#faults.filter(fault => fault.takes(incoming.method, incoming.path, query));
      await delay(this.latencyMs);
      for (const fault of faults) {
        await this.#apply(fault);
      }
      if (faults.some(({ spec }) => spec.kind === 'drop')) {
        response.destroy();
        return;
      }
      const forced = faults.map(({ spec }) => forcedBy(spec, limitKey, this.#now())).find(Boolean);
      const reply = answer(this.#state, incoming, forced ?? refusal);
      if (reply.violation) {
        this.violations.push(reply.violation);
      }
      for (const fault of faults.filter(({ spec }) => spec.kind === 'hold' && spec.when === 'after')) {
        await fault.hold();
      }
      if (faults.some(({ spec }) => spec.kind === 'dropAfter')) {
        response.destroy();
        return;
      }
      record.status = reply.status;
      record.responseHeaders = reply.headers;
      record.responseBody = reply.body;
      await send(response, reply);
    } finally {
      if (!refusal) {
        state.limits.leave(limitKey);
      }
      record.endedAt = performance.now();
      this.#watchers.forEach(watcher => watcher());
      this.#watchers.clear();
    }
  }

  async #apply({ spec, hold }: Fault): Promise<void> {
    if (spec.kind === 'latency') {
      await delay(spec.ms);
    } else if (spec.kind === 'before') {
      this.edit(...spec.edits);
    } else if (spec.kind === 'hold' && spec.when !== 'after') {
      await hold();
    }
  }
}

function recordOf({ method, path, query, url, headers, text, body }: Incoming): RecordedRequest {
  return {
    method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    url,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    text,
    body,
    status: undefined,
    responseHeaders: {},
    responseBody: undefined,
    startedAt: performance.now(),
    endedAt: undefined,
  };
}

async function send(response: ServerResponse, { status, headers, body }: Reply): Promise<void> {
  const isHtml = typeof body === 'string';
  const text = isHtml ? body : body === undefined ? '' : JSON.stringify(body);
  const type = text && { 'Content-Type': `${isHtml ? 'text/html' : 'application/json'}; charset=utf-8` };
  if (response.destroyed) {
    // The client did not wait for its answer, and will not close again.
    return;
  }
  response.writeHead(status, { ...type, ...headers });
  await new Promise<void>(resolve => {
    response.on('close', resolve);
    response.end(text);
  });
}
