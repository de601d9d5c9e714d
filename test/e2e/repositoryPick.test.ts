import assert from 'node:assert/strict';
import { stage } from './stage';
import { manyRepositories, secretPath, fixtureWith, writes } from './support';
import type { Window } from './window';

const { edits } = manyRepositories(280);
const pages = '/orgs/acme/repos';
const loading = 'Loading repositories of acme...';
const failed = 'Try Again';
/** The calls that are sent for one repository of NPM_TOKEN. */
const grants = (id: number): string => `PUT ${secretPath('NPM_TOKEN', `/repositories/${id}`)}`;
const ids = { docs: 70004, website: 70012 };

/** `acme` with three pages of repositories, and NPM_TOKEN selected for two of them. */
const fixture = () => fixtureWith(...edits);

async function edit({ input, secrets }: Window): Promise<void> {
  await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
  await input.shown('Edit Repository Access of NPM_TOKEN');
}

describe('the pick of repositories', () => {
  const on = stage({ fixture });

  it("has today's selection checked in each of 50 openings, however late the pages come", async function () {
    this.timeout(180_000);
    const { fakeGitHub, window } = on;
    const { input } = window;
    for (let opening = 0; opening < 50; opening += 1) {
      // Otherwise the pages of the first opening would be shown again.
      await window.secrets.clickTitle('Refresh');
      await fakeGitHub.answered({ path: '/orgs/acme/codespaces/secrets' }, opening + 1);
      await window.secrets.filled('acme');
      // Different for each page and each opening, and the same in each run.
      for (const page of [1, 2, 3])
        fakeGitHub.fault({
          kind: 'latency',
          ms: (opening * 7 + page * 13) % 45,
          path: { source: `^${pages}\\?.*\\bpage=${page}\\b` },
        });
      await edit(window);
      await input.item('api-gateway').waitFor();
      assert.equal(await input.count.innerText(), '2 Selected', `opening ${opening}`);
      assert.deepEqual(await input.checked(), ['billing', 'service-catalog'], `opening ${opening}`);
      await input.ok();
      await input.closed();
    }
    assert.equal(fakeGitHub.requestsTo({ path: pages }).length, 50 * 3);
    assert.deepEqual(writes(fakeGitHub), []);
    assert.equal(await window.dialog.box.count(), 0);
  });

  it('says how far it is while the pages come, and nothing done meanwhile changes what is checked', async () => {
    const { fakeGitHub, window } = on;
    const { input, page } = window;
    const held = fakeGitHub.fault({
      kind: 'hold',
      path: { source: `^${pages}\\?.*\\bpage=[23]\\b` },
      times: 2,
    });
    await edit(window);
    await input.item(loading).filter({ hasText: '100 so far' }).waitFor();
    assert.equal(await input.items.locator('.monaco-checkbox:visible').count(), 0);
    await input.item(loading).click();
    await input.box.focus();
    await page.keyboard.type('web');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+A');
    held.release();
    await input.item('website').waitFor();
    assert.equal(await input.box.inputValue(), 'web');
    assert.equal(await input.count.innerText(), '2 Selected');
    await input.type('');
    await input.item('billing').waitFor();
    assert.deepEqual(await input.checked(), ['billing', 'service-catalog']);
    await input.ok();
    await input.closed();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it('can be left while the pages come, and then nothing is changed', async () => {
    const { fakeGitHub, window } = on;
    const held = fakeGitHub.fault({ kind: 'hold', path: pages, times: 'always' });
    await edit(window);
    await window.input.item(loading).waitFor();
    await window.input.escape();
    await window.input.closed();
    held.end();
    assert.deepEqual(writes(fakeGitHub), []);
  });

  it("says what went wrong and tries again, with today's selection checked", async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    const broken = fakeGitHub.fault({ kind: 'status', status: 500, path: pages, times: 'always' });
    await edit(window);
    await input.item(failed).filter({ hasText: 'GitHub returned an error (500)' }).waitFor();
    assert.equal(await input.placeholder(), "Couldn't load the repositories of acme");
    await input.pick(failed);
    await input.item(failed).waitFor();
    broken.end();
    await input.pick(failed);
    await input.item('api-gateway').waitFor();
    assert.deepEqual(await input.checked(), ['billing', 'service-catalog']);
    await input.type('website');
    await input.check('website');
    await input.ok();
    await window.dialog.click('Apply');
    await fakeGitHub.answered({ method: 'PUT' });
    assert.deepEqual(writes(fakeGitHub), [grants(ids.website)]);
  });

  it('goes on by itself when a rate limit is over', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 8, path: pages });
    await edit(window);
    await input.item(failed).filter({ hasText: 'Loading continues automatically at' }).waitFor();
    await input.item('api-gateway').waitFor();
    assert.deepEqual(await input.checked(), ['billing', 'service-catalog']);
    await input.escape();
    await input.closed();
  });

  it('keeps what is checked while the view refreshes, and what a filter hides', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    await edit(window);
    await input.item('api-gateway').waitFor();
    await input.type('website');
    await input.check('website');
    await window.secrets.clickTitle('Refresh');
    await fakeGitHub.answered({ path: '/orgs/acme/codespaces/secrets' });
    await window.secrets.filled('acme');
    await input.type('docs');
    await input.check('docs');
    await input.count.filter({ hasText: /^4 Selected$/ }).waitFor();
    await input.ok();
    await window.dialog.click('Apply');
    await fakeGitHub.answered({ method: 'PUT' }, 2);
    assert.deepEqual(writes(fakeGitHub).sort(), [grants(ids.docs), grants(ids.website)].sort());
  });

  it('still shows as selected what was deleted meanwhile', async () => {
    const { fakeGitHub, window } = on;
    const { input } = window;
    const deletion = {
      edit: 'deleteRepository',
      organization: 'acme',
      repository: 'billing',
    } as const;
    fakeGitHub.fault({ kind: 'before', path: pages, edits: [deletion] });
    await edit(window);
    await input.item('api-gateway').waitFor();
    assert.deepEqual(await input.checked(), ['billing', 'service-catalog']);
    await input.escape();
    await input.closed();
  });
});
