import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { stage } from './stage';
import { secretPath, withoutOwnSecrets, writes } from './support';
import { openWindow, type Window } from './window';

const ids = { billing: 70002, website: 70012 };

/** Opens the repositories of an organization. */
async function show({ repositories }: Window, organization = 'acme', first = 'api-gateway'): Promise<void> {
  await repositories.expand(organization);
  await repositories.row(first).waitFor();
}

describe('the Repositories view', () => {
  const on = stage();
  // What the repository itself has would stand beside what these tests are about.
  beforeEach(() => withoutOwnSecrets(on.fakeGitHub));

  it('asks for nothing before an organization is opened, and then for each page once', async () => {
    const { fakeGitHub, window } = on;
    await window.repositories.row('acme').waitFor();
    assert.equal(fakeGitHub.requests.length, 0);
    await show(window);
    const paths = fakeGitHub.requests.map(({ path }) => path.replace(/\?.*/, '')).sort();
    const selections = ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED'];
    assert.deepEqual(paths, [
      ...selections.map(name => secretPath(name, '/repositories')),
      '/orgs/acme/repos',
    ]);
  });

  it('shows each repository with the secrets that it receives, and why', async () => {
    const { repositories } = on.window;
    await show(on.window);
    await repositories.described('acme', '12 repositories');
    await repositories.described('billing', '3 secrets · private');
    await repositories.described('docs', '1 secret · public');
    await repositories.expand('billing');
    await repositories.row('NPM_TOKEN').waitFor();
    const rows = (await repositories.rows()).filter(({ level }) => level === 3);
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description.replace(/^⚠ .* · /, '')]),
      [
        ['DB_URL', 'private'],
        ['NPM_TOKEN', 'selected'],
        ['SENTRY_DSN', 'all'],
      ],
    );
    assert.match(
      rows[1]?.accessibleLabel ?? '',
      /^NPM_TOKEN, secret, billing can use it: Selected repositories/,
    );
  });

  it("shows a repository's own secrets, and which of the organization's they hide", async () => {
    const { fakeGitHub, window } = on;
    const { repositories } = window;
    fakeGitHub.edit(
      { edit: 'setRepositorySecret', fullName: 'acme/billing', name: 'NPM_TOKEN' },
      { edit: 'setRepositorySecret', fullName: 'acme/billing', name: 'STRIPE_KEY' },
    );
    await show(window);
    await repositories.expand('billing');
    await repositories.row('STRIPE_KEY').waitFor();
    const rows = (await repositories.rows()).filter(({ level }) => level === 3);
    assert.deepEqual(
      rows.map(({ label, description }) => [label, description.replace(/^⚠ .*? · /, '')]),
      [
        ['DB_URL', 'private'],
        ['NPM_TOKEN', 'hidden · selected'],
        ['NPM_TOKEN', 'own'],
        ['SENTRY_DSN', 'all'],
        ['STRIPE_KEY', 'own'],
      ],
    );
    assert.match(rows[1]?.accessibleLabel ?? '', /The repository's own secret hides it/);
    await repositories.described('billing', '5 secrets · private');
  });

  it('shows archived repositories as such', async () => {
    await show(on.window);
    await on.window.repositories.scrollTo('legacy-billing');
    await on.window.repositories.described('legacy-billing', '2 secrets · private, archived');
  });

  it('follows what is changed in the Secrets view', async () => {
    const { window } = on;
    await show(window);
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.clickInline('billing', 'Remove Repository from Secret');
    await window.repositories.described('billing', '2 secrets · private');
  });

  it('says where an organization has no repositories, and where a repository receives nothing', async () => {
    const { fakeGitHub, window } = on;
    const { repositories } = window;
    await show(window, 'umbrella', 'raccoon');
    await repositories.expand('raccoon');
    await repositories.row('No secrets yet. Grant some...').waitFor();
    fakeGitHub.edit({ edit: 'deleteRepository', organization: 'umbrella', repository: 'raccoon' });
    await repositories.clickTitle('Refresh');
    await repositories.row('No repositories').waitFor();
  });

  it('says in a branch that it failed, and tries again by a click', async () => {
    const { fakeGitHub, window } = on;
    const { repositories } = window;
    const broken = fakeGitHub.fault({
      kind: 'status',
      status: 500,
      path: '/orgs/acme/repos',
      times: 'always',
    });
    await repositories.expand('acme');
    await repositories.described('GitHub returned an error (500)', 'Try Again...');
    broken.end();
    await repositories.click('GitHub returned an error (500)');
    await repositories.row('api-gateway').waitFor();
  });

  it("grants secrets to a repository: today's are checked, and the difference is sent", async () => {
    const { fakeGitHub, window } = on;
    const { input, repositories } = window;
    await show(window);
    await repositories.clickInline('billing', 'Edit Secret Access...');
    await input.shown('Edit Secret Access of billing');
    assert.deepEqual(await input.labels(), ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED']);
    assert.deepEqual(await input.checked(), ['NPM_TOKEN']);
    await input.check('NPM_TOKEN', false);
    await input.check('UNUSED');
    await input.ok();
    await repositories.expand('billing');
    await repositories.row('UNUSED').waitFor();
    await repositories.gone('NPM_TOKEN');
    assert.deepEqual(writes(fakeGitHub), [
      `PUT ${secretPath('UNUSED', `/repositories/${ids.billing}`)}`,
      `DELETE ${secretPath('NPM_TOKEN', `/repositories/${ids.billing}`)}`,
    ]);
  });

  it('takes a selected secret from its repository by a click, and only a selected one', async () => {
    const { fakeGitHub, window } = on;
    const { repositories } = window;
    await show(window);
    await repositories.expand('billing');
    await repositories.row('NPM_TOKEN').waitFor();
    const menu = await repositories.openMenu('SENTRY_DSN');
    assert.deepEqual(await menu.texts(), ['Rotate Value...', 'Copy Name', 'Open on GitHub']);
    await menu.dismiss();
    await repositories.clickInline('NPM_TOKEN', 'Remove Repository from Secret');
    await repositories.gone('NPM_TOKEN');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['service-catalog']);
  });

  it('puts a repository that is open in the window first, whatever its case, and says so', async () => {
    const fakeGitHub = await startFakeGitHub();
    try {
      const window = await openWindow({ fakeGitHub, folder: 'vscode-vfs://github/Acme/Website' });
      await window.openContainer();
      await show(window, 'acme', 'website');
      assert.equal((await window.repositories.children('acme'))[0], 'website');
      await window.repositories.described('website', 'open here · 1 secret · public');
    } finally {
      await fakeGitHub.close();
    }
  });
});

