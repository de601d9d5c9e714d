import assert from 'node:assert/strict';
import { stage } from './stage';
import { secretPath, withoutOwnSecrets, writes } from './support';

describe('keys in the views', () => {
  const on = stage();
  const press = (key: string): Promise<void> => on.window.page.keyboard.press(key);

  it('work on the row with the focus, which need not be the selected one, and leave the selection', async () => {
    const { input, secrets } = on.window;
    await secrets.click('DB_URL');
    await press('ArrowDown');
    await secrets.focused('NPM_TOKEN');
    await press('F2');
    await input.shown('Rotate NPM_TOKEN');
    await input.escape();
    await input.closed();
    assert.deepEqual(await secrets.selected(), ['DB_URL']);
    await secrets.focused('NPM_TOKEN');
    assert.equal(await secrets.row('NPM_TOKEN').getAttribute('aria-expanded'), 'false');
  });

  it('work on all selected rows if the focus is on one of them, else only on that with the focus', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input, secrets } = window;
    await secrets.select('DB_URL', 'PYPI_TOKEN', 'NPM_TOKEN');
    await press('F2');
    await input.shown('Rotate 3 secrets');
    await input.escape();
    await input.closed();
    await press('Delete');
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Delete 3 secrets?');
    await dialog.click('Cancel');
    assert.deepEqual(await secrets.selected(), ['DB_URL', 'NPM_TOKEN', 'PYPI_TOKEN']);
    await secrets.click('SENTRY_DSN');
    await secrets.select('DB_URL', 'NPM_TOKEN');
    await press('ArrowUp');
    await press('ArrowUp');
    await secrets.focused('acme');
    await press('ArrowDown');
    await secrets.focused('DB_URL');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    await secrets.focused('SENTRY_DSN');
    await press('Delete');
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Delete SENTRY_DSN from acme?');
    await dialog.click('Delete');
    await secrets.gone('SENTRY_DSN');
    assert.deepEqual(writes(fakeGitHub), [`DELETE ${secretPath('SENTRY_DSN')}`]);
  });

  it('remove a repository from the secret that it stands under, in both views', async () => {
    const { fakeGitHub, window } = on;
    const { notifications, repositories, secrets } = window;
    withoutOwnSecrets(fakeGitHub);
    await secrets.expand('NPM_TOKEN');
    await secrets.click('billing');
    await press('ArrowDown');
    await secrets.focused('service-catalog');
    await press('Delete');
    await notifications.shown('1 repository can no longer use NPM_TOKEN.');
    await secrets.gone('service-catalog');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing']);
    await repositories.expand('acme');
    await repositories.expand('billing');
    await repositories.click('NPM_TOKEN');
    await press('Delete');
    await repositories.gone('NPM_TOKEN');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, []);
    assert.equal(fakeGitHub.requestsTo({ method: 'DELETE', path: secretPath('NPM_TOKEN') }).length, 0);
  });

  it('copy the names of secrets, repositories and organizations', async () => {
    const { repositories, secrets } = on.window;
    await secrets.expand('NPM_TOKEN');
    await secrets.click('DB_URL');
    await press('ControlOrMeta+C');
    assert.equal(await on.window.clipboardWith('DB_URL'), 'DB_URL');
    await secrets.select('DB_URL', 'billing');
    await press('ControlOrMeta+C');
    const copied = await on.window.clipboardWith('billing');
    assert.deepEqual(copied.split('\n').sort(), ['DB_URL', 'acme/billing']);
    await repositories.expand('acme');
    await repositories.click('api-gateway');
    await press('ControlOrMeta+C');
    assert.equal(await on.window.clipboardWith('api-gateway'), 'acme/api-gateway');
    await repositories.clickMenu('billing', 'Copy Name');
    assert.equal(await on.window.clipboardWith('billing'), 'acme/billing');
  });

  it('do nothing on a row that has nothing for them', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input, secrets } = window;
    await window.copy('');
    await secrets.click('acme');
    await press('F2');
    await press('Delete');
    await press('ControlOrMeta+C');
    assert.equal(await window.clipboardWith('acme'), 'acme');
    assert.equal(await dialog.box.count(), 0);
    assert.equal(await input.widget.count(), 0);
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('belong to the find box while that has the focus', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input, page, secrets } = window;
    await secrets.click('DB_URL');
    await press('F3');
    const find = secrets.pane.locator('.monaco-tree-type-filter input');
    await find.waitFor();
    await page.keyboard.type('DB');
    await press('Home');
    await press('Delete');
    await press('F2');
    await press('ControlOrMeta+A');
    await press('ControlOrMeta+C');
    assert.equal(await window.clipboardWith('B'), 'B');
    assert.equal(await find.inputValue(), 'B');
    assert.equal(await dialog.box.count(), 0);
    assert.equal(await input.widget.count(), 0);
    assert.deepEqual(writes(fakeGitHub), []);
    await press('Escape');
    await find.waitFor({ state: 'hidden' });
  });
});

describe('the selected rows', () => {
  const on = stage();

  it('are what a command from the palette starts from', async () => {
    const { dialog, input, repositories, secrets } = on.window;
    await secrets.click('DB_URL');
    await on.window.run('Codespaces Secrets: Rotate Value...');
    await input.shown('Rotate DB_URL');
    await input.escape();
    await input.closed();
    await secrets.select('NPM_TOKEN', 'PYPI_TOKEN');
    await on.window.run('Codespaces Secrets: Delete Secret...');
    await dialog.box.waitFor();
    assert.equal(await dialog.message(), 'Delete 2 secrets?');
    await dialog.click('Cancel');
    await on.window.run('Codespaces Secrets: Create Secret...');
    await input.shown('Create Secret (1/3)');
    await input.message.filter({ hasText: 'acme' }).waitFor();
    await input.escape();
    await input.closed();
    await repositories.expand('acme');
    await repositories.click('docs');
    await on.window.run('Codespaces Secrets: Edit Secret Access...');
    await input.shown(/docs/);
    await input.escape();
    await input.closed();
  });

  it('of another kind leave the command to ask, and so do several where it takes one', async () => {
    const { input, secrets } = on.window;
    await secrets.expand('NPM_TOKEN');
    await secrets.click('billing');
    await on.window.run('Codespaces Secrets: Delete Secret...');
    await input.shown('Delete Secret (1/2)');
    await input.escape();
    await input.closed();
    await secrets.select('NPM_TOKEN', 'PYPI_TOKEN');
    await on.window.run('Codespaces Secrets: Edit Repository Access...');
    await input.shown(/\(1\/2\)/);
    await input.escape();
    await input.closed();
  });
});
