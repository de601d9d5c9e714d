import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { stage } from './stage';
import { enterToken, secretPath, fixtureWith, writes } from './support';
import { openWindow, type Window } from './window';

const scopes = ['admin:org', 'repo'];

/** Types a new value for a secret, and sends it. */
async function rotate(window: Window, name: string, value: string): Promise<void> {
  await window.secrets.clickInline(name, 'Rotate Value...');
  await window.input.shown(`Rotate ${name}`);
  await window.input.type(value);
  await window.input.accept();
  await window.input.closed();
}

/** Enters a new secret for all repositories, and sends it. */
async function create(window: Window, organization: string, name: string, value: string): Promise<void> {
  await window.secrets.clickInline(organization, 'Create Secret...');
  await window.input.shown('Create Secret (1/3)');
  await window.input.type(name);
  await window.input.accept();
  await window.input.shown('Create Secret (2/3)');
  await window.input.type(value);
  await window.input.accept();
  await window.input.shown('Create Secret (3/3)');
  await window.input.pick('All repositories');
  await window.input.closed();
}

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

describe('organizations that the setting names', () => {
  it('are shown even if they do not exist or are not owned, and say what is wrong', async () => {
    const fakeGitHub = await startFakeGitHub();
    try {
      const window = await openWindow({
        fakeGitHub,
        settings: { 'codespacesOrgSecrets.organizations': ['ACME', 'hooli', 'nowhere'] },
      });
      const { secrets } = window;
      await window.openContainer();
      await secrets.filled('acme');
      await secrets.expand('hooli');
      await secrets.described('You are not an owner', 'Try Again...');
      await secrets.expand('nowhere');
      await secrets.described('Not found, or VS Code is not approved', 'Try Again...');
      const rows = await secrets.rows();
      assert.deepEqual(
        rows.filter(({ level }) => level === 1).map(({ label }) => label),
        ['acme', 'hooli', 'nowhere'],
      );
      assert.match(
        rows.find(({ label }) => label === 'You are not an owner')?.accessibleLabel ?? '',
        /^You are not an owner of hooli\. Only owners can see and manage its Codespaces secrets\./,
      );
      assert.deepEqual(fakeGitHub.violations, []);
    } finally {
      await fakeGitHub.close();
    }
  });

  it('are not asked for where it is one', async () => {
    const fakeGitHub = await startFakeGitHub();
    try {
      const settings = { 'codespacesOrgSecrets.organizations': ['acme'] };
      const window = await openWindow({ fakeGitHub, settings });
      await window.openContainer();
      await window.run('Codespaces Secrets: Create Secret...');
      await window.input.shown('Create Secret (1/3)');
      await window.input.escape();
      await window.run('Codespaces Secrets: Rotate Value...');
      await window.input.shown('Rotate Value');
      assert.deepEqual(await window.input.labels(), [
        'DB_URL',
        'NPM_TOKEN',
        'PYPI_TOKEN',
        'SENTRY_DSN',
        'UNUSED',
      ]);
    } finally {
      await fakeGitHub.close();
    }
  });
});

