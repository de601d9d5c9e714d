import assert from 'node:assert/strict';
import { absence } from './absence';
import { stage } from './stage';

const minute = 60_000;

describe('a window that gets the focus again', () => {
  const on = stage();
  /** What somebody else does while the window is without the focus. */
  const added = {
    edit: 'createSecret',
    organization: 'acme',
    name: 'ADDED',
    visibility: 'all',
    updatedAt: Date.UTC(2024, 0, 1),
  } as const;

  // Until the user has clicked, VS Code doesn't notice that the focus goes.
  beforeEach(() => on.window.secrets.click('DB_URL'));

  it('refreshes the views after more than five minutes, and GitHub sends only what has changed', async () => {
    const { fakeGitHub, window } = on;
    fakeGitHub.edit(added);
    await absence(window, 6 * minute);
    await window.secrets.described('acme', '6 secrets');
    await window.secrets.row('ADDED').waitFor();
    const asked = (status: number): string[] =>
      fakeGitHub.requests.filter(it => it.status === status).map(({ path }) => path.replace(/\?.*/, ''));
    assert.deepEqual(asked(200), ['/orgs/acme/codespaces/secrets']);
    // The latter is an organization behind single sign-on, of which GitHub lists only the id.
    assert.deepEqual(asked(304), ['/user/memberships/orgs', '/user/9002']);
    for (const { headers } of fakeGitHub.requests) assert.ok(headers['if-none-match']);
  });

  it('asks GitHub for nothing after less, and goes on with what it knows', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    fakeGitHub.edit(added);
    await absence(window, 4 * minute);
    // A list from what is known: after a refresh, it would be asked for again.
    await window.run('Codespaces Secrets: Review Stale Secrets...');
    await input.shown('Review Stale Secrets');
    await input.item('UNUSED').waitFor();
    assert.equal(await input.item('ADDED').count(), 0);
    await input.escape();
    await input.closed();
    for (const path of ['/user/memberships/orgs', '/orgs/acme/codespaces/secrets'])
      assert.deepEqual(fakeGitHub.requestsTo({ path }), []);
  });
});
