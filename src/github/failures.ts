import { RequestError } from '@octokit/request-error';
import { Failure, type FailureReason } from '../model/failure';
import { isEnterpriseServer } from '../model/gitHubHost';
import { isSafeAddress } from '../model/safeAddress';
import { appRules, isSecretApp, type SecretApp } from '../model/secretApp';

type Headers = Readonly<Record<string, string | number | undefined>>;

/** What a token needs: https://docs.github.com/en/rest/codespaces/organization-secrets */
const neededScope = 'admin:org';

/** What the organization decided, whoever asks: the token may have every scope, and the user every role. */
const policyMessage = /^Although you appear to have the correct authorization credentials|forbids access via/;

/** An organization names itself, in backticks, where it has not approved this application. */
const appMessage = /(?:the `([^`]+)` organization has enabled )?OAuth App access restrictions/i;

/** "You must be an org admin or have the ... fine-grained permission.", and what was said before there were such. */
const roleMessage = /must be an org(?:anization)? (?:admin|owner)|must have admin rights/i;

/** `"encrypted_value" wasn't supplied.`; of several properties, "weren't". */
const valueMessage = /"(?:encrypted_value|key_id)".* (?:wasn't|weren't) supplied/;

/**
 * What an error of Octokit's means to the user. A 404 says `notFound` here: what it hides is found out by `diagnose`.
 * The error itself goes no further, since it carries the request. Rate limits do not come here: the limiter rejects
 * with their failure.
 */
export function toFailure(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error;
  return new Failure(reasonOf(error));
}

/** GitHub's own words in the body of an error; none where it has another shape. */
export function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  return String(data.message);
}

function reasonOf(error: RequestError): FailureReason {
  const { status, response } = error;
  const { method, url } = error.request;
  const uncertain = method !== 'GET';
  if (!response) return { kind: 'offline', uncertain };
  const { headers } = response;
  const message = messageOf(response.data);
  const signOn = signOnAddress(headers, url);
  if (signOn !== undefined) return { kind: 'ssoRequired', url: signOn };
  switch (status) {
    case 401:
      return { kind: 'signedOut' };
    case 403:
      return denial(headers, message, url);
    case 404: {
      const missing = appMissingOnServer(headers, url);
      if (missing) return { kind: 'serverLacksSecrets', app: missing };
      return lacksScope(headers) ? scopeMissing : { kind: 'notFound' };
    }
    case 409:
      return { kind: 'conflict' };
    case 400:
    case 422:
      return valueMessage.test(message) ? { kind: 'valueRequired' } : { kind: 'refused', message };
    default:
      return { kind: 'unexpected', status, message, uncertain: uncertain && status >= 500 };
  }
}

const scopeMissing: FailureReason = { kind: 'scopeMissing', scopes: [neededScope] };

function denial(headers: Headers, message: string, url: string): FailureReason {
  const restriction = appMessage.exec(message);
  if (restriction) return { kind: 'appRestricted', organization: restriction[1] };
  if (policyMessage.test(message)) return { kind: 'refused', message };
  if (lacksScope(headers)) return scopeMissing;
  const [organization, app] = [organizationIn(url), appIn(url)];
  if (roleMessage.test(message) && organization !== undefined)
    return { kind: 'notOwner', organization, ...(app && { app }) };
  return { kind: 'refused', message };
}

/** Where the organization's single sign-on authorizes the token, on the GitHub that was asked. */
function signOnAddress(headers: Headers, asked: string): string | undefined {
  const url = /required; url=(\S+)/.exec(String(headers['x-github-sso']))?.[1];
  return url !== undefined && isSafeAddress(url, siteOf(asked)) ? url : undefined;
}

/** The site of an address of the API, which `api.` stands before on github.com and `*.ghe.com`. */
function siteOf(address: string): string {
  return new URL(address).origin.replace(/^(https?:\/\/)api\.(?=github\.com$|.*\.ghe\.com$)/, '$1');
}

/** The organization below which a request went. */
function organizationIn(url: string): string | undefined {
  const login = /\/orgs\/([^/?]+)/.exec(url)?.[1];
  return login && decodeURIComponent(login);
}

/** The app whose organization secrets a request was about. */
export function appIn(url: string): SecretApp | undefined {
  const app = /\/orgs\/[^/]+\/([a-z]+)\/secrets/.exec(url)?.[1] ?? '';
  return isSecretApp(app) ? app : undefined;
}

/** The app that an Enterprise Server lacks, where a 404 comes from one. `*.ghe.com` has all. */
function appMissingOnServer(headers: Headers, url: string): SecretApp | undefined {
  if (headers['x-github-enterprise-version'] === undefined || !isEnterpriseServer(url)) return undefined;
  const app = appIn(url);
  return app && !appRules[app].isOnServer ? app : undefined;
}

/** Whether the scopes of a token leave out what is needed. Tokens without classic scopes send no such header. */
function lacksScope(headers: Headers): boolean {
  const scopes = headers['x-oauth-scopes'];
  if (scopes === undefined) return false;
  return !String(scopes).split(/,\s*/).includes(neededScope);
}
