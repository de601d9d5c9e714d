import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { type WalkthroughStep, walkthroughKeys } from '../../src/manifest';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { assertIconsVisible, assertPictureReadable, assertReadable, leastContrast } from './contrast';
import type { QuickInput } from './quickInput';
import { stage } from './stage';
import { fixtureWith } from './support';
import { inEachTheme } from './theme';
import { WalkthroughPage } from './walkthroughPage';

const day = 24 * 60 * 60 * 1000;

/** `acme` with a secret that is not stale. */
const fixture = () =>
  fixtureWith({
    edit: 'createSecret',
    organization: 'acme',
    name: 'FRESH',
    visibility: 'selected',
    repositories: ['api-gateway', 'billing', 'docs', 'website'],
    createdAt: Date.now() - 4 * day,
    updatedAt: Date.now() - 3.5 * day,
  });

/** Asserts that all of the rows of a pick can be seen. */
async function assertPickReadable({ items }: QuickInput): Promise<void> {
  const shown = (selector: string): Locator => items.locator(selector).filter({ visible: true });
  await assertReadable(shown('.quick-input-list-row:first-child .label-name'));
  await assertReadable(shown('.label-description'));
  await assertReadable(shown('.quick-input-list-label-meta .label-name'), leastContrast.detail);
  await assertIconsVisible(shown('.quick-input-list-icon'));
}

describe('in a theme of each kind, can be read', () => {
  const on = stage({ fixture });

  it('the Secrets view, which says in words what is stale', async () => {
    const { repositories, secrets } = on.window;
    await secrets.expand('FRESH');
    await secrets.described('FRESH', /^4 repositories · 3 days ago$/);
    await secrets.described('SENTRY_DSN', /^⚠ \d+ years · all$/);
    const spoken = await secrets.row('SENTRY_DSN').getAttribute('aria-label');
    assert.match(spoken ?? '', /^SENTRY_DSN, .* The value is more than 180 days old\.$/);
    // Selected rows have colours of their own: one set while the view has the focus, another while it has not.
    await secrets.select('FRESH', 'SENTRY_DSN');
    const rows = secrets.pane.locator('.monaco-list-row');
    const assertVisible = async (): Promise<void> => {
      await assertReadable(rows.locator('.label-name'));
      // A row without a count has an empty one, which is not drawn.
      await assertReadable(rows.locator('.label-description').filter({ hasText: /./ }));
      await assertIconsVisible(rows.locator('.custom-view-tree-node-item-icon'));
    };
    await inEachTheme(on.window, assertVisible);
    await repositories.deselect();
    await inEachTheme(on.window, assertVisible);
  });

  it('Find Secret or Repository...', async () => {
    const { input, secrets } = on.window;
    await secrets.clickTitle('Find Secret or Repository...');
    await input.shown('Find Secret or Repository');
    await input.widget.locator('input[placeholder="Search by name"]').waitFor();
    await input
      .item('SENTRY_DSN')
      .filter({ hasText: /⚠ \d+ years · all/ })
      .waitFor();
    await inEachTheme(on.window, async () => {
      await assertPickReadable(input);
      await assertReadable(input.items.locator('.quick-input-list-separator').filter({ visible: true }));
    });
    await input.escape();
    await input.closed();
  });

  it('Review Stale Secrets..., with the buttons of its rows', async () => {
    const { input, secrets } = on.window;
    await secrets.clickMore('Review Stale Secrets...');
    await input.shown('Review Stale Secrets');
    const row = input.item('SENTRY_DSN').filter({ hasText: /⚠ \d+ years · all · acme/ });
    await row.waitFor();
    await row.hover();
    await inEachTheme(on.window, async () => {
      await assertPickReadable(input);
      await assertIconsVisible(row.locator('.quick-input-list-entry-action-bar .action-label'));
    });
    await input.escape();
    await input.closed();
  });

  it('the notification that offers Undo, and the status bar that says what was undone', async () => {
    const { notifications, page, secrets } = on.window;
    await secrets.expand('NPM_TOKEN');
    const told = '1 repository can no longer use NPM_TOKEN.';
    await inEachTheme(on.window, async () => {
      await secrets.clickInline('billing', 'Remove Repository from Secret');
      const toast = await notifications.shown(told);
      await page.locator('.notification-toast.notification-fade-in-done').filter({ hasText: told }).waitFor();
      await assertReadable(toast.locator('.notification-list-item-message'));
      await assertReadable(toast.getByRole('button', { name: 'Undo', exact: true }));
      await notifications.click(told, 'Undo');
      await assertReadable(
        page.locator('.part.statusbar').getByText('The access change to NPM_TOKEN was undone.'),
      );
      await secrets.row('billing').waitFor();
    });
  });
});

describe('in a theme of each kind, in a window of another size', () => {
  const on = stage({ fixture });

  it('the pictures of the walkthrough can be read', async () => {
    const { page } = on.window;
    // In a narrow window, VS Code shows no pictures.
    await page.setViewportSize({ width: 1920, height: 1000 });
    const walkthrough = new WalkthroughPage(on.window);
    await walkthrough.open();
    for (const step of Object.keys(walkthroughKeys) as WalkthroughStep[]) {
      await walkthrough.show(step);
      await walkthrough.withPicture(assertPictureReadable);
      await inEachTheme(on.window, () => walkthrough.withPicture(assertPictureReadable));
    }
  });

  it('the access map shows at least five rows and no legend, at 200 % zoom', async () => {
    const { page } = on.window;
    const map = new AccessMapPage(on.window);
    await openAccessMap(on.window, 'acme');
    await page.setViewportSize({ width: 640, height: 430 });
    await map.frame.locator('.is-compact').waitFor();
    await map.cell('billing can use NPM_TOKEN (selected)').click();
    await map.button('Review and Apply...').waitFor();
    await inEachTheme(on.window, async theme => {
      const inSight = await map.rowsInSight();
      assert.ok(inSight >= 5, `${inSight} rows in the theme ${theme}`);
      assert.ok(!(await map.frame.locator('.legend').isVisible()));
    });
  });
});
