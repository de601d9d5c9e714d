import assert from 'node:assert/strict';
import { stage } from './stage';
import { secretPath, writes } from './support';

describe('Delete Secret...', () => {
  const on = stage();

  it('names the secret and how many repositories can no longer use it, and deletes it', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('NPM_TOKEN', 'Delete Secret...');
    assert.deepEqual((await window.dialog.buttons()).sort(), ['Cancel', 'Delete']);
    assert.equal(await window.dialog.message(), 'Delete NPM_TOKEN from acme?');
    assert.equal(
      await window.dialog.detail(),
      "NPM_TOKEN: 2 repositories can no longer use it\n\nYou can't restore a deleted value.",
    );
    assert.deepEqual(writes(fakeGitHub), []);
    await window.dialog.click('Delete');
    await window.secrets.gone('NPM_TOKEN');
    await window.secrets.described('acme', '4 secrets');
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN'), undefined);
    assert.deepEqual(writes(fakeGitHub), [`DELETE ${secretPath('NPM_TOKEN')}`]);
    assert.deepEqual(fakeGitHub.requestsTo({ path: '/orgs/acme/codespaces/secrets' }), []);
  });

  it('deletes several at once, and says which repositories can no longer use each', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, secrets } = window;
    await secrets.select('DB_URL', 'SENTRY_DSN', 'PYPI_TOKEN', 'UNUSED');
    await secrets.clickMenu('SENTRY_DSN', 'Delete Secret...');
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Delete 4 secrets?');
    assert.deepEqual((await dialog.detail()).split('\n').sort(), [
      '',
      'DB_URL: all private and internal repositories of acme can no longer use it',
      'PYPI_TOKEN: 1 repository can no longer use it',
      'SENTRY_DSN: all repositories of acme can no longer use it',
      'UNUSED: no repository can use it',
      "You can't restore a deleted value.",
    ]);
    await dialog.click('Delete');
    await secrets.described('acme', '1 secret');
    await secrets.gone('DB_URL');
    assert.deepEqual(await secrets.children('acme'), ['NPM_TOKEN']);
    assert.deepEqual(
      writes(fakeGitHub).sort(),
      ['DB_URL', 'PYPI_TOKEN', 'SENTRY_DSN', 'UNUSED'].map(name => `DELETE ${secretPath(name)}`),
    );
  });

  it('sends nothing when it is cancelled', async () => {
    const { fakeGitHub, window } = on;
    await window.secrets.clickMenu('NPM_TOKEN', 'Delete Secret...');
    await window.dialog.box.waitFor();
    await window.dialog.click('Cancel');
    await window.secrets.clickMenu('NPM_TOKEN', 'Delete Secret...');
    await window.dialog.box.waitFor();
    await window.page.keyboard.press('Escape');
    await window.dialog.box.waitFor({ state: 'detached' });
    assert.deepEqual(writes(fakeGitHub), []);
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
  });

  it('asks for organization and secret when run from the palette', async () => {
    const { fakeGitHub, window } = on;
    await window.run('Codespaces Secrets: Delete Secret...');
    await window.input.shown('Delete Secret (1/2)');
    await window.input.pick('acme');
    await window.input.shown('Delete Secret (2/2)');
    await window.input.pick('UNUSED');
    await window.dialog.box.waitFor();
    assert.equal(await window.dialog.message(), 'Delete UNUSED from acme?');
    await window.dialog.click('Delete');
    await window.secrets.gone('UNUSED');
    assert.equal(fakeGitHub.secret('acme', 'UNUSED'), undefined);
  });

  it('says which of several failed, and retries only those', async () => {
    const { fakeGitHub, window } = on;
    const { notifications, secrets } = window;
    fakeGitHub.fault({
      kind: 'status',
      status: 422,
      message: 'Not on a Sunday.',
      method: 'DELETE',
      path: secretPath('PYPI_TOKEN'),
    });
    await secrets.select('DB_URL', 'PYPI_TOKEN', 'SENTRY_DSN');
    await secrets.clickMenu('DB_URL', 'Delete Secret...');
    await window.dialog.box.waitFor();
    await window.dialog.click('Delete');
    const told = '2 secrets were deleted. PYPI_TOKEN: GitHub refused the request: Not on a Sunday.';
    await notifications.shown(told);
    await secrets.described('acme', '3 secrets');
    await secrets.gone('SENTRY_DSN');
    assert.deepEqual(await secrets.children('acme'), ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED']);
    await notifications.click(told, 'Retry Failed');
    await secrets.gone('PYPI_TOKEN');
    assert.equal(fakeGitHub.requestsTo({ method: 'DELETE' }).length, 4);
  });
});
