import assert from 'node:assert/strict';
import { secretPath, sentTo, stage, writes } from './support';
import type { Window } from './window';

const choices = ['All repositories', 'Private and internal repositories', 'Selected repositories'];

async function open(window: Window, name: string): Promise<void> {
  await window.secrets.clickMenu(name, 'Change Visibility...');
  await window.input.shown(new RegExp(`^Change Visibility of ${name}`));
}

describe('Change Visibility...', () => {
  const on = stage();

  it('marks today’s, and changes it without a value', async () => {
    const { standIn, window } = on;
    const { input, secrets } = window;
    await open(window, 'SENTRY_DSN');
    assert.deepEqual(await input.labels(), choices);
    assert.equal(
      await input.items.filter({ hasText: 'today' }).locator('.label-name').innerText(),
      choices[0],
    );
    await input.pick('Private and internal repositories');
    await window.dialog.box.waitFor();
    assert.equal(
      await window.dialog.detail(),
      '5 repositories lose SENTRY_DSN. Its visibility goes from "all repositories" to "private and internal repositories".\n\n2 requests, about 1 second.',
    );
    await window.dialog.click('Apply');
    await secrets.described('SENTRY_DSN', 'private and internal repositories, ');
    assert.deepEqual(sentTo(standIn, 'SENTRY_DSN'), [{ visibility: 'private' }]);
    assert.equal(standIn.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });

  it('goes on to the repositories for "Selected repositories"', async () => {
    const { standIn, window } = on;
    const { input, secrets } = window;
    await open(window, 'DB_URL');
    await input.pick('Selected repositories');
    await input.shown('Change Visibility of DB_URL (2/2)');
    await input.check('payments');
    await input.check('billing');
    await input.ok();
    await window.dialog.click('Apply');
    await secrets.described('DB_URL', 'selected repositories, ');
    await secrets.expand('DB_URL');
    await secrets.row('payments').waitFor();
    assert.deepEqual(await secrets.children('DB_URL'), ['billing', 'payments']);
    const [sent, ...more] = sentTo(standIn, 'DB_URL');
    assert.deepEqual(more, []);
    assert.equal(sent?.['visibility'], 'selected');
    assert.deepEqual([...(sent['selected_repository_ids'] as number[])].sort(), [70002, 70008]);
    assert.equal(standIn.value('acme', 'DB_URL'), 'the value of DB_URL');
  });

  it('makes a selected one one for all, and its row has no more children', async () => {
    const { standIn, window } = on;
    const { secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    await open(window, 'NPM_TOKEN');
    await window.input.pick('All repositories');
    await secrets.described('NPM_TOKEN', /^all repositories, /);
    await secrets.gone('billing');
    const row = (await secrets.rows()).find(({ label }) => label === 'NPM_TOKEN');
    assert.equal(row?.expanded, undefined);
    assert.deepEqual(sentTo(standIn, 'NPM_TOKEN'), [{ visibility: 'all' }]);
  });

  it('sends differences where the selection alone is changed', async () => {
    const { standIn, window } = on;
    const { input } = window;
    await open(window, 'PYPI_TOKEN');
    await input.pick('Selected repositories');
    await input.shown('Change Visibility of PYPI_TOKEN (2/2)');
    await input.item('website').waitFor();
    assert.deepEqual(await input.checked(), ['sdk-python']);
    await input.check('website');
    await input.ok();
    await window.secrets.described('PYPI_TOKEN', /now|second/);
    assert.deepEqual(writes(standIn), [`PUT ${secretPath('PYPI_TOKEN', '/repositories/70012')}`]);
  });

  it('sends nothing where today’s is chosen again', async () => {
    const { standIn, window } = on;
    await open(window, 'SENTRY_DSN');
    await window.input.pick('All repositories');
    await window.input.closed();
    assert.deepEqual(writes(standIn), []);
  });

  it('asks for the value where GitHub wants it, and sends both', async () => {
    const { standIn, window } = on;
    const { input } = window;
    standIn.edit({ edit: 'setOrganization', organization: 'acme', requiresValue: true });
    await open(window, 'SENTRY_DSN');
    await input.pick('Private and internal repositories');
    await window.dialog.click('Apply');
    await input.message
      .filter({ hasText: /^GitHub wants the value of SENTRY_DSN along with the new/ })
      .waitFor();
    await input.shown('Change Visibility of SENTRY_DSN');
    assert.ok(await input.isMasked());
    await input.type('once more');
    await input.accept();
    await window.secrets.described('SENTRY_DSN', 'private and internal repositories, ');
    assert.equal(standIn.value('acme', 'SENTRY_DSN'), 'once more');
    assert.deepEqual(
      sentTo(standIn, 'SENTRY_DSN').map(body => Object.keys(body).sort()),
      [['visibility'], ['encrypted_value', 'key_id', 'visibility']],
    );
  });

  it('asks in the palette for organization and secret', async () => {
    const { standIn, window } = on;
    const { input } = window;
    await window.run('Codespaces Secrets: Change Visibility...');
    await input.shown('Change Visibility (1/2)');
    await input.pick('acme');
    await input.shown('Change Visibility (2/2)');
    await input.pick('UNUSED');
    await input.shown(/^Change Visibility of UNUSED/);
    await input.pick('All repositories');
    await window.secrets.described('UNUSED', 'all repositories, ');
    assert.equal(standIn.secret('acme', 'UNUSED')?.visibility, 'all');
  });
});
