import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const enterprisePrefix = '/api/v3';

/** A request as it came, with its address taken apart. */
export interface Incoming {
  readonly method: string;
  /** The path and query as they were sent. */
  readonly url: string;
  /** The path below the base, without the query; the enterprise server's prefix is in the base. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What addresses in the response begin with: as the client itself addressed this server. */
  readonly base: string;
  /** The same for web pages: GitHub's API has a host or a path of its own. */
  readonly site: string;
  readonly headers: IncomingHttpHeaders;
  /** The body; empty where there is none. */
  readonly text: string;
  /** The body read as JSON; undefined where it is none. */
  readonly body: unknown;
}

/** Reads the whole request. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  // A client that takes this server for its proxy sends the whole address.
  const url = (request.url ?? '/').replace(/^https?:\/\/[^/]+/, '');
  const [rawPath = '/', search = ''] = url.split('?', 2);
  const prefix = /^\/api\/(v3(?=\/|$)|graphql$)/.test(rawPath) ? enterprisePrefix : '';
  const path = rawPath.replace(/^\/api(\/v3(?=\/|$)|(?=\/graphql$))/, '').replace(/(?<=.)\/$/, '') || '/';
  const origin = originOf(request.headers);
  return {
    method: request.method ?? 'GET',
    url,
    path,
    query: new URLSearchParams(search),
    base: origin + prefix,
    site: origin.replace('//api.', '//'),
    headers: request.headers,
    text,
    body: parsed(text),
  };
}

/** A test that routes https://api.github.com here keeps its host, or names it in X-Forwarded-Host. */
function originOf(headers: IncomingHttpHeaders): string {
  const host = first(headers['x-forwarded-host']) ?? headers.host ?? 'localhost';
  const isGitHub = /(^|\.)(github\.com|ghe\.com)$/.test(host);
  const scheme = first(headers['x-forwarded-proto']) ?? (isGitHub ? 'https' : 'http');
  return `${scheme}://${host}`;
}

function first(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
