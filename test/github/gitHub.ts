import { randomBytes } from 'node:crypto';
import { Refusal, type Answer } from './answer';
import type { Call } from './call';
import { requestProblem, responseProblem } from './description';
import { answerGraphql } from './graphql';
import { apiVersion, conditional, headersOf } from './headers';
import type { Incoming } from './incoming';
import type { Limits, Rate } from './limits';
import { route, type Route } from './router';
import type { Token, World } from './world';

const documentation = 'https://docs.github.com/rest';

/** What a request or a response has that the official description does not allow. */
export interface Violation {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly problem: string;
}

/** What answering depends on besides the request. */
export interface GitHubState {
  readonly world: World;
  readonly limits: Limits;
  readonly now: () => number;
  /** Where the page that authorises a token stands, as `http://localhost:8080`. */
  readonly url: string;
  /** Single sign-ons that were begun, by the request's id. */
  readonly ssoRequests: Map<string, { token: string; organization: string; until: number }>;
}

/** What was answered, and what was wrong with it. */
export interface Reply extends Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly violation?: Violation;
}

const ssoLifetime = 60 * 60 * 1000;

/**
 * Answers one request of the API as GitHub does. `forced` answers in place of the operation: it stands for a server
 * that fails before it looks at the request.
 */
export function answer(state: GitHubState, incoming: Incoming, forced?: Answer | Refusal): Reply {
  const token = state.world.tokens.get(credentials(incoming) ?? '');
  const user = token && state.world.users.get(token.user.toLowerCase());
  const limitKey = limitKeyOf(state.world, incoming);
  const found = route(incoming.method, incoming.path);
  const rate = (): Rate => state.limits.rate(limitKey);
  const call: Call = {
    ...incoming,
    world: state.world,
    now: state.now(),
    params: found?.params ?? {},
    token,
    user,
    ssoUrl: organization => beginSso(state, token, organization),
    rate,
  };
  let problem: string | undefined;
  let result: Answer;
  try {
    if (forced instanceof Refusal) {
      throw forced;
    }
    result = forced ?? respond(call, incoming, found);
    problem = found && !forced ? responseProblem(found.described, result.status, result.body) : undefined;
  } catch (error) {
    if (error instanceof Misfit) {
      problem = error.message;
    }
    if (!(error instanceof Refusal)) {
      throw error;
    }
    result = error.answer(found?.described.documentation ?? documentation);
    problem ??= found && !forced ? responseProblem(found.described, result.status, result.body) : undefined;
  }
  if (problem) {
    result = misfitAnswer(problem);
  }
  if (!forced && result.status !== 304 && incoming.path !== '/rate_limit') {
    state.limits.spend(limitKey);
  }
  const acceptedScopes = found?.operation.acceptedScopes ?? '';
  const headers = headersOf(result, { ...incoming, token, acceptedScopes, rate: rate() });
  const path = incoming.query.size > 0 ? `${incoming.path}?${incoming.query.toString()}` : incoming.path;
  return {
    ...result,
    headers,
    ...(problem && { violation: { method: incoming.method, path, problem } }),
  };
}

/** Whom a request counts for: the id of its user, or an empty string. */
export function limitKeyOf(world: World, incoming: Incoming): string {
  const token = world.tokens.get(credentials(incoming) ?? '');
  const user = token && world.users.get(token.user.toLowerCase());
  return user ? String(user.id) : '';
}

/** A request that does not fit the description: never a thing to be handled, always a thing to be mended. */
class Misfit extends Refusal {
  constructor(problem: string) {
    super(500, problem);
  }
}

function misfitAnswer(problem: string): Answer {
  const message = `This does not fit GitHub's official description: ${problem}`;
  return { status: 500, body: { message, documentation_url: documentation, status: '500' } };
}

function respond(call: Call, incoming: Incoming, found: Route | undefined): Answer {
  refuseOddClient(incoming);
  if (incoming.text !== '' && incoming.body === undefined) {
    throw new Refusal(400, 'Problems parsing JSON');
  }
  if (credentials(incoming) !== undefined && !call.user) {
    throw new Refusal(401, 'Bad credentials');
  }
  if (incoming.method === 'POST' && incoming.path === '/graphql') {
    const result = answerGraphql(call);
    if (!call.user || !result) {
      throw call.user ? new Misfit('no such GraphQL query is served') : unauthenticated();
    }
    return result;
  }
  if (!found) {
    throw new Misfit(`no operation ${incoming.method} ${incoming.path} is served`);
  }
  const problem = requestProblem(found.described, {
    path: found.params,
    query: incoming.query,
    contentType: incoming.headers['content-type'],
    text: incoming.text,
    body: incoming.body,
  });
  if (problem) {
    throw new Misfit(problem);
  }
  if (!call.user && !found.operation.anonymous) {
    throw unauthenticated();
  }
  const result = found.operation.handle(call);
  return incoming.method === 'GET'
    ? conditional(result, incoming.headers['if-none-match'], call.token)
    : result;
}

function unauthenticated(): Refusal {
  return new Refusal(401, 'Requires authentication');
}

function refuseOddClient({ headers }: Incoming): void {
  if (!headers['user-agent']) {
    throw new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    );
  }
  const version = headers['x-github-api-version'];
  if (version !== undefined && version !== apiVersion) {
    throw new Refusal(400, `The API version ${String(version)} is not supported.`);
  }
}

/** The token that a request carries: `Bearer` and `token` mean the same, and `Basic` has it as the password. */
function credentials({ headers }: Incoming): string | undefined {
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ', 2);
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

function beginSso(state: GitHubState, token: Token | undefined, organization: string): string {
  const id = randomBytes(12).toString('hex').toUpperCase();
  state.ssoRequests.set(id, { token: token?.value ?? '', organization, until: state.now() + ssoLifetime });
  return `${state.url}/orgs/${organization}/sso?authorization_request=${id}`;
}
