import assert from 'node:assert/strict';
import { type WalkthroughStep, walkthroughKeys } from '../../src/manifest';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { enterToken, secretPath } from './support';
import { WalkthroughPage } from './walkthroughPage';
import { openWindow } from './window';

const steps = Object.keys(walkthroughKeys) as WalkthroughStep[];

describe('the walkthrough', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('completes each step when GitHub has confirmed it, and not when its command ran', async () => {
    const window = await openWindow({ fakeGitHub, signedIn: false, folder: 'folder:/billing' });
    const { dialog, input, notifications, secrets } = window;
    const walkthrough = new WalkthroughPage(window);
    const completed = async (): Promise<WalkthroughStep[]> => {
      const all = await Promise.all(steps.map(step => walkthrough.isCompleted(step)));
      return steps.filter((_, index) => all[index]);
    };
    await walkthrough.open();
    assert.deepEqual(await completed(), []);

    const organizations = fakeGitHub.fault({ kind: 'hold', path: '/user/memberships/orgs' });
    const list = fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/codespaces/secrets' });
    await walkthrough.click('signIn', 'Sign In to GitHub');
    await dialog.click('Allow');
    await enterToken(window, 'gho_test');
    await organizations.holding();
    assert.deepEqual(await completed(), []);
    organizations.release();
    await walkthrough.completed('signIn');

    await walkthrough.click('lookAround', 'Show the Secrets View');
    await secrets.expand('acme');
    await list.holding();
    assert.deepEqual(await completed(), ['signIn']);
    list.release();
    await walkthrough.completed('lookAround');

    const put = fakeGitHub.fault({
      kind: 'status',
      status: 500,
      method: 'PUT',
      times: 'always',
    });
    await walkthrough.click('rotate', 'Rotate Value...');
    await input.pick('acme');
    await input.pick('NPM_TOKEN');
    await input.shown('Rotate NPM_TOKEN');
    await input.type('n3w');
    await input.accept();
    await notifications.shown(/^Couldn't (rotate|confirm).*NPM_TOKEN/);
    assert.deepEqual(await completed(), ['signIn', 'lookAround']);
    put.end();
    await notifications.click(/^Couldn't (rotate|confirm).*NPM_TOKEN/, 'Try Again');
    await walkthrough.completed('rotate');
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'n3w');

    const added = fakeGitHub.fault({
      kind: 'hold',
      method: 'PUT',
      path: secretPath('NPM_TOKEN', '/repositories/*'),
    });
    await walkthrough.click('editAccess', 'Edit Repository Access...');
    await input.pick('acme');
    await input.pick('NPM_TOKEN');
    await input.shown(/NPM_TOKEN/);
    await input.check('payments');
    await input.ok();
    await added.holding();
    assert.ok(!(await walkthrough.isCompleted('editAccess')));
    added.release();
    await walkthrough.completed('editAccess');

    const selection = fakeGitHub.fault({ kind: 'hold', path: secretPath('PYPI_TOKEN', '/repositories') });
    await walkthrough.click('accessMap', 'Open Access Map');
    await input.pick('acme');
    await selection.holding();
    await walkthrough.open();
    assert.ok(!(await walkthrough.isCompleted('accessMap')));
    selection.release();
    await walkthrough.completed('accessMap');

    const details = fakeGitHub.fault({ kind: 'hold', path: '/repos/acme/billing' });
    await walkthrough.click('devcontainer', 'Add to devcontainer.json');
    await input.pick('acme');
    await input.pick('PYPI_TOKEN');
    await details.holding();
    await walkthrough.open();
    assert.ok(!(await walkthrough.isCompleted('devcontainer')));
    details.release();
    await walkthrough.completed('devcontainer');
    assert.deepEqual(await completed(), steps);
  });
});
