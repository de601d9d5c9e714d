import assert from 'node:assert/strict';
import { startStandIn, type StandIn } from '../github/standIn';
import { enterToken } from './support';
import { openWindow } from './window';

const wantsIn = "The extension 'Codespaces Org Secrets' wants to sign in using GitHub.";

describe('Sign In to GitHub', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await startStandIn();
  });
  beforeEach(() => standIn.reset());
  afterEach(() => assert.deepEqual(standIn.violations, []));
  after(() => standIn.close());

  it('asks, when signed out, only after the click in the view, and leads through VS Code’s own sign-in', async () => {
    const window = await openWindow({ standIn, signedIn: false });
    const { dialog, secrets } = window;
    await window.openContainer();
    await secrets.welcome.waitFor();
    assert.match(
      await secrets.welcome.innerText(),
      /^Sign in to see the Codespaces secrets of the organizations/,
    );
    assert.deepEqual(standIn.requests, []);

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
    assert.deepEqual(await secrets.children('acme'), [
      'DB_URL',
      'NPM_TOKEN',
      'PYPI_TOKEN',
      'SENTRY_DSN',
      'UNUSED',
    ]);
  });

  it('asks before it uses an account that VS Code has, and follows when that is signed out', async () => {
    const window = await openWindow({ standIn, trusted: false });
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
    const window = await openWindow({ standIn, trusted: false });
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
    await standIn.answered({ method: 'PUT' });
    assert.equal(standIn.value('acme', 'SENTRY_DSN'), 'n3w');
  });
});
