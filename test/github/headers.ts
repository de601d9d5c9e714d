import { createHash } from 'node:crypto';
import { textOf, type Answer } from './answer';
import { corsHeaders } from './cors';
import { enterpriseVersion } from './operations/meta';
import type { Rate } from './limits';
import { isOfApp } from './permissions';
import type { Token } from './fixture';

/** The versions of the API that may be asked for; the first is taken where none is. */
const apiVersions = ['2022-11-28', '2026-03-10'];

/** The version that a request is answered in; undefined for one that GitHub does not have. */
export function apiVersionFor(asked: string | undefined, isEnterpriseServer: boolean): string | undefined {
  // Enterprise Server 3.17 is older than the second version.
  const known = isEnterpriseServer ? apiVersions.slice(0, 1) : apiVersions;
  return asked === undefined ? known[0] : known.find(version => version === asked);
}

/** What the common headers depend on. */
export interface HeaderSource {
  readonly method: string;
  readonly token: Token | undefined;
  readonly acceptedScopes: string;
  readonly rate: Rate;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Tells this request from every other one. */
  readonly serial: number;
  readonly apiVersion: string;
  readonly isEnterpriseServer: boolean;
}

/** The headers that api.github.com sends with every response; those of the answer itself win. */
export function headersOf(answer: Answer, source: HeaderSource): Record<string, string> {
  const { rate, token } = source;
  const date = { Date: new Date(source.now).toUTCString() };
  if (answer.bare) return { ...date, ...typeOf(answer), ...answer.headers };
  const isRead = source.method === 'GET' && (answer.status === 200 || answer.status === 304);
  return {
    ...date,
    ...typeOf(answer),
    ...corsHeaders,
    Vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
    'X-GitHub-Media-Type': 'github.v3; format=json',
    'X-GitHub-Request-Id': requestId(source),
    'X-GitHub-Api-Version-Selected': source.apiVersion,
    ...(source.isEnterpriseServer && { 'X-GitHub-Enterprise-Version': enterpriseVersion }),
    ...(token &&
      !isOfApp(token) && {
        'X-OAuth-Scopes': token.scopes.join(', '),
        'X-Accepted-OAuth-Scopes': source.acceptedScopes,
      }),
    'X-RateLimit-Limit': String(rate.limit),
    'X-RateLimit-Remaining': String(rate.remaining),
    'X-RateLimit-Used': String(rate.used),
    'X-RateLimit-Reset': String(rate.reset),
    'X-RateLimit-Resource': 'core',
    ...(isRead && { 'Cache-Control': `${token ? 'private' : 'public'}, max-age=60, s-maxage=60` }),
    ...answer.headers,
  };
}

/**
 * A weak entity tag for a GET's answer, and 304 in its place where the request has it already. As GitHub's it is of the
 * body alone, so that a page can be the same although there is a further one now; and a 304 has no `Link`.
 * @see https://github.com/app-sre/github-mirror/pull/113
 * @see https://github.community/t/how-to-correctly-use-etag-with-the-paginated-responses-in-rest-api/209783
 */
export function conditional(
  answer: Answer,
  ifNoneMatch: string | undefined,
  token: Token | undefined,
): Answer {
  if (answer.status !== 200) return answer;
  const hash = createHash('sha256')
    .update(textOf(answer))
    .update(token?.value ?? '');
  const etag = `W/"${hash.digest('hex')}"`;
  const known = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
  return known.includes(etag.slice(2))
    ? { status: 304, headers: { ETag: etag } }
    : { ...answer, headers: { ...answer.headers, ETag: etag } };
}

function typeOf({ body }: Answer): Record<string, string> {
  if (body === undefined) return {};
  return { 'Content-Type': `${typeof body === 'string' ? 'text/html' : 'application/json'}; charset=utf-8` };
}

/** As GitHub's look: four groups of hexadecimal digits and the time; the same in every run. */
function requestId({ serial, now }: HeaderSource): string {
  const digits = createHash('sha256').update(String(serial)).digest('hex').toUpperCase();
  const groups = [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 18), digits.slice(18, 26)];
  return [
    ...groups,
    Math.floor(now / 1000)
      .toString(16)
      .toUpperCase(),
  ].join(':');
}