describe('several secrets at once', () => {
  const on = stage();

  it('are granted after a look at the plan, and all of it is undone by a click', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input, notifications, secrets } = window;
    await secrets.select('NPM_TOKEN', 'UNUSED');
    await secrets.clickMenu('UNUSED', 'Grant Repositories...');
    await input.shown('Grant 2 secrets to Repositories');
    const names = ['api-gateway', 'design-system', 'docs', 'infrastructure', 'mobile-app', 'payments'];
    for (const name of names) {
      await input.item(name).waitFor();
      await input.check(name);
    }
    await input.ok();
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Change access to 2 secrets?');
    assert.equal(
      await dialog.detail(),
      'Grants NPM_TOKEN to 6 repositories (2 public).\nGrants UNUSED to 6 repositories (2 public).\n\n14 requests, about 3 seconds.',
    );
    await dialog.click('Apply');
    await notifications.shown(
      '6 repositories (2 public) can now use NPM_TOKEN. 6 repositories (2 public) can now use UNUSED.',
    );
    assert.deepEqual(fakeGitHub.secret('acme', 'UNUSED')?.repositories, names);
    fakeGitHub.forgetRequests();
    await notifications.click('6 repositories (2 public) can now use NPM_TOKEN.', 'Undo');
    await fakeGitHub.answered({ method: 'DELETE' }, 12);
    assert.deepEqual(fakeGitHub.secret('acme', 'UNUSED')?.repositories, []);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing', 'service-catalog']);
    await secrets.expand('UNUSED');
    await secrets.row('No repository can use it yet. Select some...').waitFor();
  });
});

describe('stale secrets', () => {
  it('are counted in the badge, and none is after the setting is 0', async () => {
    const fakeGitHub = await startFakeGitHub();
    try {
      const window = await openWindow({ fakeGitHub });
      await window.openContainer();
      await window.secrets.described('SENTRY_DSN', /^⚠ /);
      const badge = window.page.locator('.activitybar .badge-content', { hasText: '5' });
      await badge.waitFor();
      const none = await openWindow({ fakeGitHub, settings: { 'codespacesOrgSecrets.staleAfterDays': 0 } });
      await none.openContainer();
      await none.secrets.described('SENTRY_DSN', /^all · .* years? ago$/);
      assert.equal(await none.page.locator('.activitybar .badge-content', { hasText: '5' }).count(), 0);
    } finally {
      await fakeGitHub.close();
    }
  });
});
