import assert from 'node:assert/strict';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { stage } from './stage';
import { secretPath, fixtureWith } from './support';
import { openWindow, type Window } from './window';

/** Creates a secret in `acme`, of whatever visibility is preselected. */
async function create(window: Window, name: string): Promise<void> {
  const { input } = window;
  await window.secrets.clickInline('acme', 'Create Secret...');
  await input.shown(/^Create Secret \(1/);
  await input.type(name);
  await input.accept();
  await input.shown(/^Create Secret \(2/);
  await input.type('mine');
  await input.accept();
  await input.shown(/^Create Secret \(3/);
  await input.accept();
  await input.closed();
}

describe('what other people do at the same moment', () => {
  const on = stage();

  it('is told: a creation has replaced the secret that somebody had just created', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({
      method: 'PUT',
      path: secretPath('API_KEY'),
      kind: 'before',
      edits: [{ edit: 'createSecret', organization: 'acme', name: 'API_KEY', visibility: 'all' }],
    });
    await create(window, 'API_KEY');
    await window.notifications.shown(
      'Somebody created API_KEY in acme at the same moment. Your value and access replaced theirs.',
    );
    assert.equal(fakeGitHub.value('acme', 'API_KEY'), 'mine');
  });

  it('is told: a rotation has created the secret again that somebody had just deleted', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({
      method: 'PUT',
      path: secretPath('SENTRY_DSN'),
      kind: 'before',
      edits: [{ edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' }],
    });
    await window.secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
    await window.input.shown('Rotate SENTRY_DSN');
    await window.input.type('mine');
    await window.input.accept();
    await window.notifications.shown(/^Somebody deleted SENTRY_DSN in acme at the same moment\./);
  });

  it('is reported as done even if the view cannot be loaded afterwards', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ path: '/orgs/acme/codespaces/secrets', kind: 'status', status: 404, times: 'always' });
    fakeGitHub.fault({
      method: 'GET',
      path: secretPath('API_KEY'),
      kind: 'status',
      status: 503,
      skip: 1,
      times: 'always',
    });
    await create(window, 'API_KEY');
    await window.page.getByText('API_KEY was created in acme.').waitFor();
    assert.deepEqual(await window.notifications.texts(), []);
  });
});

describe('an organization without Codespaces secrets in its plan', () => {
  const on = stage();

  it('says so before anything is entered', async () => {
    const { window } = on;
    await window.secrets.expand('initrode');
    await window.secrets.clickInline('initrode', 'Create Secret...');
    await window.notifications.shown(/The plan of initrode doesn't include Codespaces secrets\./);
    assert.equal(await window.input.widget.isVisible(), false);
  });
});

describe('a secret that no repository can use yet', () => {
  const on = stage();

  it('is reported, with a button to select some', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.secrets.clickInline('acme', 'Create Secret...');
    await input.type('API_KEY');
    await input.accept();
    await input.shown(/^Create Secret \(2/);
    await input.type('value');
    await input.accept();
    await input.shown(/^Create Secret \(3/);
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.item('website').waitFor();
    await input.ok();
    const told = 'API_KEY was created in acme. No repository can use it yet.';
    await window.notifications.click(told, 'Select Repositories...');
    await input.shown(/API_KEY/);
    await input.item('payments').waitFor();
    await input.check('payments');
    await input.ok();
    await input.closed();
    await fakeGitHub.answered({ method: 'PUT', path: secretPath('API_KEY', '/repositories/*') });
    assert.deepEqual(fakeGitHub.secret('acme', 'API_KEY')?.repositories, ['payments']);
  });
});

describe('an organization that does not answer', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    const fixture = fixtureWith({ edit: 'setOrganization', organization: 'globex', sso: false });
    fakeGitHub = await startFakeGitHub({ fixture });
  });
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('delays no other organization, and all of them are shown at once', async () => {
    // The first branch opens by itself.
    const slow = fakeGitHub.fault({ path: '/orgs/acme/*', kind: 'hold', times: 'always' });
    const window = await openWindow({ fakeGitHub });
    const { secrets } = window;
    await window.openContainer();
    await slow.holding();
    await secrets.row('umbrella').waitFor();
    assert.deepEqual(
      (await secrets.rows()).filter(({ level }) => level === 1).map(({ label }) => label),
      ['acme', 'globex', 'initrode', 'umbrella', 'Your Codespaces secrets'],
    );
    await secrets.expand('globex');
    await secrets.row('REACTOR_KEY').waitFor();
    slow.release();
    await secrets.filled('acme');
  });
});

describe('an organization whose name single sign-on hides', () => {
  const on = stage({
    fixture: () => fixtureWith({ edit: 'setOrganization', organization: 'globex', hidesName: true }),
  });

  it('has a row that says so, and leads to another sign-in', async () => {
    const { window } = on;
    const { secrets } = window;
    await secrets.row('1 organization needs single sign-on').waitFor();
    assert.deepEqual(
      (await secrets.rows()).filter(({ level }) => level === 1).map(({ label }) => label),
      ['acme', 'initrode', 'umbrella', '1 organization needs single sign-on', 'Your Codespaces secrets'],
    );
    await secrets.click('1 organization needs single sign-on');
    assert.match(await window.dialog.message(), /wants you to sign in again using GitHub/);
    await window.dialog.click('Cancel');
  });
});