describe('a failure', () => {
  const on = stage();

  it('of single sign-on opens the page on GitHub, and then Refresh shows the secrets', async () => {
    const { window } = on;
    const { secrets } = window;
    await secrets.expand('globex');
    await secrets.described('Single sign-on required', 'Authorize...');
    const address = await window.opens(() => secrets.click('Single sign-on required'));
    assert.ok(address.startsWith('https://github.com/orgs/globex/sso?authorization_request='), address);
    await secrets.clickTitle('Refresh');
    await secrets.row('REACTOR_KEY').waitFor();
    await secrets.gone('Single sign-on required');
  });

  it('of owning no organization is shown instead of the tree', async () => {
    const { fakeGitHub, window } = on;
    const owned = ['acme', 'globex', 'initrode', 'umbrella'];
    fakeGitHub.edit(
      ...owned.map(organization => ({
        edit: 'removeMembership' as const,
        organization,
        user: 'octocat',
      })),
    );
    await window.secrets.clickTitle('Refresh');
    await window.secrets.welcome.waitFor();
    assert.match(await window.secrets.welcome.innerText(), /^You don't own an organization on GitHub\./);
    fakeGitHub.reset();
    await window.secrets.clickWelcome('Refresh');
    await window.secrets.row('NPM_TOKEN').waitFor();
  });

  it('to reach GitHub at all is shown instead of the tree', async () => {
    const { fakeGitHub, window } = on;
    const offline = fakeGitHub.fault({ kind: 'drop', times: 'always' });
    await window.secrets.clickTitle('Refresh');
    await window.secrets.welcome.waitFor();
    assert.match(
      await window.secrets.welcome.innerText(),
      /^GitHub can't be reached\. Check your connection\./,
    );
    offline.end();
    await window.secrets.clickWelcome('Try Again');
    await window.secrets.row('NPM_TOKEN').waitFor();
  });

  it('of a plan that ends while a secret is created is told, and the typed value can be sent after an upgrade', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'initrode', plan: 'team' });
    fakeGitHub.fault({
      kind: 'before',
      method: 'PUT',
      edits: [{ edit: 'rotateKey', organization: 'initrode' }],
    });
    fakeGitHub.fault({
      kind: 'before',
      method: 'GET',
      path: '/orgs/initrode/codespaces/secrets/public-key',
      skip: 1,
      edits: [{ edit: 'setOrganization', organization: 'initrode', plan: 'free' }],
    });
    await create(window, 'initrode', 'TPS_KEY', 'typed once');
    const told =
      "Couldn't create TPS_KEY in initrode. The plan of initrode doesn't include Codespaces secrets. To use them, upgrade to GitHub Team or GitHub Enterprise.";
    await window.notifications.shown(told);
    assert.equal(fakeGitHub.secret('initrode', 'TPS_KEY'), undefined);
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'initrode', plan: 'team' });
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('TPS_KEY').waitFor();
    assert.equal(fakeGitHub.value('initrode', 'TPS_KEY'), 'typed once');
  });

  it('to find a secret that somebody deleted is told, and the tree no longer shows it', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
    await window.input.shown('Rotate SENTRY_DSN');
    await window.input.type('n3w');
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' });
    await window.input.accept();
    const told = /^Couldn't rotate SENTRY_DSN. It no longer exists. Somebody might have deleted it./;
    await window.notifications.shown(told);
    assert.deepEqual(await window.notifications.buttons(told), []);
    await window.secrets.gone('SENTRY_DSN');
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('to delete what somebody else deleted is told, and the tree no longer shows it', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('SENTRY_DSN', 'Delete Secret...');
    await window.dialog.box.waitFor();
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' });
    await window.dialog.click('Delete');
    await window.notifications.shown('SENTRY_DSN: It no longer exists');
    await window.secrets.gone('SENTRY_DSN');
  });

  it('of a visibility that was changed elsewhere is told, and the tree shows the new one', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await window.input.shown('Edit Repository Access of NPM_TOKEN');
    await window.input.item('docs').waitFor();
    await window.input.check('docs');
    fakeGitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'NPM_TOKEN', visibility: 'all' });
    await window.input.ok();
    await window.notifications.shown(
      "docs: Somebody changed the secret's visibility, so it no longer has selected repositories.",
    );
    await window.secrets.described('NPM_TOKEN', /^all · /);
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN')?.visibility, 'all');
  });

  it('that GitHub explains is shown with the message from GitHub', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'status', status: 422, message: 'Not on a Sunday.', method: 'PUT' });
    await create(window, 'acme', 'SUNDAY', 'typed once');
    const told = "Couldn't create SUNDAY in acme. GitHub refused the request: Not on a Sunday.";
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('SUNDAY').waitFor();
    assert.equal(fakeGitHub.value('acme', 'SUNDAY'), 'typed once');
  });

  it('to reach GitHub keeps the typed value: Try Again sends it', async () => {
    const { fakeGitHub, window } = on;
    const offline = fakeGitHub.fault({ kind: 'drop', method: 'PUT', times: 'always' });
    await create(window, 'acme', 'LATE', 'typed once');
    const told =
      /^Couldn't confirm that LATE was created in acme. GitHub didn't answer, so we don't know whether/;
    assert.deepEqual((await window.notifications.buttons(told)).sort(), ['Open View', 'Try Again']);
    assert.equal(fakeGitHub.secret('acme', 'LATE'), undefined);
    await window.notifications.click(told, 'Try Again');
    await window.notifications.shown(told);
    offline.end();
    await window.notifications.click(told, 'Try Again');
    await window.secrets.row('LATE').waitFor();
    assert.equal(fakeGitHub.value('acme', 'LATE'), 'typed once');
    assert.ok(!(await window.page.locator('body').innerText()).includes('typed once'));
  });

  it("to get the answer from GitHub says that we don't know whether it happened, and the tree shows whether it did", async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'dropAfter', method: 'PUT', times: 'always' });
    await create(window, 'acme', 'UNHEARD', 'v');
    await window.notifications.shown(
      /^Couldn't confirm that UNHEARD was created in acme. .* don't know whether the change was saved/,
    );
    await window.secrets.row('UNHEARD').waitFor();
    assert.equal(fakeGitHub.value('acme', 'UNHEARD'), 'v');
  });

  it('inside GitHub is shown with its status, and can be tried again', async () => {
    const { fakeGitHub, window } = on;
    const broken = fakeGitHub.fault({ kind: 'status', status: 502, method: 'PUT', times: 'always' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    const told = /^Couldn't confirm that SENTRY_DSN was rotated. GitHub returned an error \(502\)/;
    await window.notifications.shown(told);
    assert.equal(writes(fakeGitHub).length, 1);
    broken.end();
    await window.notifications.click(told, 'Try Again');
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
  });

  it('is final once its notification is closed', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.fault({ kind: 'status', status: 422, message: 'No.', method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    await window.notifications.shown("Couldn't rotate SENTRY_DSN.");
    await window.notifications.clear();
    assert.equal(writes(fakeGitHub).length, 1);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });
});

describe('a rate limit', () => {
  // GitHub is left alone until a limit ends, hence a window for each test.
  let fakeGitHub: Awaited<ReturnType<typeof startFakeGitHub>>;
  let window: Window;
  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
    window = await openWindow({ fakeGitHub, isShared: true });
    await window.openContainer();
    await window.secrets.filled('acme');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keepEvidence(this.currentTest.fullTitle());
    await window.close();
    await fakeGitHub.close();
  });
  const waiting = /waiting until (\d+):(\d\d):\d\d (AM|PM) for GitHub's rate limit/;

  it('is waited for: the time of its end is shown, and then the value is sent', async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 8, method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    const text = await (await window.notifications.shown(waiting)).innerText();
    const [, hours = '', minutes = '', half = ''] = waiting.exec(text.replaceAll('\u202f', ' ')) ?? [];
    const end = ((Number(hours) % 12) + (half === 'PM' ? 12 : 0)) * 60 + Number(minutes);
    // The windows of these tests stand in UTC, whatever the machine does.
    const now = new Date();
    assert.ok((end - now.getUTCHours() * 60 - now.getUTCMinutes() + 24 * 60) % (24 * 60) <= 1, text);
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
    assert.equal(fakeGitHub.requestsTo({ method: 'PUT' }).length, 2);
  });

  it('need not be waited for: what was typed can be sent later', async () => {
    fakeGitHub.fault({ kind: 'primaryLimit', resetIn: 10, method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    await window.notifications.click(waiting, 'Cancel');
    const told = "Couldn't rotate SENTRY_DSN. You reached GitHub's rate limit. Try again after";
    await window.notifications.click(told, 'Try Again');
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
  });

  it('is shown in the branch that it stopped, which continues by itself when it ends', async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 8, path: '/orgs/umbrella/codespaces/secrets' });
    await window.secrets.expand('umbrella');
    await window.page
      .getByRole('treeitem')
      .filter({ hasText: /Rate limit until \d+:\d\d:\d\d/ })
      .waitFor();
    await window.secrets.row('No Codespaces secrets yet. Create one...').waitFor();
  });
});

