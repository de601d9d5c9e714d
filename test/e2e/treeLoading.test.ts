import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { stage } from './stage';
import { secretPath } from './support';
import { treeFixture } from './treeFixture';
import { openWindow } from './window';

describe('the tree', () => {
  const on = stage({ fixture: treeFixture });

  it('fetches repositories when a secret is first opened, and not again', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.row('billing').waitFor();
    await window.secrets.collapse('NPM_TOKEN');
    await window.secrets.collapse('acme');
    await window.secrets.expand('acme');
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.row('billing').waitFor();
    const paths = fakeGitHub.requests.map(({ path }) => path);
    assert.deepEqual(paths, [secretPath('NPM_TOKEN', '/repositories?per_page=100&page=1')]);
  });

  it('shows progress while a branch is on its way', async () => {
    const { fakeGitHub, window } = on;
    const held = fakeGitHub.fault({ kind: 'hold', path: '/orgs/umbrella/codespaces/secrets' });
    await window.secrets.expand('umbrella');
    await held.holding();
    await window.secrets.progress.waitFor();
    assert.deepEqual(await window.secrets.children('umbrella'), []);
    held.release();
    await window.secrets.row('No Codespaces secrets yet. Create one...').waitFor();
    await window.secrets.progress.waitFor({ state: 'detached' });
  });

  it('says in a branch that it failed, leaves its neighbours alone, and tries again by a click', async () => {
    const { fakeGitHub, window } = on;
    const { secrets } = window;
    const path = '/orgs/umbrella/codespaces/secrets';
    const broken = fakeGitHub.fault({ kind: 'status', status: 500, path, times: 'always' });
    await secrets.expand('umbrella');
    await secrets.described('GitHub returned an error (500)', 'Try Again...');
    assert.deepEqual(await secrets.children('acme'), [
      'DB_URL',
      'NPM_TOKEN',
      'PYPI_TOKEN',
      'SENTRY_DSN',
      'UNUSED',
    ]);
    broken.end();
    await secrets.click('GitHub returned an error (500)');
    await secrets.row('No Codespaces secrets yet. Create one...').waitFor();
  });

  it('tries a failed branch again by its inline action, and asks for nothing else', async () => {
    const { fakeGitHub, window } = on;
    const { secrets } = window;
    const path = secretPath('NPM_TOKEN', '/repositories');
    const refused = fakeGitHub.fault({ kind: 'status', status: 403, path, times: 'always' });
    await secrets.expand('NPM_TOKEN');
    await secrets.row('Refused by GitHub').waitFor();
    refused.end();
    fakeGitHub.forgetRequests();
    await secrets.clickInline('Refused by GitHub', 'Refresh');
    await secrets.row('billing').waitFor();
    assert.deepEqual(
      fakeGitHub.requests.map(({ path }) => path.replace(/\?.*/, '')).sort(),
      ['/orgs/acme/codespaces/secrets', path].sort(),
    );
  });

  it('asks on Refresh only for what has changed', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.expand('NPM_TOKEN');
    await window.secrets.row('billing').waitFor();
    fakeGitHub.forgetRequests();
    await window.secrets.clickTitle('Refresh');
    const path = secretPath('NPM_TOKEN', '/repositories');
    await fakeGitHub.answered({ path });
    assert.ok(fakeGitHub.requests.length >= 3);
    for (const request of fakeGitHub.requests) {
      assert.equal(request.status, 304, request.path);
      assert.ok(request.headers['if-none-match'], request.path);
    }
  });

  it('shows on Refresh what somebody else changed', async () => {
    const { fakeGitHub, window } = on;
    const { secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    fakeGitHub.edit(
      { edit: 'deleteSecret', organization: 'acme', name: 'SENTRY_DSN' },
      { edit: 'createSecret', organization: 'acme', name: 'NEW_ONE', visibility: 'all' },
      { edit: 'unselectRepository', organization: 'acme', name: 'NPM_TOKEN', repository: 'billing' },
      { edit: 'selectRepository', organization: 'acme', name: 'NPM_TOKEN', repository: 'payments' },
    );
    await secrets.clickTitle('Refresh');
    await secrets.gone('SENTRY_DSN');
    await secrets.row('payments').waitFor();
    await secrets.gone('billing');
    assert.deepEqual(await secrets.children('acme'), [
      'DB_URL',
      'NEW_ONE',
      'NPM_TOKEN',
      'PYPI_TOKEN',
      'UNUSED',
    ]);
    assert.deepEqual(await secrets.children('NPM_TOKEN'), [
      'docs',
      'legacy-billing',
      'payments',
      'service-catalog',
    ]);
  });

  it('refreshes one organization alone from its menu', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.expand('umbrella');
    await window.secrets.row('No Codespaces secrets yet. Create one...').waitFor();
    fakeGitHub.forgetRequests();
    fakeGitHub.edit({ edit: 'createSecret', organization: 'umbrella', name: 'RACCOON', visibility: 'all' });
    await window.secrets.clickMenu('umbrella', 'Refresh');
    await window.secrets.described('RACCOON', 'all · just now');
    await window.secrets.described('umbrella', '1 secret');
    assert.deepEqual(
      fakeGitHub.requests.map(({ path }) => path),
      ['/orgs/umbrella/codespaces/secrets?per_page=100&page=1'],
    );
  });
});

describe('showing the view', () => {
  it('asks GitHub for nothing before, and then for the memberships and one list', async () => {
    const fakeGitHub = await startFakeGitHub();
    try {
      const window = await openWindow({ fakeGitHub });
      assert.equal(fakeGitHub.requests.length, 0);
      await window.openContainer();
      await window.secrets.filled('acme');
      assert.deepEqual(
        fakeGitHub.requests.map(({ method, path }) => `${method} ${path}`),
        [
          'GET /user/memberships/orgs?state=active&per_page=100&page=1',
          // Who `globex` is: single sign-on hides all of it but its id.
          'GET /user/9002',
          'GET /orgs/acme/codespaces/secrets?per_page=100&page=1',
        ],
      );
      assert.deepEqual(fakeGitHub.violations, []);
    } finally {
      await fakeGitHub.close();
    }
  });
});
