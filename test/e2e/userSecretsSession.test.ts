import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { allowUserSecrets, declineUserSecrets } from './support';
import { openWindow } from './window';

const title = 'Ask for the Session of My Own Secrets';
const asksForSession = { extensions: ['sessionAsker'] };

describe("VS Code's question for a session of the user's own secrets", () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => (fakeGitHub = await startFakeGitHub()));
  after(() => fakeGitHub.close());

  it('can be declined, and accepted with a token of its own', async () => {
    const window = await openWindow({ fakeGitHub, ...asksForSession });
    await window.run(title);
    await declineUserSecrets(window);
    await window.notifications.shown('Got no session');
    await window.run(title);
    await allowUserSecrets(window, 'gho_test_secrets');
    await window.notifications.shown('Got gho_test_secrets of octocat');
    assert.deepEqual(fakeGitHub.violations, []);
  });

  it('is only whether the extension may use it, where there is such a session', async () => {
    const window = await openWindow({ fakeGitHub, ...asksForSession, hasUserSecretsSession: true });
    await window.run(title);
    await window.dialog.click('Allow');
    await window.notifications.shown('Got gho_test_secrets of octocat');
  });
});
