import { RequestError } from '@octokit/request-error';
import { Octokit } from '@octokit/rest';
import { type Clock, delay, systemClock } from '../model/clock';
import { isFailure } from '../model/failure';
import { RateLimiter } from './rateLimiter';
import { timedFetch } from './timedFetch';
import { withinTimeLimit } from './timeLimit';

/** What is written to the log: methods, paths and statuses; never a header or a body. */
export interface RequestLog {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

export interface ClientOptions {
  readonly baseUrl: string;
  /**
   * Gives the token, each time a request is about to leave. Throws a `Failure` where there is none for this account any
   * more: then the request does not leave, and its caller gets that failure.
   */
  readonly token: () => string;
  /** Settles when `token` can answer, for a token that has to be fetched first. Rejects as `token` throws. */
  readonly tokenReady?: () => Promise<void>;
  readonly userAgent: string;
  readonly log: RequestLog;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  /** That of the account, where another client sends for it, too. */
  readonly rateLimiter?: RateLimiter;
}

export type Client = Octokit;

/** How long after a request that failed for once it is repeated, in milliseconds. */
const pause = 1000;

/** An Octokit that keeps to GitHub's limits and to a time limit, repeats once what is harmless to repeat, and pins the API's version. */
export function createClient({
  baseUrl,
  token,
  tokenReady,
  userAgent,
  log,
  fetch = globalThis.fetch,
  clock = systemClock,
  rateLimiter = new RateLimiter(clock),
}: ClientOptions): Client {
  const client = new Octokit({
    baseUrl,
    userAgent,
    // Octokit's debug messages carry whole requests, so they go nowhere.
    log: {
      debug: () => undefined,
      info: log.info,
      warn: log.warn,
      // To Octokit a 304 is an error; it is what was asked for.
      error: message => (message.includes(' - 304 ') ? log.info(message) : log.error(message)),
    },
  });
  client.hook.wrap('request', async (request, options) => {
    const { method } = options;
    const { signal } = options.request;
    if (tokenReady) await withinTimeLimit({ clock, signal, uncertain: false }, tokenReady);
    let authorization: string;
    options.headers['x-github-api-version'] = '2022-11-28';
    // Octokit keeps the options in its errors, so the token is added behind its back.
    const authorized = (url: string, init: RequestInit): Promise<Response> =>
      timedFetch({ fetch, clock }, url, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), authorization },
      });
    options.request = { ...options.request, fetch: authorized, parseSuccessResponseBody: false };
    const send = (): Promise<Awaited<ReturnType<typeof request>>> =>
      rateLimiter.send(
        method,
        () => {
          authorization = `Bearer ${token()}`;
          return plainly(async () => withData(await request(options)), signal);
        },
        signal,
      );
    try {
      return await send();
    } catch (error) {
      // A write whose answer was lost may have happened; only a caller who knows that repeating is harmless allows it.
      if ((method !== 'GET' && options.request['isRepeatable'] !== true) || !isPassing(error)) throw error;
      await delay(clock, pause, signal);
      return await send().catch((again: unknown) => {
        // Whatever became of the repetition of a write, the first one may have arrived.
        throw method === 'GET' || signal?.aborted ? again : error;
      });
    }
  });
  return client;
}

/**
 * Reads the body of a successful answer, which is there as a whole. Octokit would look in it for numbers that are too
 * large for JavaScript, of which GitHub has none, and that takes several times as long as the reading itself.
 */
async function withData<T extends { data: unknown; readonly headers: { 'content-type'?: string } }>(
  response: T,
): Promise<T> {
  if (!(response.data instanceof ReadableStream)) return response;
  const text = await new Response(response.data).text();
  const isJson = response.headers['content-type']?.startsWith('application/json') === true;
  return { ...response, data: isJson ? parsed(text) : text };
}

/** What a text says as JSON; the text itself where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Rejects with what a request itself ended in, where Octokit made an error of its own of it. */
async function plainly<T>(request: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await request();
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof RequestError && isFailure(error.cause) ? error.cause : error;
  }
}

/**
 * Whether the same request may well succeed when it is sent again: GitHub was not reached, to which Octokit gives the
 * status 500, or failed itself.
 */
function isPassing(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 500;
}
