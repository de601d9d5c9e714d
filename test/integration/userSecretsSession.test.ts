import assert from 'node:assert/strict';
import { authentication, type AuthenticationSession, commands } from 'vscode';
import { userSecretsScopes, userSecretsToken } from '../github/fixtures/userSecretsToken';
import { gitHub } from './gitHub';
import { neededScopes, sessionStage } from './sessionStage';
import { hubot } from './signedInAs';

const token = userSecretsToken('gho_test');

describe("the session for the user's own secrets", () => {
  sessionStage();
  afterEach(() => commands.executeCommand('githubSession.reset'));

  const sessionFor = (scopes: readonly string[]) =>
    authentication.getSession('github', scopes, { silent: true }) as Promise<
      AuthenticationSession | undefined
    >;
  const main = async () => (await sessionFor(neededScopes)) ?? assert.fail('Nobody is signed in.');
  const asked = async () =>
    authentication.getSession('github', userSecretsScopes, {
      createIfNone: true,
      account: (await main()).account,
    });
  const statusOf = async (path: string, accessToken: string) =>
    (await fetch(gitHub.url + path, { headers: { authorization: `Bearer ${accessToken}` } })).status;

  it('is a second one of the same account, and each is refused where the other one is for', async () => {
    assert.equal(await sessionFor(userSecretsScopes), undefined);
    const session = await asked();
    assert.deepEqual([session.account.label, session.accessToken], ['octocat', token]);
    assert.equal((await main()).accessToken, 'gho_test');
    assert.equal(await statusOf('/user/codespaces/secrets', session.accessToken), 200);
    assert.equal(await statusOf('/user/codespaces/secrets', 'gho_test'), 403);
    assert.equal(await statusOf('/orgs/acme/codespaces/secrets', session.accessToken), 404);
    const questions = await commands.executeCommand<unknown[]>('githubSession.questions', 'github');
    assert.deepEqual(questions.at(-1), { scopes: userSecretsScopes, account: 'octocat' });
  });

  it('outlives a new sign-in of the same account, and ends with a sign-out', async () => {
    await asked();
    await commands.executeCommand('githubSession.signIn');
    assert.equal((await sessionFor(userSecretsScopes))?.accessToken, token);
    await commands.executeCommand('githubSession.signOut');
    assert.equal(await sessionFor(userSecretsScopes), undefined);
    assert.equal(await sessionFor(neededScopes), undefined);
  });

  it('ends when another account signs in', async () => {
    await asked();
    await commands.executeCommand('githubSession.signIn', hubot);
    const { account } = await main();
    assert.equal(account.label, 'hubot');
    assert.equal(
      await authentication.getSession('github', userSecretsScopes, { silent: true, account }),
      undefined,
    );
    assert.equal((await asked()).accessToken, userSecretsToken(hubot.token));
  });

  it('can be declined alone', async () => {
    await commands.executeCommand('githubSession.onAskedForUserSecrets', 'github', 'refuse');
    await assert.rejects(asked(), /Cancelled/);
    assert.equal((await main()).accessToken, 'gho_test');
  });

  it('can be answered with another account, beside the first one', async () => {
    const other = { ...hubot, token: userSecretsToken(hubot.token) };
    await commands.executeCommand('githubSession.onAskedForUserSecrets', 'github', other);
    assert.equal((await asked()).account.label, 'hubot');
    assert.equal((await main()).account.label, 'octocat');
  });
});
