import assert from 'node:assert/strict';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { stage } from './stage';
import { manyRepositories, fixtureWith, writes } from './support';
import { anotherWebview, noWebview } from './webview';

/** The id of a repository of the test fixture. */
const docs = 70004;

describe('Open Access Map', () => {
  const on = stage({ accessMap: 'acme' });
  let map: AccessMapPage;
  beforeEach(() => {
    map = new AccessMapPage(on.window);
  });

  it('shows which repositories can use each secret and why, with sums at the edges', async () => {
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    await map.cell('docs can use SENTRY_DSN (all repositories)').waitFor();
    await map.cell('billing can use DB_URL (private and internal)').waitFor();
    await map.cell("docs can't use DB_URL").waitFor();
    assert.equal((await map.labels()).length, 12 * 5);
    assert.deepEqual(await map.secrets(), ['DB_URL', 'NPM_TOKEN', 'PYPI_TOKEN', 'SENTRY_DSN', 'UNUSED']);
    assert.equal((await map.repositories()).length, 12);
    const label = (role: 'columnheader' | 'rowheader', name: string): Promise<string | null> =>
      map.head(role, name).getAttribute('aria-label');
    assert.equal(
      await label('columnheader', 'NPM_TOKEN'),
      'NPM_TOKEN, Selected repositories, 2 repositories can use it',
    );
    assert.equal(
      await label('columnheader', 'SENTRY_DSN'),
      'SENTRY_DSN, All repositories, 12 repositories can use it',
    );
    assert.equal(await label('rowheader', 'billing'), 'billing, private, can use 3 secrets');
    assert.equal(
      await label('rowheader', 'legacy-billing'),
      'legacy-billing, private, archived, can use 2 secrets',
    );
  });

  it('is one editor for each organization', async () => {
    await openAccessMap(on.window, 'acme');
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    const tabs = on.window.page.getByRole('tab', { name: 'Access Map: acme' });
    assert.equal(await tabs.count(), 1);
  });

  it('is a grid for screen readers, and a single tab stop', async () => {
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    assert.equal(await map.grid.getAttribute('aria-label'), 'Access map of acme');
    assert.equal(await map.grid.getAttribute('aria-rowcount'), '13');
    assert.equal(await map.grid.getAttribute('aria-colcount'), '6');
    const cell = map.cell('billing can use NPM_TOKEN (selected)');
    assert.equal(await cell.getAttribute('aria-colindex'), '3');
    assert.equal(await cell.locator('xpath=ancestor::*[@role="row"]').getAttribute('aria-rowindex'), '3');
    assert.equal(
      await map.cell('docs can use SENTRY_DSN (all repositories)').getAttribute('aria-readonly'),
      'true',
    );
    assert.equal(await cell.getAttribute('aria-readonly'), null);
    assert.equal(await map.grid.locator('[tabindex="0"]').count(), 1);
    assert.equal(await map.status.getAttribute('aria-live'), 'polite');
  });

  it('works with the keyboard alone, and Space toggles a cell', async () => {
    const { page } = on.window;
    await map.frame.locator('[tabindex="0"][role="gridcell"]').focus();
    assert.equal(await map.focused(), 'api-gateway can use DB_URL (private and internal)');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    assert.equal(await map.focused(), 'billing can use NPM_TOKEN (selected)');
    await page.keyboard.press('Space');
    assert.equal(await map.focused(), 'billing can use NPM_TOKEN: revocation pending');
    await map.status.filter({ hasText: '1 change: 1 revocation' }).waitFor();
    await page.keyboard.press('Control+End');
    assert.equal(await map.focused(), "website can't use UNUSED");
    await page.keyboard.press('Space');
    await map.status.filter({ hasText: '2 changes: 1 grant, 1 revocation' }).waitFor();
    await page.keyboard.press('Home');
    assert.equal(await map.focused(), 'website, public, can use 1 secret, pending: 1 grant');
    await page.keyboard.press('Control+Home');
    assert.equal(await map.focused(), '12 repositories, 5 secrets');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    assert.match((await map.focused()) ?? '', / can('t)? use DB_URL( |$)/);
    assert.equal(await map.grid.locator('[tabindex="0"]').count(), 1);
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it("says that repositories can't be selected for a secret for all repositories", async () => {
    await map.cell('docs can use SENTRY_DSN (all repositories)').click();
    await map.status
      .filter({
        hasText:
          'The visibility of SENTRY_DSN is "All repositories". Change it to "Selected repositories" first.',
      })
      .waitFor();
    assert.equal(await map.button('Review and Apply...').isVisible(), false);
  });

  it('filters by repository, by secret, by differences, and by selected secrets', async () => {
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    await map.filter('Filter repositories', 'bill');
    await map.filter('Filter secrets', 'token npm');
    await map.cell("legacy-billing can't use NPM_TOKEN").waitFor();
    assert.deepEqual(await map.labels(), [
      'billing can use NPM_TOKEN (selected)',
      "legacy-billing can't use NPM_TOKEN",
    ]);
    await map.filter('Filter secrets', 'nothing');
    await map.screen.filter({ hasText: 'Nothing matches the filters.' }).waitFor();
    await map.button('Clear Filters').click();
    await map.cell('website can use SENTRY_DSN (all repositories)').waitFor();
    await map.checkbox('Only selected').click();
    await map.cell('website can use SENTRY_DSN (all repositories)').waitFor({ state: 'detached' });
    assert.deepEqual(await map.secrets(), ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED']);
    await map.checkbox('Only differences').click();
    await map.cell("website can't use NPM_TOKEN").waitFor({ state: 'detached' });
    assert.deepEqual(await map.repositories(), ['billing', 'sdk-python', 'service-catalog']);
  });

  it('keeps the focus and the cursor when it is drawn again', async () => {
    const { page } = on.window;
    const filter = map.frame.getByRole('textbox', { name: 'Filter repositories' });
    await filter.focus();
    await page.keyboard.type('site');
    await map.cell("docs can't use NPM_TOKEN").waitFor({ state: 'detached' });
    await page.keyboard.press('Home');
    await page.keyboard.type('web');
    assert.equal(await filter.inputValue(), 'website');
    await map.cell("website can't use NPM_TOKEN").click();
    await map.button('Discard').focus();
    const held = on.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/codespaces/secrets' });
    await map.send({ type: 'refresh' });
    await map.frame.locator('.progress:not([hidden])').waitFor();
    held.release();
    await map.frame.locator('.progress[hidden]').waitFor({ state: 'attached' });
    await map.frame.locator('.discard:focus').waitFor();
  });

  it('shows changes made elsewhere in VS Code', async () => {
    const { input, secrets } = on.window;
    await secrets.expand('acme');
    await map.cell("website can't use NPM_TOKEN").waitFor();
    await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await input.item('website').waitFor();
    await input.check('website');
    await input.ok();
    await on.window.dialog.click('Apply');
    await map.cell('website can use NPM_TOKEN (selected)').waitFor();
  });

  it('ignores malformed messages on both sides', async () => {
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    await map.frame.locator('body').evaluate(() => {
      for (const data of [{ type: 'access', secrets: 7 }, { type: 'nonsense' }, 'nonsense', null])
        window.postMessage(data, '*');
    });
    await map.send({ type: 'apply', id: 'one', changes: 'all of them' });
    await map.send({
      type: 'apply',
      id: 'two',
      changes: [{ kind: 'add', secret: 'codespaces/DB_URL', repository: docs }],
    });
    await map.send(7);
    await map.cell("website can't use NPM_TOKEN").click();
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
    await on.window.run('Codespaces Secrets: Show Log');
    const log = on.window.page.locator('.panel .view-lines');
    await log.getByText('of type access, but malformed').first().waitFor();
    await log.getByText('of type apply, but malformed').first().waitFor();
    await log.getByText('asked to change codespaces/DB_URL').first().waitFor();
    await on.window.run('View: Hide Panel');
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('shows loading, failed and empty as different states', async () => {
    const { fakeGitHub } = on;
    const held = fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/codespaces/secrets' });
    await on.window.run('View: Close All Editors');
    await noWebview(on.window.page);
    await on.window.run('Codespaces Secrets: Refresh');
    await openAccessMap(on.window, 'acme');
    await map.screen.filter({ hasText: 'Loading access in acme...' }).waitFor();
    await held.holding();
    held.release();
    await map.cell('billing can use NPM_TOKEN (selected)').waitFor();
    await anotherWebview(on.window.page, () => openAccessMap(on.window, 'globex'));
    await map.screen.filter({ hasText: 'The organization requires single sign-on.' }).waitFor();
    await map.button('Authorize').waitFor();
    assert.equal(await map.screen.getAttribute('role'), 'alert');
    await map.button('Try Again').waitFor();
  });

  it('recovers after a failure', async () => {
    const { fakeGitHub } = on;
    await map.cell("website can't use NPM_TOKEN").click();
    fakeGitHub.edit({ edit: 'removeMembership', organization: 'acme', user: 'octocat' });
    await map.button('Refresh').click();
    await map.screen.filter({ hasText: 'acme' }).waitFor();
    assert.equal(await map.screen.getAttribute('role'), 'alert');
    fakeGitHub.edit({ edit: 'setMembership', organization: 'acme', user: 'octocat', role: 'admin' });
    await map.button('Try Again').click();
    await map.cell("website can't use NPM_TOKEN: grant pending").waitFor();
  });

  it('reloads by itself when a rate limit ends', async () => {
    on.fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 6, path: '/orgs/acme/codespaces/secrets' });
    await map.button('Refresh').click();
    await map.screen.filter({ hasText: "You reached GitHub's rate limit. Try again after" }).waitFor();
    await map.cell("website can't use NPM_TOKEN").waitFor();
  });
});

describe('Open Access Map, of an organization without secrets', () => {
  const on = stage({ accessMap: 'umbrella' });

  it('says so, and offers to create one', async () => {
    const map = new AccessMapPage(on.window);
    await map.screen.filter({ hasText: 'umbrella has no Codespaces secrets yet.' }).waitFor();
    await map.button('Create Secret...').click();
    await on.window.input.shown('Create Secret (1/3)');
  });
});

describe('Open Access Map, of an organization without repositories', () => {
  const on = stage({
    accessMap: 'umbrella',
    fixture: () =>
      fixtureWith(
        { edit: 'deleteRepository', organization: 'umbrella', repository: 'raccoon' },
        { edit: 'createSecret', organization: 'umbrella', name: 'T_VIRUS', visibility: 'all' },
      ),
  });

  it('says that there are none', async () => {
    const map = new AccessMapPage(on.window);
    await map.screen.filter({ hasText: 'umbrella has no repositories that can use its secrets.' }).waitFor();
  });
});

describe('Open Access Map, of many repositories', () => {
  const on = stage({ accessMap: 'acme', fixture: () => fixtureWith(...manyRepositories(300).edits) });

  it('draws only what is in sight, and scrolls with the focus', async () => {
    const map = new AccessMapPage(on.window);
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    assert.equal(await map.grid.getAttribute('aria-rowcount'), '313');
    assert.ok((await map.repositories()).length < 60);
    await on.window.page.keyboard.press('Control+ArrowDown');
    assert.equal(await map.focused(), "website can't use NPM_TOKEN");
    await map.cell("repository-300 can't use NPM_TOKEN").waitFor();
    await on.window.page.keyboard.press('PageUp');
    assert.match((await map.focused()) ?? '', /repository-2\d\d/);
    await map.frame.locator('.grid').evaluate(grid => grid.scrollTo(0, 0));
    await map.cell("api-gateway can't use NPM_TOKEN").waitFor();
    assert.match((await map.focused()) ?? '', /repository-2\d\d/);
    await on.window.page.keyboard.press('Control+Home');
    assert.equal(await map.focused(), '312 repositories, 5 secrets');
  });
});
