import assert from 'node:assert/strict';
import { stage } from './stage';
import { fixtureWith } from './support';

describe('one value for several secrets', () => {
  const on = stage({
    fixture: () =>
      fixtureWith({
        edit: 'createSecret',
        organization: 'umbrella',
        name: 'REACTOR_KEY',
        visibility: 'private',
        updatedAt: Date.UTC(2024, 0, 1),
      }),
  });

  it('is sealed for each organization, and each secret keeps its access', async () => {
    const { fakeGitHub, window } = on;
    const { input, secrets } = window;
    await secrets.expand('umbrella');
    await secrets.row('REACTOR_KEY').waitFor();
    await secrets.select('NPM_TOKEN', 'DB_URL', 'REACTOR_KEY');
    const before = [
      fakeGitHub.secret('acme', 'NPM_TOKEN'),
      fakeGitHub.secret('acme', 'DB_URL'),
      fakeGitHub.secret('umbrella', 'REACTOR_KEY'),
    ].map(secret => [secret?.visibility, secret?.repositories]);
    await secrets.clickMenu('REACTOR_KEY', 'Rotate Value...');
    await input.type('the same');
    await input.accept();
    const detail = input.item('Use it').first().locator('.quick-input-list-label-meta');
    assert.equal(await detail.innerText(), 'For acme/NPM_TOKEN, acme/DB_URL, umbrella/REACTOR_KEY');
    await input.pick('Use it');
    await input.closed();
    await secrets.described('REACTOR_KEY', /now|second/);
    await secrets.described('NPM_TOKEN', /now|second/);
    await secrets.described('DB_URL', /now|second/);
    assert.deepEqual(
      [
        fakeGitHub.value('acme', 'NPM_TOKEN'),
        fakeGitHub.value('acme', 'DB_URL'),
        fakeGitHub.value('umbrella', 'REACTOR_KEY'),
      ],
      ['the same', 'the same', 'the same'],
    );
    assert.deepEqual(
      [
        fakeGitHub.secret('acme', 'NPM_TOKEN'),
        fakeGitHub.secret('acme', 'DB_URL'),
        fakeGitHub.secret('umbrella', 'REACTOR_KEY'),
      ].map(secret => [secret?.visibility, secret?.repositories]),
      before,
    );
  });
});
