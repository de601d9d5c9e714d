import assert from 'node:assert/strict';
import { stage } from './stage';
import { manyRepositories, secretPath, sentTo, fixtureWith, writes } from './support';

const { edits, names } = manyRepositories(130);

describe('Rotate Value...', () => {
  const on = stage({
    fixture: () =>
      fixtureWith(...edits, {
        edit: 'createSecret',
        organization: 'acme',
        name: 'WIDE',
        visibility: 'selected',
        repositories: names,
        updatedAt: Date.UTC(2024, 0, 1),
      }),
  });

  it('replaces the value, and keeps a selection of several pages', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.clickInline('WIDE', 'Rotate Value...');
    await input.shown('Rotate WIDE');
    assert.ok(await input.isMasked());
    assert.match(await input.message.innerText(), /^New value for WIDE in acme \(access stays the same\)/);
    await input.type('n3w');
    await input.accept();
    await input.closed();
    await secrets.described('WIDE', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'WIDE'), 'n3w');
    assert.equal(fakeGitHub.secret('acme', 'WIDE')?.visibility, 'selected');
    assert.deepEqual(fakeGitHub.secret('acme', 'WIDE')?.repositories, names);
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('WIDE')}`]);
    assert.deepEqual(await window.notifications.texts(), []);
  });

  for (const [name, visibility] of [
    ['SENTRY_DSN', 'all'],
    ['DB_URL', 'private'],
  ] as const)
    it(`keeps the visibility "${visibility}"`, async () => {
      const { fakeGitHub, window } = on;
      await window.secrets.clickMenu(name, 'Rotate Value...');
      await window.input.shown(`Rotate ${name}`);
      await window.input.type('n3w');
      await window.input.accept();
      await window.secrets.described(name, /now|second/);
      assert.equal(fakeGitHub.value('acme', name), 'n3w');
      assert.equal(fakeGitHub.secret('acme', name)?.visibility, visibility);
      assert.equal(sentTo(fakeGitHub, name)[0]?.['selected_repository_ids'], undefined);
    });

  it('asks for organization and secret when run from the palette', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await window.run('Codespaces Secrets: Rotate Value...');
    await input.shown('Rotate Value (1/2)');
    await input.pick('acme');
    await input.shown('Rotate Value (2/2)');
    assert.deepEqual(await input.labels(), [
      'DB_URL',
      'NPM_TOKEN',
      'PYPI_TOKEN',
      'SENTRY_DSN',
      'UNUSED',
      'WIDE',
    ]);
    await input.back();
    await input.shown('Rotate Value (1/2)');
    await input.pick('acme');
    await input.shown('Rotate Value (2/2)');
    await input.pick('PYPI_TOKEN');
    await input.shown('Rotate PYPI_TOKEN');
    await input.type('n3w');
    await input.accept();
    await window.secrets.described('PYPI_TOKEN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'PYPI_TOKEN'), 'n3w');
    assert.deepEqual(fakeGitHub.secret('acme', 'PYPI_TOKEN')?.repositories, ['sdk-python']);
  });

  it('shows progress in the view while the value is sent', async () => {
    const { fakeGitHub, window } = on;
    const held = fakeGitHub.fault({ kind: 'hold', method: 'PUT' });
    await window.secrets.clickInline('SENTRY_DSN', 'Rotate Value...');
    await window.input.shown('Rotate SENTRY_DSN');
    await window.input.type('n3w');
    await window.input.accept();
    await held.holding();
    await window.secrets.progress.waitFor();
    held.release();
    await window.secrets.described('SENTRY_DSN', /now|second/);
    await window.secrets.progress.waitFor({ state: 'detached' });
  });

  it('follows Create Secret... with a name that exists, which says so', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    const before = fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories;
    await secrets.clickInline('acme', 'Create Secret...');
    await input.type('npm_token');
    await input.judged('info', 'NPM_TOKEN already exists. This rotates its value. Access stays the same.');
    await input.accept();
    await input.shown('Create Secret (2/2)');
    await input.message
      .filter({ hasText: 'New value for NPM_TOKEN in acme (access stays the same)' })
      .waitFor();
    await input.type('rotated');
    await input.accept();
    await input.closed();
    await secrets.described('NPM_TOKEN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'rotated');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, before);
    assert.deepEqual(writes(fakeGitHub), [`PUT ${secretPath('NPM_TOKEN')}`]);
  });
});
