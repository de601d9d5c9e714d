const enterprisePrefix = '/api/v3';

/** By name in lower case. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** A request before its address is taken apart. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, or the whole address. */
  readonly url: string;
  readonly headers: RequestHeaders;
  /** The body; empty where there is none. */
  readonly text: string;
}

/** A request as it came, with its address taken apart. */
export interface Incoming extends RawRequest {
  /** The path and query as they were sent. */
  readonly url: string;
  /** The whole address as the client itself sees it. */
  readonly address: string;
  /** The path below the base, without the query; the enterprise server's prefix is in the base. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What addresses in the response begin with: as the client itself addressed this server. */
  readonly base: string;
  /** The same for web pages: GitHub's API has a host or a path of its own. */
  readonly site: string;
  /** The body read as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** Takes a request's address apart. `origin` is what the client addressed, e.g. `https://api.github.com`. */
export function incomingOf(request: RawRequest, origin: string): Incoming {
  // A client that takes this server for its proxy sends the whole address.
  const url = request.url.replace(/^https?:\/\/[^/]+/, '') || '/';
  const [rawPath = '/', search = ''] = url.split('?', 2);
  const prefix = /^\/api\/(v3(?=\/|$)|graphql$)/.test(rawPath) ? enterprisePrefix : '';
  const path = rawPath.replace(/^\/api(\/v3(?=\/|$)|(?=\/graphql$))/, '').replace(/(?<=.)\/$/, '') || '/';
  return {
    ...request,
    url,
    address: origin + url,
    path,
    query: new URLSearchParams(search),
    base: origin + prefix,
    site: origin.replace('//api.', '//'),
    body: parsed(request.text),
  };
}

/** Whether the client addressed an Enterprise Server. */
export function isBelowApiV3(base: string): boolean {
  return base.endsWith(enterprisePrefix);
}

/** The token that a request carries: `Bearer` and `token` mean the same, and `Basic` has it as the password. */
export function tokenIn(headers: RequestHeaders): string | undefined {
  const [scheme = '', value = ''] = (headers['authorization'] ?? '').split(' ', 2);
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return value;
    case 'basic':
      return Buffer.from(value, 'base64').toString('utf8').split(':').filter(Boolean).at(-1);
    default:
      return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
