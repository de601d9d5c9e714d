import assert from 'node:assert/strict';
import { stage } from './stage';
import { fixtureWith, rotate, secretPath, writes } from './support';
import { openWindow } from './window';

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
