import assert from 'node:assert/strict';
import { authentication, extensions, workspace } from 'vscode';
import { extensionId } from '../vscode/manifest';

describe('the extension in a Node extension host', () => {
  it('is found and activates', async () => {
    const extension = extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
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
