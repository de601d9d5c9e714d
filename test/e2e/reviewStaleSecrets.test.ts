import assert from 'node:assert/strict';
import { stage } from './stage';

describe('Review Stale Secrets...', () => {
  const on = stage();

  it('rotates or deletes one after another, the oldest first', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input, secrets } = window;
    await secrets.clickMore('Review Stale Secrets...');
    await input.shown('Review Stale Secrets');
    await input
      .item('SENTRY_DSN')
      .filter({ hasText: /⚠ \d years · all · acme/ })
      .waitFor();
    assert.deepEqual((await input.labels()).slice(0, 5), [
      'SENTRY_DSN',
      'PYPI_TOKEN',
      'UNUSED',
      'NPM_TOKEN',
      'DB_URL',
    ]);
    assert.deepEqual(await input.itemButtons('UNUSED'), ['Rotate Value...', 'Delete Secret...']);
    await input.clickItemButton('UNUSED', 'Delete Secret...');
    assert.equal(await dialog.message(), 'Delete UNUSED from acme?');
    await dialog.click('Delete');
    await input.shown('Review Stale Secrets');
    await input.item('NPM_TOKEN').waitFor();
    assert.equal(await input.item('UNUSED').count(), 0);
    assert.equal(fakeGitHub.secret('acme', 'UNUSED'), undefined);
    await secrets.gone('UNUSED');
    // The row that stood below it is highlighted.
    await input.items.and(window.page.locator('.focused')).filter({ hasText: 'NPM_TOKEN' }).waitFor();
    await input.accept();
    await input.shown('Rotate NPM_TOKEN');
    await input.type('rotated');
    await input.accept();
    await input.shown('Review Stale Secrets');
    await input.item('DB_URL').waitFor();
    assert.equal(await input.item('NPM_TOKEN').count(), 0);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'rotated');
    await input.escape();
    await input.closed();
  });

  it('returns to the list with what was typed where a deletion is cancelled', async () => {
    const { fakeGitHub, window } = on;
    const { dialog, input } = window;
    await window.run('Codespaces Secrets: Review Stale Secrets...');
    await input.shown('Review Stale Secrets');
    await input.item('NPM_TOKEN').waitFor();
    await input.type('token');
    await input.clickItemButton('NPM_TOKEN', 'Delete Secret...');
    await dialog.click('Cancel');
    await input.shown('Review Stale Secrets');
    await input.item('NPM_TOKEN').waitFor();
    assert.equal(await input.box.inputValue(), 'token');
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
    await input.escape();
  });
});
