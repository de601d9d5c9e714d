import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { openWindow } from './window';

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
        ['acme', 'hooli', 'nowhere', 'Your Codespaces secrets'],
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
