import assert from 'node:assert/strict';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { stage } from './stage';
import { writes } from './support';
import { anotherWebview, noWebview } from './webview';

describe('Open Access Map, with pending changes', () => {
  const on = stage({ accessMap: 'acme' });
  let map: AccessMapPage;
  beforeEach(() => {
    map = new AccessMapPage(on.window);
  });

  const close = async (): Promise<void> => {
    await on.window.run('View: Close All Editors');
    await noWebview(on.window.page);
  };

  it('undoes and redoes the last toggle with the keyboard, and names it', async () => {
    const { page } = on.window;
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.cell("website can't use NPM_TOKEN").click();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '1 change: 1 revocation. Undid: website → NPM_TOKEN' }).waitFor();
    await map.cell("website can't use NPM_TOKEN").waitFor();
    assert.equal(await map.focused(), "website can't use NPM_TOKEN");
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Undid: billing → NPM_TOKEN' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Nothing to undo' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await map.cell('billing can use NPM_TOKEN: revocation pending').waitFor();
    await page.keyboard.press('ControlOrMeta+y');
    await map.status.filter({ hasText: 'Redid: website → NPM_TOKEN' }).waitFor();
    await map.cell("website can't use NPM_TOKEN: grant pending").waitFor();
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('undoes a discard, and lets a text field undo its own typing', async () => {
    const { page } = on.window;
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell("docs can't use NPM_TOKEN").click();
    await map.button('Discard').click();
    await map.status.filter({ hasText: 'Changes discarded.' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '2 changes: 2 grants. Undid 2 changes' }).waitFor();
    const filter = map.frame.getByRole('textbox', { name: 'Filter repositories' });
    await filter.focus();
    await page.keyboard.press('w');
    await map.cell("docs can't use NPM_TOKEN: grant pending").waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '2 changes: 2 grants' }).waitFor();
    await map.cell("docs can't use NPM_TOKEN: grant pending").waitFor();
    assert.equal(await filter.inputValue(), '');
  });

  it('does not undo typing in a text field that has lost the focus', async () => {
    const { page } = on.window;
    await map.frame.getByRole('textbox', { name: 'Filter repositories' }).focus();
    await page.keyboard.type('web');
    await map.cell("docs can't use NPM_TOKEN").waitFor({ state: 'detached' });
    await map.cell("website can't use NPM_TOKEN").click();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Undid: website → NPM_TOKEN' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Nothing to undo' }).waitFor();
    assert.deepEqual(await map.repositories(), ['website']);
  });

  it('keeps changes when it is closed, says so, and shows them when it opens again', async () => {
    const { notifications } = on.window;
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await close();
    await notifications.click(
      'Your 2 changes in the access map of acme are kept but not applied yet.',
      'Open Access Map',
    );
    await map.cell("website can't use NPM_TOKEN: grant pending").waitFor();
    await map.cell('billing can use NPM_TOKEN: revocation pending').waitFor();
    assert.equal(
      await map.notice.innerText(),
      'You have 2 pending changes from last time. Review or discard them.',
    );
    assert.deepEqual(await map.openReview(), ['− billing → NPM_TOKEN', '+ website → NPM_TOKEN public']);
    await map.button('Back').click();
    await map.button('Discard').click();
    await map.notice.waitFor({ state: 'hidden' });
    await close();
    await openAccessMap(on.window, 'acme');
    await map.cell("website can't use NPM_TOKEN").waitFor();
    assert.equal(await map.notice.isVisible(), false);
    assert.deepEqual(await notifications.texts(), []);
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('keeps changes for their own organization only', async () => {
    await map.cell("website can't use NPM_TOKEN").click();
    await close();
    await openAccessMap(on.window, 'umbrella');
    await map.screen.filter({ hasText: 'umbrella' }).waitFor();
    await anotherWebview(on.window.page, () => openAccessMap(on.window, 'acme'));
    await map.cell("website can't use NPM_TOKEN: grant pending").waitFor();
  });

  it('says which kept changes are no longer possible', async () => {
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell("website can't use PYPI_TOKEN").click();
    await close();
    on.fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' });
    await on.window.run('Codespaces Secrets: Refresh');
    await openAccessMap(on.window, 'acme');
    await map.cell("website can't use PYPI_TOKEN: grant pending").waitFor();
    assert.equal(
      await map.notice.innerText(),
      'You have 1 pending change from last time. Review or discard it. ' +
        'NPM_TOKEN no longer exists. Its pending changes were discarded.',
    );
  });

  it('discards changes to a secret that somebody deletes or makes available to all, and says so', async () => {
    const { fakeGitHub } = on;
    await map.cell("website can't use NPM_TOKEN").click();
    await map.cell("website can't use PYPI_TOKEN").click();
    await map.cell("website can't use UNUSED").click();
    fakeGitHub.edit(
      { edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' },
      { edit: 'setVisibility', organization: 'acme', name: 'PYPI_TOKEN', visibility: 'all' },
    );
    await map.button('Refresh').click();
    await map.cell('website can use PYPI_TOKEN (all repositories)').waitFor();
    assert.equal(
      await map.notice.innerText(),
      'NPM_TOKEN no longer exists. Its pending changes were discarded. ' +
        'PYPI_TOKEN is no longer limited to selected repositories. Its pending changes were discarded.',
    );
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
    await map.cell("website can't use UNUSED: grant pending").waitFor();
    await map.button('Dismiss').click();
    await map.notice.waitFor({ state: 'hidden' });
  });

  it('keeps filter and pending changes while it is hidden', async () => {
    const { window } = on;
    await map.filter('Filter repositories', 'web');
    await map.cell("website can't use NPM_TOKEN").click();
    await anotherWebview(window.page, () => openAccessMap(on.window, 'umbrella'));
    await map.screen.filter({ hasText: 'umbrella' }).waitFor();
    const tab = window.page.getByRole('tab', { name: 'Access Map: acme' });
    await anotherWebview(window.page, () => tab.click());
    await map.cell("website can't use NPM_TOKEN: grant pending").waitFor();
    assert.deepEqual(await map.repositories(), ['website']);
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
  });
});
