import { createHash, randomBytes } from 'node:crypto';
import type { Answer } from './answer';
import { corsHeaders } from './cors';
import { enterpriseVersion } from './operations/meta';
import type { Rate } from './limits';
import type { Token } from './world';

/** The version of the API that is answered, and the only one that may be asked for. */
export const apiVersion = '2022-11-28';

/** What the common headers depend on. */
export interface HeaderSource {
  readonly method: string;
  readonly base: string;
  readonly token: Token | undefined;
  readonly acceptedScopes: string;
  readonly rate: Rate;
}

/** The headers that api.github.com sends with every response; those of the answer itself win. */
export function headersOf(answer: Answer, source: HeaderSource): Record<string, string> {
  const { rate, token } = source;
  const isRead = source.method === 'GET' && (answer.status === 200 || answer.status === 304);
  return {
    ...corsHeaders,
    Vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
    'X-GitHub-Media-Type': 'github.v3; format=json',
    'X-GitHub-Request-Id': requestId(),
    'X-GitHub-Api-Version-Selected': apiVersion,
    ...(source.base.endsWith('/api/v3') && { 'X-GitHub-Enterprise-Version': enterpriseVersion }),
    ...(token && {
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

/** A weak entity tag for a GET's answer, and 304 in its place where the request has it already. */
export function conditional(
  answer: Answer,
  ifNoneMatch: string | undefined,
  token: Token | undefined,
): Answer {
  if (answer.status !== 200) {
    return answer;
  }
  const text = JSON.stringify([answer.body, answer.headers, token?.value]);
  const etag = `W/"${createHash('sha256').update(text).digest('hex')}"`;
  const headers = { ...answer.headers, ETag: etag };
  const known = (ifNoneMatch ?? '').split(',').map(tag => tag.trim().replace(/^W\//, ''));
  return known.includes(etag.slice(2)) ? { status: 304, headers } : { ...answer, headers };
}

/** As GitHub's look: four groups of hexadecimal digits and the time. */
function requestId(): string {
  const groups = [2, 3, 4, 4].map(length => randomBytes(length).toString('hex').toUpperCase());
  return [
    ...groups,
    Math.floor(Date.now() / 1000)
      .toString(16)
      .toUpperCase(),
  ].join(':');
}
