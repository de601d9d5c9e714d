import { retry } from '@octokit/plugin-retry';
import { Octokit } from '@octokit/rest';
import { Pacing } from './pacing';

/** What is written to the log: methods, paths and statuses; never a header or a body. */
export interface RequestLog {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

export interface ClientOptions {
  readonly baseUrl: string;
  readonly token: string;
  readonly userAgent: string;
  readonly log: RequestLog;
  readonly fetch?: typeof fetch;
  /** What one second of waiting before a repeated request lasts, in milliseconds; tests shorten it. */
  readonly second?: number;
}

export type Client = InstanceType<typeof PacedOctokit>;

/** Octokit's hooks of a later plugin go around those of an earlier: each repetition waits for its turn like any request. */
const PacedOctokit = Octokit.plugin(paced, retry);

function paced(client: { readonly hook: Octokit['hook'] }): void {
  const pacing = new Pacing();
  client.hook.wrap('request', (request, options) =>
    pacing.send(options.method, async () => request(options)),
  );
}

/** An Octokit that repeats what is harmless to repeat, keeps to GitHub's limits, and pins the API's version. */
export function createClient({
  baseUrl,
  token,
  userAgent,
  log,
  fetch = globalThis.fetch,
  second = 1000,
}: ClientOptions): Client {
  const client = new PacedOctokit({
    auth: token,
    baseUrl,
    userAgent,
    // GitHub lets a browser keep answers for a minute; after a change that minute would show what was before it.
    request: { fetch: (url: string, init: RequestInit) => fetch(url, { ...init, cache: 'no-store' }) },
    // Octokit's debug messages carry whole requests, so they go nowhere.
    log: {
      debug: () => undefined,
      info: log.info,
      warn: log.warn,
      // To Octokit a 304 is an error; it is what was asked for.
      error: message => (message.includes(' - 304 ') ? log.info(message) : log.error(message)),
    },
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retries: 1,
      retryAfterBaseValue: second,
    },
  });
  client.hook.before('request', options => {
    options.headers['x-github-api-version'] = '2022-11-28';
    // A write whose answer was lost may have happened; only a caller who knows that repeating is harmless allows it.
    if (options.method !== 'GET' && options.request['isRepeatable'] !== true)
      options.request = { ...options.request, retries: 0 };
  });
  return client;
}
