import assert from 'node:assert/strict';
import { authentication, type AuthenticationSession, commands } from 'vscode';
import { tools } from '../../src/manifest';
import { userSecretsScopes, userSecretsToken } from '../github/fixtures/userSecretsToken';
import { askTool } from './askTool';
import { gitHub } from './gitHub';
import { octocat, sessionsAreQuiet } from './otherOwners';
import { until } from './person';
import { sessionStage } from './sessionStage';

const token = userSecretsToken('gho_test');
type Answer = Promise<AuthenticationSession | undefined>;

describe("VS Code's answer about the session for the user's own secrets", () => {
  sessionStage();
  /** How VS Code answers. */
  let answer: () => Answer;
  let restore: () => void;
  before(() => {
    const { getSession } = authentication;
    const isSecond = (scopes: readonly string[]): boolean => scopes.join() === userSecretsScopes.join();
    const answered = (provider: string, scopes: readonly string[], options?: object): unknown =>
      isSecond(scopes) ? answer() : getSession(provider, scopes, options);
    Object.assign(authentication, { getSession: answered });
    restore = () => void Object.assign(authentication, { getSession });
  });
  after(() => restore());
  beforeEach(async () => {
    await commands.executeCommand('githubSession.signIn');
    await sessionsAreQuiet();
    await gitHub.forgetRequests();
  });

  const ask = (): Promise<string> => askTool(tools.listRepositorySecrets, { repository: 'acme/billing' });
  const withToken = (accessToken: string): AuthenticationSession => ({
    id: accessToken,
    accessToken,
    scopes: userSecretsScopes,
    account: { id: '583231', label: octocat.login },
  });
  const sent = async (): Promise<unknown[]> =>
    (await gitHub.requests())
      .filter(({ path }) => path.startsWith('/user/codespaces'))
      .map(({ headers }) => headers['authorization']);

  it('is an error: what the repository gets of others is told all the same', async () => {
    answer = () => Promise.reject(new Error('Timed out waiting for authentication provider to register'));
    const told = await ask();
    assert.match(told, /SENTRY_DSN \| Codespaces \| from acme/);
    assert.match(told, /STRIPE_KEY \| Codespaces \| the repository's own/);
    assert.match(told, /Something went wrong/);
  });

  it('is older than another one: the newer one counts', async () => {
    const answers: ((session: AuthenticationSession | undefined) => void)[] = [];
    answer = () => new Promise(resolve => answers.push(resolve));
    const first = ask();
    await until(() => answers.length === 1 || undefined);
    await commands.executeCommand('githubSession.signIn');
    await sessionsAreQuiet();
    const second = ask();
    await until(() => answers.length === 2 || undefined);
    answers[1]?.(withToken(token));
    await second;
    answers[0]?.(withToken('gho_older'));
    await first;
    await gitHub.forgetRequests();
    await commands.executeCommand('codespacesOrgSecrets.refresh');
    await ask();
    assert.deepEqual([...new Set(await sent())], [`Bearer ${token}`]);
  });
});
