import assert from 'node:assert/strict';
import { stage } from './stage';
import { secretPath, sentTo, writes } from './support';
import type { Window } from './window';

const choices = ['All repositories', 'Private and internal repositories', 'Selected repositories'];

async function open(window: Window, name: string): Promise<void> {
  await window.secrets.clickMenu(name, 'Change Visibility...');
  await window.input.shown(new RegExp(`^Change Visibility of ${name}`));
}

describe('Change Visibility...', () => {
  const on = stage();

  it('marks the current one, and changes it without a value', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await open(window, 'SENTRY_DSN');
    assert.deepEqual(await input.labels(), choices);
    assert.equal(
      await input.items
        .filter({ hasText: 'current' })
        .locator('.quick-input-list-row:first-child .label-name')
        .innerText(),
      choices[0],
    );
    await input.pick('Private and internal repositories');
    await window.dialog.box.waitFor();
    assert.equal(
      await window.dialog.detail(),
      'Revokes SENTRY_DSN from 5 repositories. Changes its visibility from "all repositories" to "private and internal repositories".\n\n2 requests, about 1 second.',
    );
    await window.dialog.click('Apply');
    await secrets.described('SENTRY_DSN', 'private · ');
    assert.deepEqual(sentTo(fakeGitHub, 'SENTRY_DSN'), [{ visibility: 'private' }]);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });

  it('goes on to the repositories for "Selected repositories"', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await open(window, 'DB_URL');
    await input.pick('Selected repositories');
    await input.shown('Change Visibility of DB_URL (2/2)');
    await input.check('payments');
    await input.check('billing');
    await input.ok();
    await window.dialog.click('Apply');
    await secrets.described('DB_URL', /^(selected|\d+ repositor(y|ies)) · /);
    await secrets.expand('DB_URL');
    await secrets.row('payments').waitFor();
    assert.deepEqual(await secrets.children('DB_URL'), ['billing', 'payments']);
    const [sent, ...more] = sentTo(fakeGitHub, 'DB_URL');
    assert.deepEqual(more, []);
    assert.equal(sent?.['visibility'], 'selected');
    assert.deepEqual([...(sent['selected_repository_ids'] as number[])].sort(), [70002, 70008]);
    assert.equal(fakeGitHub.value('acme', 'DB_URL'), 'the value of DB_URL');
  });

  it('changes a secret from selected to all repositories, and its row has no children left', async () => {
    const { fakeGitHub, window } = on;
    const { secrets } = window;
    await secrets.expand('NPM_TOKEN');
    await secrets.row('billing').waitFor();
    await open(window, 'NPM_TOKEN');
    await window.input.pick('All repositories');
    await window.dialog.click('Apply');
    await secrets.described('NPM_TOKEN', /^all · /);
    await secrets.gone('billing');
    const row = (await secrets.rows()).find(({ label }) => label === 'NPM_TOKEN');
    assert.equal(row?.expanded, undefined);
    assert.deepEqual(sentTo(fakeGitHub, 'NPM_TOKEN'), [{ visibility: 'all' }]);
  });

  it('sends only the difference if only the selection changes', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await open(window, 'PYPI_TOKEN');
    await input.pick('Selected repositories');
    await input.shown('Change Visibility of PYPI_TOKEN (2/2)');
    await input.item('website').waitFor();
    assert.deepEqual(await input.checked(), ['sdk-python']);
    await input.check('payments');
    await input.ok();
    await window.secrets.described('PYPI_TOKEN', /now|second/);
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('PYPI_TOKEN', '/repositories/70008')}`]);
  });

  it('sends nothing if the current one is chosen again', async () => {
    const { fakeGitHub, window } = on;
    await open(window, 'SENTRY_DSN');
    await window.input.pick('All repositories');
    await window.input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('asks for the value if GitHub requires it, and sends both', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', requiresValue: true });
    await open(window, 'SENTRY_DSN');
    await input.pick('Private and internal repositories');
    await window.dialog.click('Apply');
    await input.message
      .filter({
        hasText: /^GitHub requires the value of SENTRY_DSN to change its visibility\. What you enter becomes/,
      })
      .waitFor();
    await input.shown('Change Visibility of SENTRY_DSN');
    assert.ok(await input.isMasked());
    await input.type('once more');
    await input.accept();
    await window.secrets.described('SENTRY_DSN', 'private · ');
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'once more');
    assert.deepEqual(
      sentTo(fakeGitHub, 'SENTRY_DSN').map(body => Object.keys(body).sort()),
      [['visibility'], ['encrypted_value', 'key_id', 'visibility']],
    );
  });

  it('asks for organization and secret when run from the palette', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.run('Codespaces Secrets: Change Visibility...');
    await input.shown('Change Visibility (1/2)');
    await input.pick('acme');
    await input.shown('Change Visibility (2/2)');
    await input.pick('UNUSED');
    await input.shown(/^Change Visibility of UNUSED/);
    await input.pick('All repositories');
    await window.dialog.click('Apply');
    await window.secrets.described('UNUSED', 'all · ');
    assert.equal(fakeGitHub.secret('acme', 'UNUSED')?.visibility, 'all');
  });

  it('asks with counts before all repositories, including public ones, can use a secret', async () => {
    const { fakeGitHub, window } = on;
    await open(window, 'PYPI_TOKEN');
    await window.input.pick('All repositories');
    await window.dialog.box.waitFor();
    assert.equal(
      await window.dialog.message(),
      'Make PYPI_TOKEN available to all repositories of acme (12 repositories, 5 public)?',
    );
    assert.deepEqual((await window.dialog.buttons()).sort(), ['Apply', 'Cancel']);
    await window.dialog.click('Cancel');
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('asks for no value if a policy refuses the change, and keeps the value', async () => {
    const { fakeGitHub, window } = on;
    const message = "Your organization's policy forbids this.";
    fakeGitHub.fault({ method: 'PUT', path: secretPath('SENTRY_DSN'), kind: 'status', status: 403, message });
    await open(window, 'SENTRY_DSN');
    await window.input.pick('Private and internal repositories');
    await window.dialog.click('Apply');
    await window.notifications.shown(
      `Couldn't change access to SENTRY_DSN. GitHub refused the request: ${message}`,
    );
    assert.equal(await window.input.widget.isVisible(), false);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'the value of SENTRY_DSN');
  });

  it('says nothing, and still offers to undo what was done, if the user cancels the prompt for the value', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', requiresValue: true });
    await open(window, 'SENTRY_DSN');
    await window.input.pick('Private and internal repositories');
    await window.dialog.click('Apply');
    await window.input.message.filter({ hasText: /^GitHub requires the value/ }).waitFor();
    await window.page.keyboard.press('Escape');
    await window.input.closed();
    assert.deepEqual(await window.notifications.texts(), []);
    assert.equal(fakeGitHub.secret('acme', 'SENTRY_DSN')?.visibility, 'all');
  });

  it('restores the access that somebody else gave the secret right before the change', async () => {
    const { fakeGitHub, window } = on;
    await open(window, 'NPM_TOKEN');
    await window.input.pick('All repositories');
    await window.dialog.box.waitFor();
    // Another owner grants one more repository while the question stands there.
    fakeGitHub.edit({
      edit: 'selectRepository',
      organization: 'acme',
      name: 'NPM_TOKEN',
      repository: 'payments',
    });
    await window.dialog.click('Apply');
    await window.secrets.described('NPM_TOKEN', /^all · /);
    await window.notifications.click(/NPM_TOKEN/, 'Undo');
    await window.secrets.described('NPM_TOKEN', /^(selected|\d+ repositor(y|ies)) · /);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, [
      'billing',
      'payments',
      'service-catalog',
    ]);
  });

  it('skips the repositories that no longer exist in an undo, and names them', async () => {
    const { fakeGitHub, window } = on;
    await open(window, 'NPM_TOKEN');
    await window.input.pick('All repositories');
    await window.dialog.click('Apply');
    await window.secrets.described('NPM_TOKEN', /^all · /);
    fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'billing' });
    await window.notifications.click(/NPM_TOKEN/, 'Undo');
    await window.notifications.shown('Not granted, because these repositories no longer exist: billing.');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['service-catalog']);
  });
});
