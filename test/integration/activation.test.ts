import assert from 'node:assert/strict';
import { authentication, commands, extensions, workspace } from 'vscode';
import { views } from '../../src/manifest';
import { extensionId } from '../vscode/manifest';
import { gitHub } from './gitHub';

describe('the extension in a Node extension host', () => {
  it('is found and activates', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('asks nothing of GitHub before its view is shown, and then for the memberships', async () => {
    const own = async (): Promise<string[]> =>
      (await gitHub.requests())
        .filter(({ headers }) => headers['user-agent']?.startsWith('codespaces-org-secrets'))
        .map(({ path }) => path.replace(/\?.*/, ''));
    assert.deepEqual(await own(), []);
    await commands.executeCommand(`${views.secrets}.focus`);
    await gitHub.answered({ path: '/user/memberships/orgs' });
    assert.equal((await own())[0], '/user/memberships/orgs');
  });

  it('finds a GitHub session that needs no dialog, and a GitHub that is not GitHub', async () => {
    const session = await authentication.getSession('github', ['admin:org', 'repo'], { silent: true });
    assert.equal(session?.account.label, 'octocat');
    const answer = await fetch('https://api.github.com/user', {
      headers: { authorization: `Bearer ${session.accessToken}` },
    });
    assert.equal(((await answer.json()) as { login: string }).login, 'octocat');
  });

  it('finds the settings that the run has written for its user', () => {
    const level = workspace.getConfiguration().inspect('telemetry.telemetryLevel');
    assert.equal(level?.globalValue, 'off');
  });
});
