import { RequestError } from '@octokit/request-error';
import { Failure, type FailureReason } from '../model/failure';
import { isCloud } from '../model/gitHubHost';
import { isSafeAddress } from '../model/safeAddress';
import { appRules, isSecretApp, type SecretApp } from '../model/secretApp';
import { userSecretsScope } from '../model/scopes';

type Headers = Readonly<Record<string, string | number | undefined>>;

/**
 * The scopes of which a token needs one, the one to ask for first.
 * @see https://docs.github.com/en/rest/codespaces/organization-secrets
 * @see https://docs.github.com/en/rest/codespaces/repository-secrets
 * @see https://docs.github.com/en/rest/codespaces/secrets
 */
function neededScopes(url: string): readonly [string, ...string[]] {
  const { pathname } = new URL(url);
  if (pathname.includes('/user/codespaces/')) return [userSecretsScope, 'codespace'];
  return /\/repos\/[^/]+\/[^/]+\/codespaces\//.test(pathname) ? ['repo'] : ['admin:org'];
}

/**
 * A token that has permissions in the place of scopes lacks them: in the browser, a codespace can have a session whose token
 * is one of the GitHub App of Codespaces. Signing in gives a token that has scopes.
 * @see https://github.com/microsoft/vscode/issues/185915
 */
const permissionMessage = 'Resource not accessible by integration';

/** What the organization decided for everybody: the token can have every scope, and the user every role. */
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
      // The token for the user's own secrets is another one than that of the session in use.
      return neededScopes(url)[0] === userSecretsScope ? scopeMissing(url) : { kind: 'signedOut' };
    case 403:
      return denial(headers, message, url);
    case 404: {
      const missing = appMissingOnServer(headers, url);
      if (missing) return { kind: 'serverLacksSecrets', app: missing };
      return lacksScope(headers, url) ? scopeMissing(url) : { kind: 'notFound' };
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

function scopeMissing(url: string): FailureReason {
  return { kind: 'scopeMissing', scopes: [neededScopes(url)[0]] };
}

function denial(headers: Headers, message: string, url: string): FailureReason {
  const restriction = appMessage.exec(message);
  if (restriction) return { kind: 'appRestricted', organization: restriction[1] };
  if (policyMessage.test(message)) return { kind: 'refused', message };
  if (message.startsWith(permissionMessage) || lacksScope(headers, url)) return scopeMissing(url);
  const repository = repositoryIn(url);
  if (roleMessage.test(message) && repository !== undefined) return { kind: 'notWriter', repository };
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

/** The repository whose own secrets a request was about. */
function repositoryIn(url: string): string | undefined {
  const name = /\/repos\/([^/]+\/[^/]+)\/codespaces\/secrets/.exec(url)?.[1];
  return name && decodeURIComponent(name);
}

/** The app whose organization secrets a request was about. */
export function appIn(url: string): SecretApp | undefined {
  const app = /\/orgs\/[^/]+\/([a-z]+)\/secrets/.exec(url)?.[1] ?? '';
  return isSecretApp(app) ? app : undefined;
}

/** The app that an Enterprise Server lacks, where a 404 comes from one. `*.ghe.com` has all. */
function appMissingOnServer(headers: Headers, url: string): SecretApp | undefined {
  if (headers['x-github-enterprise-version'] === undefined || isCloud(url)) return undefined;
  const app = appIn(url);
  return app && !appRules[app].isOnServer ? app : undefined;
}

/** Whether the scopes of a token leave out what is needed. Tokens without classic scopes send no such header. */
function lacksScope(headers: Headers, url: string): boolean {
  const scopes = headers['x-oauth-scopes'];
  if (scopes === undefined) return false;
  const granted = String(scopes).split(/,\s*/);
  return !neededScopes(url).some(scope => granted.includes(scope));
}
