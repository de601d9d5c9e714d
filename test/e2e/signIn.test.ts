import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { enterToken } from './support';
import { openWindow, type Window } from './window';

const wantsIn = "The extension 'Codespaces Org Secrets' wants to sign in using GitHub.";

/** A settings file opens beside the views, takes what is typed as it is, and stays unsaved until it is saved. */
const plainEditor = {
  'files.autoSave': 'off',
  'workbench.editor.useModal': 'off',
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
};

describe('Sign In to GitHub', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    // Enterprise hosts stand in for GHE.com here: Enterprise Server has no Codespaces secrets.
    fakeGitHub = await startFakeGitHub({ apiV3: 'cloud' });
  });
  beforeEach(() => fakeGitHub.reset());
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it("asks, when signed out, only after the click in the view, and leads through VS Code's own sign-in", async () => {
    const window = await openWindow({ fakeGitHub, signedIn: false });
    const { dialog, repositories, secrets } = window;
    await window.openContainer();
    await secrets.welcome.waitFor();
    await repositories.pane.waitFor({ state: 'detached' });
    assert.match(
      await secrets.welcome.innerText(),
      /^Sign in to manage the Codespaces secrets of the organizations you own\./,
    );
    assert.deepEqual(fakeGitHub.requests, []);

    await secrets.clickWelcome('Sign In to GitHub');
    assert.deepEqual((await dialog.buttons()).sort(), ['Allow', 'Cancel']);
    assert.equal(await dialog.message(), wantsIn);
    await dialog.click('Cancel');
    await secrets.welcome.waitFor();
    assert.deepEqual(await window.notifications.texts(), []);

    await secrets.clickWelcome('Sign In to GitHub');
    await dialog.click('Allow');
    await enterToken(window, 'gho_test');
    await secrets.filled('acme');
    await repositories.pane.waitFor();
    assert.deepEqual(await secrets.children('acme'), [
      'DB_URL',
      'NPM_TOKEN',
      'PYPI_TOKEN',
      'SENTRY_DSN',
      'UNUSED',
    ]);
  });

  it('asks before it uses an account that VS Code has, and follows when that is signed out', async () => {
    const window = await openWindow({ fakeGitHub, trusted: false });
    const { dialog, input, secrets } = window;
    await window.openContainer();
    await secrets.clickWelcome('Sign In to GitHub');
    await dialog.click('Allow');
    await input.pick('octocat');
    await secrets.filled('acme');

    await window.signOut('octocat');
    await secrets.welcome.waitFor();
    assert.match(await secrets.welcome.innerText(), /Sign In to GitHub/);
    assert.deepEqual(await secrets.labels(), []);
  });

  it('is asked for by a command that needs it, which then goes on', async () => {
    const window = await openWindow({ fakeGitHub, trusted: false });
    await window.run('Codespaces Secrets: Rotate Value...');
    await window.dialog.click('Allow');
    await window.input.pick('octocat');
    await window.input.shown('Rotate Value (1/2)');
    await window.input.pick('acme');
    await window.input.shown('Rotate Value (2/2)');
    await window.input.pick('SENTRY_DSN');
    await window.input.shown('Rotate SENTRY_DSN');
    await window.input.type('n3w');
    await window.input.accept();
    await fakeGitHub.answered({ method: 'PUT' });
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'n3w');
  });

  it('uses no token of github.com where the settings name an enterprise host before it ends', async () => {
    const window = await openWindow({ fakeGitHub, signedIn: false, settings: plainEditor });
    const { dialog, input, notifications, secrets } = window;
    await window.openContainer();
    await writeSettings(window, 'User', {
      'codespacesOrgSecrets.authenticationProvider': 'github-enterprise',
      'github-enterprise.uri': fakeGitHub.url,
    });
    await secrets.clickWelcome('Sign In to GitHub');
    await dialog.click('Allow');
    await window.opens(() => dialog.click('Continue to GitHub'));
    await input.message.filter({ hasText: 'GitHub Personal Access Token' }).waitFor();
    await save(window);
    await input.type('gho_test');
    await input.accept();
    await notifications.shown('Your GitHub account changed');
    await secrets.welcome.waitFor();
    await secrets.clickTitle('Refresh');
    await secrets.welcome.waitFor();
    assert.deepEqual(sentTo('localhost', '/api/v3/'), []);
  });

  it('asks for no token where the workspace names another enterprise host than the user', async () => {
    const window = await openWindow({
      fakeGitHub,
      enterprise: fakeGitHub.url,
      folder: 'tmp:/',
      settings: plainEditor,
    });
    const { notifications, secrets } = window;
    await window.openContainer();
    await secrets.row('NPM_TOKEN').waitFor();
    assert.notDeepEqual(sentTo('localhost', '/api/v3/'), []);
    await writeSettings(window, 'Workspace', { 'github-enterprise.uri': otherHost() });
    await save(window);
    await secrets.welcome.waitFor();
    fakeGitHub.forgetRequests();
    await window.run('Codespaces Secrets: Create Secret...');
    await notifications.shown('This workspace sets "github-enterprise.uri"');
    assert.deepEqual(fakeGitHub.requests, []);

    await writeSettings(window, 'Workspace', { 'github-enterprise.uri': `${fakeGitHub.url}/` });
    await save(window);
    await secrets.row('NPM_TOKEN').waitFor();
    assert.deepEqual(sentTo('127.0.0.1'), []);
  });

  it('ends with the host that it was for', async () => {
    const window = await openWindow({
      fakeGitHub,
      enterprise: fakeGitHub.url,
      settings: plainEditor,
    });
    const { secrets } = window;
    await window.openContainer();
    await secrets.row('NPM_TOKEN').waitFor();
    const authenticationProvider = { 'codespacesOrgSecrets.authenticationProvider': 'github-enterprise' };
    await writeSettings(window, 'User', { ...authenticationProvider, 'github-enterprise.uri': otherHost() });
    await save(window);
    await secrets.clickWelcome('Sign In to GitHub');
    await window.dialog.click('Cancel');
    await secrets.clickTitle('Refresh');
    await secrets.welcome.waitFor();
    assert.deepEqual(sentTo('127.0.0.1'), []);

    await writeSettings(window, 'User', {
      ...authenticationProvider,
      'github-enterprise.uri': fakeGitHub.url,
    });
    await save(window);
    await secrets.row('NPM_TOKEN').waitFor();
    assert.deepEqual(sentTo('127.0.0.1'), []);
  });

  /** The same GitHub under another name: it tells by the host of a request which one it was sent to. */
  const otherHost = (): string => fakeGitHub.url.replace('localhost', '127.0.0.1');

  /** The addresses of the requests to a host that begin so. */
  const sentTo = (hostname: string, prefix = '/'): string[] =>
    fakeGitHub.requests
      .filter(({ url, headers }) => headers['host']?.startsWith(`${hostname}:`) && url.startsWith(prefix))
      .map(({ url }) => url);
});

/** Writes settings into their file, which stays unsaved. */
async function writeSettings(window: Window, target: 'User' | 'Workspace', settings: object): Promise<void> {
  await window.run(`Preferences: Open ${target} Settings (JSON)`);
  await window.page.locator('.tab.active', { hasText: 'settings.json' }).waitFor();
  // What is typed can get further brackets before VS Code knows the settings; what is pasted gets none.
  await window.copy(JSON.stringify({ ...plainEditor, ...settings }));
  await focusEditor(window);
  await window.page.keyboard.press('ControlOrMeta+A');
  await window.page.keyboard.press('ControlOrMeta+V');
  await window.page.locator('.tab.active.dirty').waitFor();
}

/** Saves the file that is open, while VS Code may be asking for something. */
async function save(window: Window): Promise<void> {
  await focusEditor(window);
  await window.page.keyboard.press('ControlOrMeta+S');
  await window.page.locator('.tab.active:not(.dirty)').waitFor();
}

async function focusEditor({ page }: Window): Promise<void> {
  // Below the lines, where no input of VS Code's covers it.
  const editor = page.locator('.part.editor .monaco-editor[role="code"]');
  await editor.click({ position: { x: 300, y: 400 } });
}
