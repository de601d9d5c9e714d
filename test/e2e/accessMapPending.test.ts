import assert from 'node:assert/strict';
import type { AccessMapPage } from './accessMapPage';
import { mapStage } from './accessMapStage';
import { writes } from './support';
import { anotherWebview, noWebview } from './webview';

describe('Open Access Map, with pending changes', () => {
  const on = mapStage();
  let map: AccessMapPage;
  beforeEach(() => {
    map = on.map;
  });

  const close = async (): Promise<void> => {
    await on.window.run('View: Close All Editors');
    await noWebview(on.window.page);
  };

  it('undoes and redoes the last toggle by keys, and says which it was', async () => {
    const { page } = on.window;
    await map.cell('NPM_TOKEN reaches billing: selected').click();
    await map.cell('NPM_TOKEN does not reach website').click();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '1 change: 1 revocation. Undid: website → NPM_TOKEN' }).waitFor();
    await map.cell('NPM_TOKEN does not reach website').waitFor();
    assert.equal(await map.focused(), 'NPM_TOKEN does not reach website');
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Undid: billing → NPM_TOKEN' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Nothing to undo' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await map.cell('NPM_TOKEN reaches billing: to be revoked').waitFor();
    await page.keyboard.press('ControlOrMeta+y');
    await map.status.filter({ hasText: 'Redid: website → NPM_TOKEN' }).waitFor();
    await map.cell('NPM_TOKEN does not reach website: to be granted').waitFor();
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('undoes a discard, and leaves the undo of what is typed to its text field', async () => {
    const { page } = on.window;
    await map.cell('NPM_TOKEN does not reach website').click();
    await map.cell('NPM_TOKEN does not reach docs').click();
    await map.button('Discard').click();
    await map.status.filter({ hasText: 'The changes were discarded.' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '2 changes: 2 grants. Undid 2 changes' }).waitFor();
    const filter = map.frame.getByRole('textbox', { name: 'Filter repositories' });
    await filter.focus();
    await page.keyboard.press('w');
    await map.cell('NPM_TOKEN does not reach docs: to be granted').waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: '2 changes: 2 grants' }).waitFor();
    await map.cell('NPM_TOKEN does not reach docs: to be granted').waitFor();
    assert.equal(await filter.inputValue(), '');
  });

  it('does not undo what was typed before in a text field', async () => {
    const { page } = on.window;
    await map.frame.getByRole('textbox', { name: 'Filter repositories' }).focus();
    await page.keyboard.type('web');
    await map.cell('NPM_TOKEN does not reach docs').waitFor({ state: 'detached' });
    await map.cell('NPM_TOKEN does not reach website').click();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Undid: website → NPM_TOKEN' }).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await map.status.filter({ hasText: 'Nothing to undo' }).waitFor();
    assert.deepEqual(await map.repositories(), ['website']);
  });

  it('keeps them when it is closed, says so, and has them when it is open again', async () => {
    const { notifications } = on.window;
    await map.cell('NPM_TOKEN does not reach website').click();
    await map.cell('NPM_TOKEN reaches billing: selected').click();
    await close();
    await notifications.click(
      '2 changes in the access map of acme are kept until you open it again.',
      'Open Access Map',
    );
    await map.cell('NPM_TOKEN does not reach website: to be granted').waitFor();
    await map.cell('NPM_TOKEN reaches billing: to be revoked').waitFor();
    assert.equal(
      await map.notice.innerText(),
      '2 changes from before are still here. Review or discard them.',
    );
    assert.deepEqual(await map.openReview(), ['− billing → NPM_TOKEN', '+ website → NPM_TOKEN public']);
    await map.button('Back').click();
    await map.button('Discard').click();
    await map.notice.waitFor({ state: 'hidden' });
    await close();
    await on.open('acme');
    await map.cell('NPM_TOKEN does not reach website').waitFor();
    assert.equal(await map.notice.isVisible(), false);
    assert.deepEqual(await notifications.texts(), []);
    assert.deepEqual(writes(on.fakeGitHub), []);
  });

  it('keeps them for their own organization only', async () => {
    await map.cell('NPM_TOKEN does not reach website').click();
    await close();
    await on.open('umbrella');
    await map.screen.filter({ hasText: 'umbrella' }).waitFor();
    await anotherWebview(on.window.page, () => on.open('acme'));
    await map.cell('NPM_TOKEN does not reach website: to be granted').waitFor();
  });

  it('says of kept changes which are no longer possible', async () => {
    await map.cell('NPM_TOKEN does not reach website').click();
    await map.cell('PYPI_TOKEN does not reach website').click();
    await close();
    on.fakeGitHub.edit({ edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' });
    await on.window.run('Codespaces Secrets: Refresh');
    await on.open('acme');
    await map.cell('PYPI_TOKEN does not reach website: to be granted').waitFor();
    assert.equal(
      await map.notice.innerText(),
      '1 change from before is still here. Review or discard it. ' +
        'NPM_TOKEN was deleted meanwhile: its pending changes were dropped.',
    );
  });

  it('drops what is pending for a secret that somebody deletes or gives to all, and says so', async () => {
    const { fakeGitHub } = on;
    await map.cell('NPM_TOKEN does not reach website').click();
    await map.cell('PYPI_TOKEN does not reach website').click();
    await map.cell('UNUSED does not reach website').click();
    fakeGitHub.edit(
      { edit: 'deleteSecret', organization: 'acme', name: 'NPM_TOKEN' },
      { edit: 'setVisibility', organization: 'acme', name: 'PYPI_TOKEN', visibility: 'all' },
    );
    await map.button('Refresh').click();
    await map.cell('PYPI_TOKEN reaches website: all').waitFor();
    assert.equal(
      await map.notice.innerText(),
      'NPM_TOKEN was deleted meanwhile: its pending changes were dropped. ' +
        'PYPI_TOKEN no longer goes to selected repositories: its pending changes were dropped.',
    );
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
    await map.cell('UNUSED does not reach website: to be granted').waitFor();
    await map.button('Dismiss').click();
    await map.notice.waitFor({ state: 'hidden' });
  });

  it('keeps filter and pending changes while it is hidden', async () => {
    const { window } = on;
    await map.filter('Filter repositories', 'web');
    await map.cell('NPM_TOKEN does not reach website').click();
    await anotherWebview(window.page, () => on.open('umbrella'));
    await map.screen.filter({ hasText: 'umbrella' }).waitFor();
    const tab = window.page.getByRole('tab', { name: 'Access Map: acme' });
    await anotherWebview(window.page, () => tab.click());
    await map.cell('NPM_TOKEN does not reach website: to be granted').waitFor();
    assert.deepEqual(await map.repositories(), ['website']);
    await map.status.filter({ hasText: '1 change: 1 grant' }).waitFor();
  });
});
