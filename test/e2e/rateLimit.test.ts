import assert from 'node:assert/strict';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { rotate } from './support';
import { openWindow, type Window } from './window';

describe('a rate limit', () => {
  // GitHub is left alone until a limit ends, hence a window for each test.
  let fakeGitHub: Awaited<ReturnType<typeof startFakeGitHub>>;
  let window: Window;
  beforeEach(async () => {
    fakeGitHub = await startFakeGitHub();
    window = await openWindow({ fakeGitHub, isShared: true });
    await window.openContainer();
    await window.secrets.filled('acme');
  });
  afterEach(async function () {
    if (this.currentTest && this.currentTest.state !== 'passed')
      await window.keepEvidence(this.currentTest.fullTitle());
    await window.close();
    await fakeGitHub.close();
  });
  const waiting = /waiting until (\d+):(\d\d):\d\d (AM|PM) for GitHub's rate limit/;

  it('is waited for: the time of its end is shown, and then the value is sent', async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 8, method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    const text = await (await window.notifications.shown(waiting)).innerText();
    const [, hours = '', minutes = '', half = ''] = waiting.exec(text.replaceAll('\u202f', ' ')) ?? [];
    const end = ((Number(hours) % 12) + (half === 'PM' ? 12 : 0)) * 60 + Number(minutes);
    // The windows of these tests stand in UTC, whatever the machine does.
    const now = new Date();
    assert.ok((end - now.getUTCHours() * 60 - now.getUTCMinutes() + 24 * 60) % (24 * 60) <= 1, text);
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
    assert.equal(fakeGitHub.requestsTo({ method: 'PUT' }).length, 2);
  });

  it('need not be waited for: what was typed can be sent later', async () => {
    fakeGitHub.fault({ kind: 'primaryLimit', resetIn: 10, method: 'PUT' });
    await rotate(window, 'SENTRY_DSN', 'typed once');
    await window.notifications.click(waiting, 'Cancel');
    const told = "Couldn't rotate SENTRY_DSN. You reached GitHub's rate limit. Try again after";
    await window.notifications.click(told, 'Try Again');
    await window.secrets.described('SENTRY_DSN', /now|second/);
    assert.equal(fakeGitHub.value('acme', 'SENTRY_DSN'), 'typed once');
  });

  it('is shown in the branch that it stopped, which continues by itself when it ends', async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 8, path: '/orgs/umbrella/codespaces/secrets' });
    await window.secrets.expand('umbrella');
    await window.page
      .getByRole('treeitem')
      .filter({ hasText: /Rate limit until \d+:\d\d:\d\d/ })
      .waitFor();
    await window.secrets.row('No Codespaces secrets yet. Create one...').waitFor();
  });
});
