import { RequestError } from '@octokit/request-error';
import { Failure, type FailureReason } from '../model/failure';

/** What a token needs: https://docs.github.com/en/rest/codespaces/organization-secrets */
const neededScope = 'admin:org';

/** How long to wait when GitHub limits without saying how long: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
const unsaidWait = 60;

/**
 * What an error of Octokit's means to the user. A 404 says `notFound` here: what it hides is found out by `diagnose`.
 * The error itself goes no further, since it carries the request.
 */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error;
  return new Failure(reasonOf(error));
}

function reasonOf(error: RequestError): FailureReason {
  const { status, response } = error;
  const uncertain = error.request.method !== 'GET';
  if (!response) return { kind: 'offline', uncertain };
  const { headers } = response;
  const message = messageOf(response.data);
  const until = limitEnd(error);
  if (until) return { kind: 'rateLimited', until };
  const url = /required; url=(\S+)/.exec(String(headers['x-github-sso']))?.[1];
  if (url !== undefined) return { kind: 'ssoRequired', url };
  switch (status) {
    case 401:
      return { kind: 'signedOut' };
    case 403:
    case 404:
      if (lacksScope(headers['x-oauth-scopes'])) return { kind: 'scopeMissing', scopes: [neededScope] };
      return status === 404 ? { kind: 'notFound' } : { kind: 'refused', message };
    case 409:
      return { kind: 'conflict' };
    case 400:
    case 422:
      return { kind: 'refused', message };
    default:
      return { kind: 'unexpected', status, message, uncertain: uncertain && status >= 500 };
  }
}

function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  return String(data.message);
}

/**
 * The end of the rate limit, primary or secondary, that an error tells of.
 * @param now in milliseconds since 1970
 */
export function limitEnd(error: unknown, now = Date.now()): Date | undefined {
  if (!(error instanceof RequestError) || !error.response) return undefined;
  const { status } = error;
  if (status !== 403 && status !== 429) return undefined;
  const { headers, data } = error.response;
  const after = headers['retry-after'];
  if (after !== undefined) return new Date(now + Number(after) * 1000);
  if (headers['x-ratelimit-remaining'] === '0') return new Date(Number(headers['x-ratelimit-reset']) * 1000);
  return status === 429 || /secondary rate limit/i.test(messageOf(data))
    ? new Date(now + unsaidWait * 1000)
    : undefined;
}

/** Whether the scopes of a token leave out what is needed. Tokens without classic scopes send no such header. */
function lacksScope(scopes: string | number | undefined): boolean {
  if (scopes === undefined) return false;
  return !String(scopes).split(/,\s*/).includes(neededScope);
}
