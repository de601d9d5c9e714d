import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { openDevcontainer } from './devcontainerEditor';
import { enterToken, rotate } from './support';
import { openWindow, type Window } from './window';

const scopes = ['admin:org', 'repo'];

describe('a session that does not work', () => {
  // Signing in again leaves another token behind, hence a window for each.
  let fakeGitHub: Awaited<ReturnType<typeof startFakeGitHub>>;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  beforeEach(() => fakeGitHub.reset());
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  async function signedIn(): Promise<Window> {
    const window = await openWindow({ fakeGitHub });
    await window.openContainer();
    await window.secrets.filled('acme');
    fakeGitHub.edit({ edit: 'setToken', token: 'gho_new', user: 'octocat', scopes });
    return window;
  }

  it('was revoked: the view asks to sign in, and shows the secrets after it', async () => {
    const window = await signedIn();
    fakeGitHub.edit({ edit: 'revokeToken', token: 'gho_test' });
    await window.secrets.clickTitle('Refresh');
    await window.secrets.clickWelcome('Sign In to GitHub');
    assert.match(await window.dialog.message(), /wants you to sign in again using GitHub/);
    await window.dialog.click('Allow');
    await enterToken(window, 'gho_new');
    await window.secrets.row('NPM_TOKEN').waitFor();
  });

  it('was revoked: a typed value is sent after signing in again, without typing it again', async () => {
    const window = await signedIn();
    fakeGitHub.edit({ edit: 'revokeToken', token: 'gho_test' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    const told = "Couldn't rotate SENTRY_DSN. You are signed out of GitHub. Sign in to continue.";
    assert.deepEqual((await window.notifications.buttons(told)).sort(), ['Sign In', 'Try Again']);
    await window.notifications.click(told, 'Sign In');
    await window.dialog.click('Allow');
    await enterToken(window, 'gho_new');
    await window.notifications.click(told, 'Try Again');
    await fakeGitHub.answered({ method: 'PUT' });
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
  });

  it('lacks admin:org: the branch says so and leads to a session that has it', async () => {
    const window = await signedIn();
    const { secrets } = window;
    fakeGitHub.edit({ edit: 'setToken', token: 'gho_test', user: 'octocat', scopes: ['repo'] });
    await secrets.clickTitle('Refresh');
    await secrets.described('Scope admin:org is missing', 'Sign In Again...');
    const row = (await secrets.rows()).find(({ label }) => label === 'Scope admin:org is missing');
    assert.equal(
      row?.accessibleLabel,
      "Your GitHub session doesn't have the scope admin:org. Sign in again to grant it. Sign In Again",
    );
    await secrets.click('Scope admin:org is missing');
    await window.dialog.click('Allow');
    await enterToken(window, 'gho_new');
    await secrets.filled('acme');
  });

  it("is a GitHub App's, as in the browser of a codespace: all that needs more leads to a session that has it", async () => {
    const declares = ['PYPI_TOKEN'];
    fakeGitHub.edit(
      { edit: 'revokeToken', token: 'gho_test' },
      { edit: 'revokeToken', token: 'gho_test_secrets' },
      { edit: 'setToken', token: 'ghu_test', user: 'octocat', scopes: [] },
      { edit: 'setToken', token: 'gho_new', user: 'octocat', scopes },
    );
    const editor = await openDevcontainer({ fakeGitHub, declares });
    const { window } = editor;
    await editor.status('Secrets: not checked');
    assert.deepEqual(await editor.problems(), []);
    const hover = await editor.hover('PYPI_TOKEN');
    const how = 'Sign in again in the Secrets view to grant it.';
    assert.ok(hover.includes(`acme: not known. Scope admin:org is missing. ${how}`), hover);
    assert.ok(hover.includes(`acme/billing: not known. Scope repo is missing. ${how}`), hover);
    await window.openContainer();
    const { secrets } = window;
    await secrets.welcome.waitFor();
    assert.match(await secrets.welcome.innerText(), /It needs the admin:org scope\./);
    await secrets.clickWelcome('Sign In Again');
    await window.dialog.click('Allow');
    await enterToken(window, 'gho_new');
    await secrets.row('acme').waitFor();
    await editor.shows('warning PYPI_TOKEN');
  });

  it('has no scope at all: the view says so and leads to a session that has them', async () => {
    const window = await signedIn();
    const { secrets } = window;
    fakeGitHub.edit({ edit: 'setToken', token: 'gho_test', user: 'octocat', scopes: [] });
    await secrets.clickTitle('Refresh');
    await secrets.welcome.waitFor();
    assert.match(await secrets.welcome.innerText(), /It needs the admin:org scope\./);
    await secrets.clickWelcome('Sign In Again');
    await window.dialog.click('Allow');
    await enterToken(window, 'gho_new');
    await secrets.filled('acme');
  });
});
