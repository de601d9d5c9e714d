import assert from 'node:assert/strict';
import type { Fault } from '../github/faults';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { stage } from './stage';
import { secretPath, writes } from './support';
import { anotherWebview, noWebview } from './webview';

/** The test fixture's ids of repositories. */
const ids = { billing: 70002, docs: 70004, 'service-catalog': 70011, website: 70012 };

const call = (method: string, repository: keyof typeof ids): string =>
  `${method} ${secretPath('NPM_TOKEN', `/repositories/${ids[repository]}`)}`;

describe('Open Access Map, applying changes', () => {
  const on = stage({ accessMap: 'acme' });
  let map: AccessMapPage;
  beforeEach(() => {
    map = new AccessMapPage(on.window);
  });

  const selection = (name: string): readonly string[] | undefined =>
    on.fakeGitHub.secret('acme', name)?.repositories;

  /** Collects three changes, and applies them until GitHub holds the first call. */
  const applyHeld = async (): Promise<Fault> => {
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell("docs can't use NPM_TOKEN").click();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    on.fakeGitHub.forgetRequests();
    const held = on.fakeGitHub.fault({ kind: 'hold', method: 'PUT', times: 'always' });
    await map.apply(3);
    await held.holding();
    return held;
  };

  it('reviews a single change by name before anything is sent', async () => {
    const { page } = on.window;
    await map.cell("website can't use NPM_TOKEN").click();
    assert.deepEqual(await map.openReview(), ['+ website → NPM_TOKEN public']);
    assert.equal(await map.review.getAttribute('aria-labelledby'), 'review-title');
    assert.equal(await map.review.getByRole('heading').innerText(), 'Review Changes in acme');
    assert.deepEqual(writes(on.fakeGitHub), []);
    await map.button('Apply 1 Change').click();
    await map.cell('website can use NPM_TOKEN (selected)').waitFor();
    await map.status.filter({ hasText: 'Applied 1 change.' }).waitFor();
    assert.deepEqual(writes(on.fakeGitHub), [call('PUT', 'website')]);
    assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
  });

  it('reviews changes by secret and repository, also those that a filter hides', async () => {
    await map.cell("website can't use PYPI_TOKEN").click();
    await map.cell("docs can't use NPM_TOKEN").click();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.filter('Filter repositories', 'website');
    await map.cell("docs can't use NPM_TOKEN: grant pending").waitFor({ state: 'detached' });
    assert.deepEqual(await map.openReview(), [
      '− billing → NPM_TOKEN',
      '+ docs → NPM_TOKEN public',
      '+ website → PYPI_TOKEN public',
    ]);
    await map.review.getByText('3 changes: 2 grants, 1 revocation').waitFor();
    await map.button('Back').click();
    await map.review.waitFor({ state: 'hidden' });
    await map.status.filter({ hasText: '3 changes: 2 grants, 1 revocation' }).waitFor();
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('can be reviewed with the keyboard alone, and Escape returns to the button', async () => {
    const { page } = on.window;
    const focused = map.frame.locator(':focus');
    await map.cell("website can't use NPM_TOKEN").click();
    await map.button('Review and Apply...').focus();
    await page.keyboard.press('Enter');
    await map.review.waitFor();
    assert.equal(await map.focused(), 'Changes to apply');
    await page.keyboard.press('Tab');
    assert.equal(await focused.innerText(), 'Apply 1 Change');
    await page.keyboard.press('Tab');
    assert.equal(await focused.innerText(), 'Back');
    await page.keyboard.press('Escape');
    await map.review.waitFor({ state: 'hidden' });
    assert.equal(await focused.innerText(), 'Review and Apply...');
    await page.keyboard.press('Enter');
    await map.review.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await map.review.waitFor({ state: 'hidden' });
    await map.cell('website can use NPM_TOKEN (selected)').waitFor();
    assert.equal(await map.focused(), 'website can use NPM_TOKEN (selected)');
  });

  it('applies the collected changes, and forgets only what GitHub confirmed', async () => {
    const { fakeGitHub, window } = on;
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell("docs can't use NPM_TOKEN").click();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.status.filter({ hasText: '3 changes: 2 grants, 1 revocation' }).waitFor();
    assert.match(
      (await map.head('columnheader', 'NPM_TOKEN').getAttribute('aria-label')) ?? '',
      /pending: 2 grants, 1 revocation$/,
    );
    fakeGitHub.fault({
      kind: 'status',
      status: 422,
      times: 'always',
      method: 'PUT',
      path: { source: `/repositories/${ids.docs}$` },
    });
    fakeGitHub.forgetRequests();
    await map.apply(3);
    await map.cell('website can use NPM_TOKEN (selected)').waitFor();
    await map.cell("billing can't use NPM_TOKEN").waitFor();
    await map.cell("docs can't use NPM_TOKEN: grant pending").waitFor();
    await window.notifications.shown('2 of 3 changes were made.');
    // "Retry Failed" and the map must not both make the same call.
    assert.deepEqual(await map.buttons(), { review: false, discard: false });
    await window.notifications.clear();
    await map.status.filter({ hasText: '1 change: 1 grant. Applied 2 of 3 changes.' }).waitFor();
    assert.deepEqual(await map.buttons(), { review: true, discard: true });
    assert.deepEqual(selection('NPM_TOKEN'), ['service-catalog', 'website']);
    assert.deepEqual([...new Set(writes(fakeGitHub))].sort(), [
      call('DELETE', 'billing'),
      call('PUT', 'docs'),
      call('PUT', 'website'),
    ]);
  });

  it('makes no call twice if the map is refreshed while changes are applied', async () => {
    const { fakeGitHub } = on;
    const held = await applyHeld();
    fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'UNUSED' });
    await map.button('Refresh').click();
    // The map is updated, and nothing else happens.
    await map.cell("website can't use UNUSED").waitFor({ state: 'detached' });
    await map.status.filter({ hasText: 'Applying changes.' }).waitFor();
    assert.deepEqual(await map.buttons(), { review: false, discard: false });
    await map.button('Review and Apply...').click({ force: true });
    assert.equal(await map.review.isVisible(), false);
    held.end();
    await map.status.filter({ hasText: 'Applied 3 changes.' }).waitFor();
    assert.equal(await map.button('Review and Apply...').isVisible(), false);
    assert.deepEqual(writes(fakeGitHub).sort(), [
      call('DELETE', 'billing'),
      call('PUT', 'docs'),
      call('PUT', 'website'),
    ]);
  });

  it('discards, toggles and undoes nothing while changes are applied', async () => {
    const { page } = on.window;
    const held = await applyHeld();
    await map.button('Discard').click({ force: true });
    await map.cell("docs can't use NPM_TOKEN: grant pending").click();
    await map.status.filter({ hasText: 'You can make more changes when this is done.' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.cell("docs can't use NPM_TOKEN: grant pending").waitFor();
    await map.cell('billing can use NPM_TOKEN: revocation pending').waitFor();
    assert.equal(await map.grid.getAttribute('aria-readonly'), 'true');
    held.end();
    await map.status.filter({ hasText: 'Applied 3 changes.' }).waitFor();
    assert.deepEqual(selection('NPM_TOKEN'), ['docs', 'service-catalog', 'website']);
    assert.equal(await map.grid.getAttribute('aria-readonly'), 'false');
  });

  it('knows that changes are being applied after it was hidden, and after it was closed', async () => {
    const { window, fakeGitHub } = on;
    const held = await applyHeld();
    await anotherWebview(window.page, () => openAccessMap(on.window, 'umbrella'));
    const tab = window.page.getByRole('tab', { name: 'Access Map: acme' });
    await anotherWebview(window.page, () => tab.click());
    await map.status.filter({ hasText: 'Applying changes.' }).waitFor();
    assert.deepEqual(await map.buttons(), { review: false, discard: false });
    await window.run('View: Close All Editors');
    await noWebview(window.page);
    await openAccessMap(on.window, 'acme');
    await map.status.filter({ hasText: 'Applying changes.' }).waitFor();
    assert.deepEqual(await map.buttons(), { review: false, discard: false });
    held.end();
    await map.status.filter({ hasText: 'Applied 3 changes.' }).waitFor();
    await map.cell('website can use NPM_TOKEN (selected)').waitFor();
    assert.equal(writes(fakeGitHub).length, 3);
  });

  it('keeps all changes if the user cancels a large plan', async () => {
    const { dialog } = on.window;
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.cell('service-catalog can use NPM_TOKEN (selected)').click();
    await map.apply(2);
    await dialog.box.waitFor();
    await dialog.click('Cancel');
    await map.status.filter({ hasText: '2 changes: 2 revocations' }).waitFor();
    assert.deepEqual(await map.buttons(), { review: true, discard: true });
    assert.deepEqual(writes(on.fakeGitHub), []);
    await map.button('Discard').click();
    await map.status.filter({ hasText: 'Changes discarded.' }).waitFor();
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    assert.deepEqual(selection('NPM_TOKEN'), ['billing', 'service-catalog']);
  });
});
