import assert from 'node:assert/strict';
import { AccessMapPage } from './accessMapPage';
import { Menu } from './menu';
import { stage } from './stage';
import { secretPath } from './support';

describe('a column of the access map', () => {
  const on = stage({ accessMap: 'acme' });
  let map: AccessMapPage;
  beforeEach(() => {
    map = new AccessMapPage(on.window);
  });

  it('rotates its secret, from a menu that a click opens', async () => {
    const { fakeGitHub, window } = on;
    await map.head('columnheader', 'NPM_TOKEN').click();
    const menu = await Menu.shown(window.page);
    assert.deepEqual(await menu.texts(), [
      'Rotate Value...',
      'Edit Repository Access...',
      'Change Visibility...',
    ]);
    await menu.click('Rotate Value...');
    await window.input.shown('Rotate NPM_TOKEN');
    await window.input.type('n3w');
    await window.input.accept();
    await window.input.closed();
    await fakeGitHub.answered({ method: 'PUT', path: secretPath('NPM_TOKEN') });
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'n3w');
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing', 'service-catalog']);
  });

  it('edits the access of its secret, with the keyboard alone, and the map shows it', async () => {
    const { window } = on;
    const { input, page } = window;
    // The grid has the focus when the map opens.
    await map.frame.locator('[role="gridcell"]:focus').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    assert.match((await map.focused()) ?? '', /^NPM_TOKEN,/);
    await page.keyboard.press('Enter');
    const menu = await Menu.shown(page);
    await menu.click('Edit Repository Access...');
    await input.shown('Edit Repository Access of NPM_TOKEN');
    await input.item('payments').waitFor();
    await input.check('payments');
    await input.ok();
    await input.closed();
    await map.cell('payments can use NPM_TOKEN (selected)').waitFor();
  });
});

describe('the access map in a small window', () => {
  const on = stage({ accessMap: 'acme' });
  const size = { width: 640, height: 430 };

  it('shows at least five rows, and no notification covers its buttons', async () => {
    const { page } = on.window;
    const map = new AccessMapPage(on.window);
    await page.setViewportSize(size);
    await map.frame.locator('.is-compact').waitFor();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.button('Review and Apply...').waitFor();
    const inSight = await map.rowsInSight();
    assert.ok(inSight >= 5, `${inSight} rows`);
    const [bar, grid] = [await map.button('Review and Apply...').boundingBox(), await map.grid.boundingBox()];
    assert.ok(bar && grid && bar.y + bar.height <= grid.y, 'the buttons are above the grid');
    await on.window.keepEvidence('access map in a small window');
  });
});
