import { createHash } from 'node:crypto';
import { notFound, Refusal, type Answer } from './answer';
import { rulesOf } from './apps';
import type { Call } from './call';
import { requestProblem, responseProblem } from './description';
import { answerGraphql } from './graphql';
import { apiVersionFor, conditional, headersOf } from './headers';
import { isBelowApiV3, tokenIn, type Incoming } from './incoming';
import { refuseIllFormed } from './illFormed';
import type { Limits, Rate } from './limits';
import { isOfApp } from './permissions';
import { route, type Route } from './router';
import type { Token, Fixture } from './fixture';

const documentation = 'https://docs.github.com/rest';

/** What a request or a response has that the official description does not allow. */
export interface Violation {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly problem: string;
}

/** What stands below `/api/v3`: an Enterprise Server, or a GitHub in the cloud that has Codespaces. */
export type ApiV3 = 'enterpriseServer' | 'cloud';

/** What answering depends on besides the request. */
export interface GitHubState {
  readonly fixture: Fixture;
  readonly limits: Limits;
  readonly now: () => number;
  /** Where the page that authorises a token stands, as `http://localhost:8080`. */
  readonly url: string;
  readonly apiV3: ApiV3;
  /** Counts requests, so that ids are the same in every run. */
  serial: number;
  /** Single sign-ons that were begun, by the request's id. */
  readonly ssoRequests: Map<string, { token: string; organization: string; until: number }>;
}

/** What was answered, and what was wrong with it. */
export interface Reply extends Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly violation?: Violation;
}

const graphqlMisfit = 'no such GraphQL query is served';
const ssoLifetime = 60 * 60 * 1000;

/**
 * Answers one request of the API as GitHub does. `forced` answers in place of the operation: it stands for a server
 * that fails before it looks at the request.
 */
export function answer(state: GitHubState, incoming: Incoming, forced?: Answer | Refusal): Reply {
  state.serial += 1;
  const token = state.fixture.tokens.get(tokenIn(incoming.headers) ?? '');
  const user = token && state.fixture.users.get(token.user.toLowerCase());
  const limitKey = limitKeyOf(state.fixture, incoming);
  const found = route(incoming.method, incoming.path);
  const rate = (): Rate => state.limits.rate(limitKey);
  const isEnterpriseServer = state.apiV3 === 'enterpriseServer' && isBelowApiV3(incoming.base);
  const call: Call = {
    ...incoming,
    fixture: state.fixture,
    now: state.now(),
    params: found?.params ?? {},
    token,
    user,
    isEnterpriseServer,
    ssoUrl: organization => beginSso(state, incoming.site, token, organization),
    rate,
  };
  const misfit = forced ? undefined : requestMisfit(call, incoming, found);
  const given = forced ? plain(forced, found) : attempt(call, incoming, found);
  const flaw = found && !forced ? responseProblem(found.described, given.status, given.body) : undefined;
  const result = flaw ? flawAnswer(flaw) : given;
  if (!forced && result.status !== 304 && incoming.path !== '/rate_limit') state.limits.spend(limitKey);
  const asked = incoming.headers['x-github-api-version'];
  const headers = headersOf(result, {
    ...incoming,
    token,
    acceptedScopes: found?.operation.acceptedScopes ?? '',
    rate: rate(),
    now: state.now(),
    serial: state.serial,
    apiVersion: apiVersionFor(asked, isEnterpriseServer) ?? apiVersionFor(undefined, true) ?? '',
    isEnterpriseServer,
  });
  const path = incoming.query.size > 0 ? `${incoming.path}?${incoming.query.toString()}` : incoming.path;
  const problem = misfit ?? flaw;
  return {
    ...result,
    headers,
    ...(problem && { violation: { method: incoming.method, path, problem } }),
  };
}

/** Whom a request counts for: the id of its user, or an empty string. */
export function limitKeyOf(fixture: Fixture, incoming: Incoming): string {
  const token = fixture.tokens.get(tokenIn(incoming.headers) ?? '');
  const user = token && fixture.users.get(token.user.toLowerCase());
  return user ? String(user.id) : '';
}

function plain(given: Answer | Refusal, found: Route | undefined): Answer {
  return given instanceof Refusal ? given.answer(found?.described.documentation ?? documentation) : given;
}

function attempt(call: Call, incoming: Incoming, found: Route | undefined): Answer {
  try {
    return respond(call, incoming, found);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return plain(error, found);
  }
}

/** What the product must not send, whatever GitHub makes of it. */
function requestMisfit(call: Call, incoming: Incoming, found: Route | undefined): string | undefined {
  if (isGraphql(incoming)) return answerGraphql(call) ? undefined : graphqlMisfit;
  if (!found) return `no operation ${incoming.method} ${incoming.path} is served`;
  return requestProblem(found.described, {
    path: found.params,
    query: incoming.query,
    contentType: incoming.headers['content-type'],
    text: incoming.text,
    body: incoming.body,
  });
}

/** An answer that would not be GitHub's: the simulation has to be corrected. */
function flawAnswer(flaw: string): Answer {
  const message = `This does not fit GitHub's official description: ${flaw}`;
  return { status: 500, body: { message, documentation_url: documentation, status: '500' } };
}

function respond(call: Call, incoming: Incoming, found: Route | undefined): Answer {
  refuseOddClient(call, incoming);
  if (tokenIn(incoming.headers) !== undefined && !call.user) throw new Refusal(401, 'Bad credentials');
  if (isGraphql(incoming)) return graphqlAnswer(call);
  if (!found) throw notFound();
  if (!call.user && !found.operation.anonymous) throw unauthenticated();
  const { app } = found.operation;
  if (call.isEnterpriseServer && app && !rulesOf(app).isOnEnterpriseServer) throw notFound();
  if (found.operation.needsPermission && isOfApp(call.token))
    throw new Refusal(403, 'Resource not accessible by integration');
  refuseIllFormed(found, incoming);
  const result = found.operation.handle(call);
  return incoming.method === 'GET'
    ? conditional(result, incoming.headers['if-none-match'], call.token)
    : result;
}

function graphqlAnswer(call: Call): Answer {
  const result = answerGraphql(call);
  if (!call.user) throw unauthenticated();
  return result ?? flawAnswer(graphqlMisfit);
}

function isGraphql({ method, path }: Incoming): boolean {
  return method === 'POST' && path === '/graphql';
}

function unauthenticated(): Refusal {
  return new Refusal(401, 'Requires authentication');
}

function refuseOddClient({ isEnterpriseServer }: Call, { headers }: Incoming): void {
  if (!headers['user-agent'])
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  const version = headers['x-github-api-version'];
  if (apiVersionFor(version, isEnterpriseServer) === undefined)
    throw new Refusal(400, `The API version ${String(version)} is not supported.`);
}

function beginSso(state: GitHubState, site: string, token: Token | undefined, organization: string): string {
  const seed = `sign-on ${state.serial}`;
  const id = createHash('sha256').update(seed).digest('hex').slice(0, 24).toUpperCase();
  state.ssoRequests.set(id, { token: token?.value ?? '', organization, until: state.now() + ssoLifetime });
  return `${site}/orgs/${organization}/sso?authorization_request=${id}`;
}
