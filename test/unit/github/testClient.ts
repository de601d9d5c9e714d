import { type Client, createClient } from '../../../src/github/client';
import { toFailure } from '../../../src/github/failures';
import { type FailureReason, isFailure } from '../../../src/model/failure';
import { VirtualClock } from '../../virtualClock';

export const secrets = 'GET /orgs/{org}/codespaces/secrets';
export const put = 'PUT /orgs/{org}/codespaces/secrets/{secret_name}';
export const secret = { org: 'acme', secret_name: 'NPM_TOKEN', visibility: 'all' } as const;
export const repeatable = { ...secret, request: { isRepeatable: true } };

export const json = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
export const never = (): Promise<never> => new Promise(() => undefined);
export const offline = (): never => {
  throw new TypeError('fetch failed');
};

/** An answer whose headers are there, and whose body never comes. */
export const endless = (): Promise<Response> =>
  Promise.resolve(new Response(new ReadableStream(), { headers: { 'content-type': 'application/json' } }));

export const reasonOf = (error: unknown): FailureReason | undefined => {
  const failure = toFailure(error);
  return isFailure(failure) ? failure.reason : undefined;
};

interface Sent {
  readonly init: RequestInit;
  readonly at: number;
}

/** A client on a clock of its own, what it is answered, and what it does. */
export interface TestClient {
  readonly client: Client;
  readonly clock: VirtualClock;
  /** The clock's time at the start. */
  readonly start: number;
  readonly logged: readonly string[];
  sent: Sent[];
  /** What is answered, one after the other; at last the same again and again. */
  answers: (() => Response | Promise<Response>)[];
  token: () => string;
  /** How a request ends: with nothing, or with what it rejects with; and when, in milliseconds. */
  readonly ended: (request: Promise<unknown>) => { error?: unknown; at?: number };
}

/** A new client, which finds no secrets. `tokenReady` as for `createClient`. */
export function newTestClient({ tokenReady }: { tokenReady?: () => Promise<never> } = {}): TestClient {
  const clock = new VirtualClock();
  const start = clock.now();
  const logged: string[] = [];
  const log = (message: string): unknown => logged.push(message);
  const client = createClient({
    baseUrl: 'https://api.example.com',
    token: () => made.token(),
    ...(tokenReady && { tokenReady }),
    userAgent: 'test',
    log: { info: log, warn: log, error: log },
    clock,
    fetch: (_, init = {}) => {
      made.sent.push({ init, at: clock.now() - start });
      const answer = made.answers.length > 1 ? made.answers.shift() : made.answers[0];
      return Promise.resolve().then(() => answer?.() ?? never());
    },
  });
  const ended = (request: Promise<unknown>): { error?: unknown; at?: number } => {
    const end: { error?: unknown; at?: number } = {};
    void request
      .then(
        () => undefined,
        (error: unknown) => (end.error = error),
      )
      .finally(() => (end.at = clock.now() - start));
    return end;
  };
  const made: TestClient = {
    client,
    clock,
    start,
    logged,
    sent: [],
    answers: [() => json(200, { total_count: 0, secrets: [] })],
    token: () => 'gho_secret',
    ended,
  };
  return made;
}
