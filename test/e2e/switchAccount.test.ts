import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { storedState } from '../vscode/storedState';
import { openWindow } from './window';

describe('Switch GitHub Account...', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it("uses another of VS Code's accounts, which VS Code remembers, and the view names it", async () => {
    const window = await openWindow({ fakeGitHub, users: ['octocat', 'hubot'] });
    const { dialog, input, secrets } = window;
    const named = (login: string): Promise<void> =>
      secrets.pane.locator('.pane-header .description', { hasText: login }).waitFor();
    const tokens = (): string[] => [
      ...new Set(fakeGitHub.requests.map(({ headers }) => headers['authorization'] ?? '')),
    ];
    await window.openContainer();
    // Of several accounts VS Code uses none before the user has chosen one.
    await secrets.clickWelcome('Sign In to GitHub');
    await dialog.click('Allow');
    await input.pick('octocat');
    await secrets.filled('acme');
    await named('octocat');
    assert.deepEqual(tokens(), ['Bearer gho_test']);

    fakeGitHub.forgetRequests();
    await window.run('Codespaces Secrets: Switch GitHub Account...');
    await dialog.click('Allow');
    await input.pick('hubot');
    await named('hubot');
    await secrets.filled('acme');
    assert.deepEqual(tokens(), ['Bearer gho_hubot']);

    // VS Code writes the choice down a moment later.
    const isKept = /codespaces-org-secrets-github.*hubot/i;
    while (!isKept.test(await storedState(window.page)));
    fakeGitHub.forgetRequests();
    await window.reload();
    await named('hubot');
    await secrets.filled('acme');
    assert.deepEqual(tokens(), ['Bearer gho_hubot']);
  });
});
