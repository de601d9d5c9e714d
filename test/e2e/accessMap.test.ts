import assert from 'node:assert/strict';
import type { AccessMapPage } from './accessMapPage';
import { mapStage } from './accessMapStage';
import { manyRepositories, worldWith, writes } from './support';
import { anotherWebview, noWebview } from './webview';

/** The id of a repository of the test world. */
const docs = 70004;

describe('Open Access Map', () => {
  const on = mapStage();
  let map: AccessMapPage;
  beforeEach(() => {
    map = on.map;
  });

  it('shows how each secret reaches each repository, and sums at the edges', async () => {
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    await map.cell('SENTRY_DSN reaches docs: all').waitFor();
    await map.cell('DB_URL reaches billing: private').waitFor();
    await map.cell('DB_URL does not reach docs').waitFor();
    assert.equal((await map.labels()).length, 12 * 5);
    assert.deepEqual(await map.secrets(), ['DB_URL', 'NPM_TOKEN', 'PYPI_TOKEN', 'SENTRY_DSN', 'UNUSED']);
    assert.equal((await map.repositories()).length, 12);
    const label = (role: 'columnheader' | 'rowheader', name: string): Promise<string | null> =>
      map.head(role, name).getAttribute('aria-label');
    assert.equal(
      await label('columnheader', 'NPM_TOKEN'),
      'NPM_TOKEN, Selected repositories, reaches 2 repositories',
    );
    assert.equal(
      await label('columnheader', 'SENTRY_DSN'),
      'SENTRY_DSN, All repositories, reaches 12 repositories',
    );
    assert.equal(await label('rowheader', 'billing'), 'billing, private, receives 3 secrets');
    assert.equal(
      await label('rowheader', 'legacy-billing'),
      'legacy-billing, private, archived, receives 2 secrets',
    );
  });

  it('is one editor for each organization', async () => {
    await on.open('acme');
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    const tabs = on.window.page.getByRole('tab', { name: 'Access Map: acme' });
    assert.equal(await tabs.count(), 1);
  });

  it('is a grid to a screen reader, and one stop of the tab key', async () => {
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    assert.equal(await map.grid.getAttribute('aria-label'), 'Access map of acme');
    assert.equal(await map.grid.getAttribute('aria-rowcount'), '13');
    assert.equal(await map.grid.getAttribute('aria-colcount'), '6');
    const cell = map.cell('NPM_TOKEN reaches billing: selected');
    assert.equal(await cell.getAttribute('aria-colindex'), '3');
    assert.equal(await cell.locator('xpath=ancestor::*[@role="row"]').getAttribute('aria-rowindex'), '3');
    assert.equal(await map.cell('SENTRY_DSN reaches docs: all').getAttribute('aria-readonly'), 'true');
    assert.equal(await cell.getAttribute('aria-readonly'), null);
    assert.equal(await map.grid.locator('[tabindex="0"]').count(), 1);
    assert.equal(await map.status.getAttribute('aria-live'), 'polite');
  });

  it('is worked by keys alone, space toggling a cell', async () => {
    const { page } = on.window;
    await map.frame.locator('[tabindex="0"][role="gridcell"]').focus();
    assert.equal(await map.focused(), 'DB_URL reaches api-gateway: private');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    assert.equal(await map.focused(), 'NPM_TOKEN reaches billing: selected');
    await page.keyboard.press('Space');
    assert.equal(await map.focused(), 'NPM_TOKEN reaches billing: to be revoked');
    await map.status.filter({ hasText: '1 change: 1 revocation' }).waitFor();
    await page.keyboard.press('Control+End');
    assert.equal(await map.focused(), 'UNUSED does not reach website');
    await page.keyboard.press('Space');
    await map.status.filter({ hasText: '2 changes: 1 grant, 1 revocation' }).waitFor();
    await page.keyboard.press('Home');
    assert.equal(await map.focused(), 'website, public, receives 1 secret, pending: 1 grant');
    await page.keyboard.press('Control+Home');
    assert.equal(await map.focused(), '12 repositories, 5 secrets');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageDown');
    assert.match((await map.focused()) ?? '', /^DB_URL /);
    assert.equal(await map.grid.locator('[tabindex="0"]').count(), 1);
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('says that a secret for all repositories has nothing to choose', async () => {
    await map.cell('SENTRY_DSN reaches docs: all').click();
    await map.status
      .filter({
        hasText: 'SENTRY_DSN goes to: All repositories. To choose among them, change its visibility.',
      })
      .waitFor();
    assert.equal(await map.button('Review and Apply...').isVisible(), false);
  });

  it('filters in both directions, and to differences and selected secrets', async () => {
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    await map.filter('Filter repositories', 'bill');
    await map.filter('Filter secrets', 'token npm');
    await map.cell('NPM_TOKEN does not reach legacy-billing').waitFor();
    assert.deepEqual(await map.labels(), [
      'NPM_TOKEN reaches billing: selected',
      'NPM_TOKEN does not reach legacy-billing',
    ]);
    await map.filter('Filter secrets', 'nothing');
    await map.screen.filter({ hasText: 'Nothing matches the filters.' }).waitFor();
    await map.button('Clear Filters').click();
    await map.cell('SENTRY_DSN reaches website: all').waitFor();
    await map.checkbox('Only selected').click();
    await map.cell('SENTRY_DSN reaches website: all').waitFor({ state: 'detached' });
    assert.deepEqual(await map.secrets(), ['NPM_TOKEN', 'PYPI_TOKEN', 'UNUSED']);
    await map.checkbox('Only differences').click();
    await map.cell('NPM_TOKEN does not reach website').waitFor({ state: 'detached' });
    assert.deepEqual(await map.repositories(), ['billing', 'sdk-python', 'service-catalog']);
  });

  it('follows changes that are made elsewhere in VS Code', async () => {
    const { input, secrets } = on.window;
    await secrets.expand('acme');
    await map.cell('NPM_TOKEN does not reach website').waitFor();
    await secrets.clickInline('NPM_TOKEN', 'Edit Repository Access...');
    await input.item('website').waitFor();
    await input.check('website');
    await input.ok();
    await on.window.dialog.click('Apply');
    await map.cell('NPM_TOKEN reaches website: selected').waitFor();
  });

  it('ignores malformed messages on both sides', async () => {
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    await map.frame.locator('body').evaluate(() => {
      for (const data of [{ type: 'access', secrets: 7 }, { type: 'nonsense' }, 'nonsense', null])
        window.postMessage(data, '*');
    });
    await map.send({ type: 'apply', id: 'one', changes: 'all of them' });
    await map.send({
      type: 'apply',
      id: 'two',
      changes: [{ kind: 'add', secret: 'DB_URL', repository: docs }],
    });
    await map.send(7);
    await map.cell('NPM_TOKEN does not reach website').click();
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
    await on.window.run('Codespaces Secrets: Show Log');
    const log = on.window.page.locator('.panel .view-lines');
    await log.getByText('of type access, but malformed').first().waitFor();
    await log.getByText('of type apply, but malformed').first().waitFor();
    await log.getByText('asked to change DB_URL').first().waitFor();
    await on.window.run('View: Hide Panel');
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('tells loading, failed and empty apart', async () => {
    const { fakeGitHub } = on;
    const held = fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/codespaces/secrets' });
    await on.window.run('View: Close All Editors');
    await noWebview(on.window.page);
    await on.window.run('Codespaces Secrets: Refresh');
    await on.open('acme');
    await map.screen.filter({ hasText: 'Reading who can read what in acme...' }).waitFor();
    await held.holding();
    held.release();
    await map.cell('NPM_TOKEN reaches billing: selected').waitFor();
    await anotherWebview(on.window.page, () => on.open('globex'));
    await map.screen.filter({ hasText: 'The organization requires single sign-on.' }).waitFor();
    await map.button('Authorize').waitFor();
    assert.equal(await map.screen.getAttribute('role'), 'alert');
    await map.button('Try Again').waitFor();
  });

  it('goes on after a failure', async () => {
    const { fakeGitHub } = on;
    await map.cell('NPM_TOKEN does not reach website').click();
    fakeGitHub.edit({ edit: 'removeMembership', organization: 'acme', user: 'octocat' });
    await map.button('Refresh').click();
    await map.screen.filter({ hasText: 'acme' }).waitFor();
    assert.equal(await map.screen.getAttribute('role'), 'alert');
    fakeGitHub.edit({ edit: 'setMembership', organization: 'acme', user: 'octocat', role: 'admin' });
    await map.button('Try Again').click();
    await map.cell('NPM_TOKEN does not reach website: to be granted').waitFor();
  });

  it('goes on by itself when a rate limit is over', async () => {
    on.fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 6, path: '/orgs/acme/codespaces/secrets' });
    await map.button('Refresh').click();
    await map.screen.filter({ hasText: 'rate limit is reached. It takes requests again at' }).waitFor();
    await map.cell('NPM_TOKEN does not reach website').waitFor();
  });
});

describe('Open Access Map, of an organization without secrets', () => {
  const on = mapStage({ organization: 'umbrella' });

  it('says so, and offers to create one', async () => {
    const { map } = on;
    await map.screen.filter({ hasText: 'umbrella has no Codespaces secrets yet.' }).waitFor();
    await map.button('Create Secret...').click();
    await on.window.input.shown('Create Secret (1/3)');
  });
});

describe('Open Access Map, of an organization without repositories', () => {
  const on = mapStage({
    organization: 'umbrella',
    world: () =>
      worldWith(
        { edit: 'deleteRepository', organization: 'umbrella', repository: 'raccoon' },
        { edit: 'createSecret', organization: 'umbrella', name: 'T_VIRUS', visibility: 'all' },
      ),
  });

  it('says that there are none', async () => {
    const { map } = on;
    await map.screen
      .filter({ hasText: 'umbrella has no repositories that could receive its secrets.' })
      .waitFor();
  });
});

describe('Open Access Map, of many repositories', () => {
  const on = mapStage({ world: () => worldWith(...manyRepositories(300).edits) });

  it('draws what is in sight, and scrolls with the focus', async () => {
    const { map } = on;
    await map.cell('NPM_TOKEN reaches billing: selected').click();
    assert.equal(await map.grid.getAttribute('aria-rowcount'), '313');
    assert.ok((await map.repositories()).length < 60);
    await on.window.page.keyboard.press('Control+ArrowDown');
    assert.equal(await map.focused(), 'NPM_TOKEN does not reach website');
    await map.cell('NPM_TOKEN does not reach repository-300').waitFor();
    await on.window.page.keyboard.press('PageUp');
    assert.match((await map.focused()) ?? '', /repository-2\d\d/);
    await map.frame.locator('.grid').evaluate(grid => grid.scrollTo(0, 0));
    await map.cell('NPM_TOKEN does not reach api-gateway').waitFor();
    assert.match((await map.focused()) ?? '', /repository-2\d\d/);
    await on.window.page.keyboard.press('Control+Home');
    assert.equal(await map.focused(), '312 repositories, 5 secrets');
  });
});
