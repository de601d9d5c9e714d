import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { gitHub } from './gitHub';
import { neededScopes, sessionStage } from './sessionStage';

/** What the browser of a codespace can have: the token of a GitHub App, which has no scopes. */
const ofApp = { token: 'ghu_test' };
const withScopes = { token: 'gho_new' };

describe("a codespace's own session", () => {
  const on = sessionStage();
  const provider = (command: string, ...more: unknown[]): Thenable<unknown> =>
    commands.executeCommand(`githubSession.${command}`, ...more);
  beforeEach(async () => {
    await gitHub.edit(
      { edit: 'setToken', token: ofApp.token, user: 'octocat', scopes: [] },
      { edit: 'setToken', token: withScopes.token, user: 'octocat', scopes: neededScopes },
    );
    await provider('signIn', ofApp);
    await on.said(/scope admin:org/);
    await gitHub.forgetRequests();
    on.person.forget();
  });

  it('can read no secret; the message says which scope it lacks, and leads to a session that has it', async () => {
    await provider('onAsked', 'github', withScopes);
    const chosen = ['Sign In Again', 'Try Again'];
    on.person.choose = ({ buttons }) => buttons.find(button => button === chosen[0]) && chosen.shift();
    await on.rotate();
    const [message] = on.person.messages;
    assert.equal(
      message?.text,
      "Couldn't rotate NPM_TOKEN. Your GitHub session doesn't have the scope admin:org. Sign in again to grant it.",
    );
    assert.equal(await gitHub.value('acme', 'NPM_TOKEN'), 'value');
  });

  it('cannot be used for the secrets of a repository or of the user either, and the messages say so', async () => {
    const places = [
      [{ kind: 'repository', id: 70002, fullName: 'acme/billing' }, /scope repo\. Sign in again to grant it/],
      [{ kind: 'user', login: 'octocat' }, /scope codespace:secrets/],
    ] as const;
    for (const [owner, words] of places) {
      on.person.forget();
      await commands.executeCommand(ids.deleteSecret, {
        kind: 'secret',
        app: 'codespaces',
        owner,
        name: 'SCRATCH',
      });
      await on.person.said(words);
    }
  });
});
