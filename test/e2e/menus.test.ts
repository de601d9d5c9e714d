import assert from 'node:assert/strict';
import { AccessMapPage } from './accessMapPage';
import { stage } from './stage';

const page = 'https://github.com/organizations/acme/settings/secrets/codespaces';

describe('menus and small commands', () => {
  const on = stage();

  it('has a menu for each kind of row', async () => {
    const { secrets } = on.window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    for (const [row, items] of [
      [
        'acme',
        [
          'Create Secret...',
          'Import from .env File...',
          'Open Access Map',
          'Export Access Report...',
          'Refresh',
          'Open on GitHub',
        ],
      ],
      [
        'NPM_TOKEN',
        [
          'Rotate Value...',
          'Edit Repository Access...',
          'Grant Repositories...',
          'Revoke Repositories...',
          'Copy Access from Another Secret...',
          'Change Visibility...',
          'Copy Name',
          'Open on GitHub',
          'Delete Secret...',
        ],
      ],
      ['billing', ['Copy Name', 'Open on GitHub', 'Remove Repository from Secret']],
    ] as const) {
      const menu = await secrets.openMenu(row);
      assert.deepEqual(await menu.texts(), items);
      await menu.dismiss();
    }
  });

  it('has what can be done to several secrets at once, and nothing else, in their menu', async () => {
    const { secrets } = on.window;
    await secrets.select('NPM_TOKEN', 'DB_URL');
    const menu = await secrets.openMenu('DB_URL');
    assert.deepEqual(await menu.texts(), [
      'Rotate Value...',
      'Grant Repositories...',
      'Revoke Repositories...',
      'Copy Access from Another Secret...',
      'Change Visibility...',
      'Copy Name',
      'Delete Secret...',
    ]);
    await menu.dismiss();
  });

  it('has in the palette what can ask for what it lacks', async () => {
    const { window } = on;
    const titles = [
      'Change Visibility...',
      'Compare Apps...',
      'Copy Access from Another Secret...',
      'Create Secret...',
      'Delete Secret...',
      'Edit Repository Access...',
      'Edit Secret Access...',
      'Export Access Report...',
      'Find Secret or Repository...',
      'Grant Repositories...',
      'Import from .env File...',
      'Open Access Map',
      'Refresh',
      'Review Stale Secrets...',
      'Revoke Repositories...',
      'Rotate Value...',
      'Save Selection as Secret...',
      'Show Log',
      'Sign In to GitHub',
      'Switch GitHub Account...',
    ];
    for (const title of titles) {
      const found = await window.commands(`Codespaces Secrets: ${title}`);
      assert.ok(found.includes(`Codespaces Secrets: ${title}`), title);
    }
  });

  it('has nothing in the palette that could not ask for what it lacks', async () => {
    const { window } = on;
    for (const title of ['Copy Name', 'Open on GitHub', 'Remove Repository from Secret']) {
      const found = await window.commands(`Codespaces Secrets: ${title}`);
      assert.ok(!found.includes(`Codespaces Secrets: ${title}`), title);
    }
  });

  it('copies the name of a secret, and the names of several', async () => {
    const { window } = on;
    await window.secrets.clickMenu('NPM_TOKEN', 'Copy Name');
    assert.equal(await window.clipboardWith('NPM_TOKEN'), 'NPM_TOKEN');
    await window.secrets.select('DB_URL', 'SENTRY_DSN');
    await window.secrets.clickMenu('SENTRY_DSN', 'Copy Name');
    const copied = await window.clipboardWith('SENTRY_DSN');
    assert.deepEqual(copied.split('\n').sort(), ['DB_URL', 'SENTRY_DSN']);
  });

  it('opens organization, secret and repository on GitHub', async () => {
    const { window } = on;
    const { secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    for (const [row, address] of [
      ['acme', page],
      ['NPM_TOKEN', page],
      ['billing', 'https://github.com/acme/billing'],
    ] as const)
      assert.equal(await window.opens(() => secrets.clickMenu(row, 'Open on GitHub')), address);
  });

  it('opens the access map from the title of both views, of the organization that has the focus', async () => {
    const { input, page, repositories, secrets } = on.window;
    await secrets.click('DB_URL');
    await secrets.clickTitle('Open Access Map');
    await input.shown('Open Access Map');
    await input.escape();
    await input.closed();
    await repositories.click('acme');
    await repositories.clickTitle('Open Access Map');
    await page.getByRole('tab', { name: 'Access Map: acme' }).waitFor();
    await new AccessMapPage(on.window).filled();
  });

  it('refreshes from the palette', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'DB_URL' });
    await window.run('Codespaces Secrets: Refresh');
    await window.secrets.gone('DB_URL');
  });

  it("shows its log, from the view's overflow, with requests and how they were answered", async () => {
    const { window } = on;
    await window.secrets.clickMore('Show Log');
    const log = await window.log('GET /orgs/acme/codespaces/secrets');
    assert.match(log, /\[info\] GET \/user\/memberships\/orgs\?state=active&per_page=100&page=1 - 200/);
    assert.doesNotMatch(log, /gho_test|authorization/i);
  });
});