describe("what changes under the user's hands", () => {
  const on = stage({ fixture: () => fixtureWith() });

  it('a repository that was deleted after the pick: the others are granted, and it is named', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await input.shown('Edit Repository Access of NPM_TOKEN');
    for (const name of ['api-gateway', 'docs', 'website']) {
      await input.item(name).waitFor();
      await input.check(name);
    }
    fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'docs' });
    await input.ok();
    await window.dialog.click('Apply');
    await window.notifications.shown('2 of 3 changes were made. NPM_TOKEN / docs: It no longer exists');
    await secrets.expand('NPM_TOKEN');
    await secrets.row('website').waitFor();
    assert.deepEqual(await secrets.children('NPM_TOKEN'), [
      'api-gateway',
      'billing',
      'service-catalog',
      'website',
    ]);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, [
      'api-gateway',
      'billing',
      'service-catalog',
      'website',
    ]);
  });

  it("a repository that was deleted before a secret for it is created: GitHub's message tells", async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    fakeGitHub.fault({
      kind: 'before',
      method: 'PUT',
      edits: [{ edit: 'deleteRepository', organization: 'acme', repository: 'docs' }],
    });
    await window.secrets.clickInline('acme', 'Create Secret...');
    await input.shown('Create Secret (1/3)');
    await input.type('GONE');
    await input.accept();
    await input.shown('Create Secret (2/3)');
    await input.type('v');
    await input.accept();
    await input.pick('Selected repositories');
    await input.shown('Create Secret (4/4)');
    await input.check('docs');
    await input.ok();
    await window.notifications.shown(
      "Couldn't create GONE in acme. GitHub refused the request: Validation Failed: repository",
    );
    assert.equal(fakeGitHub.secret('acme', 'GONE'), undefined);
  });

  it('the public key, between fetching and sending: the value is sealed again and arrives', async () => {
    const { fakeGitHub, window } = on;
    const edits = [{ edit: 'rotateKey' as const, organization: 'acme' }];
    fakeGitHub.fault({ kind: 'before', method: 'PUT', edits });
    await rotate(window, 'NPM_TOKEN', 'n3w');
    await window.secrets.described('NPM_TOKEN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'n3w');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing', 'service-catalog']);
    assert.deepEqual(writes(fakeGitHub), [
      `PUT ${secretPath('NPM_TOKEN')}`,
      `PUT ${secretPath('NPM_TOKEN')}`,
    ]);
    assert.deepEqual(await window.notifications.texts(), []);
  });

  it("a selection, by another owner's window: both additions survive", async () => {
    const { fakeGitHub, window } = on;
    const other = await openWindow({ fakeGitHub, users: ['hubot'] });
    await other.openContainer();
    await other.secrets.filled('acme');
    for (const [each, repository] of [
      [window, 'docs'],
      [other, 'website'],
    ] as const) {
      await each.secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
      await each.input.shown('Edit Repository Access of NPM_TOKEN');
      await each.input.item(repository).waitFor();
      await each.input.check(repository);
    }
    await window.input.check('billing', false);
    await window.input.ok();
    await window.dialog.click('Apply');
    await other.input.ok();
    await other.dialog.click('Apply');
    await window.secrets.described('NPM_TOKEN', /now|second/);
    await other.secrets.described('NPM_TOKEN', /now|second/);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, [
      'docs',
      'service-catalog',
      'website',
    ]);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
  });
});
