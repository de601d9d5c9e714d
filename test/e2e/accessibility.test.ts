import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { AccessMapPage } from './accessMapPage';
import { stage } from './stage';
import { inEachTheme } from './theme';
import { ValueEditorPage } from './valueEditorPage';
import { contentFrame } from './webview';
import type { Window } from './window';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Asserts that axe-core finds nothing in the webview that is shown, in a theme of each kind. */
async function isAccessible(window: Window, what: string): Promise<void> {
  const frame = await contentFrame(window.page);
  // Its page keeps its content security policy.
  await frame.evaluate(axe.source);
  await inEachTheme(window, async theme => {
    const { violations, passes } = await frame.evaluate<AxeResults, string[]>(
      values =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: { type: 'tag', values },
          iframes: false,
        }),
      rules,
    );
    const found = violations.map(({ id, nodes }) => [
      id,
      ...nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    ]);
    assert.deepEqual(found, [], `${what}, in the theme ${theme}`);
    assert.ok(passes.length > 5, `${what} was looked at, in the theme ${theme}`);
  });
}

describe('for people who use a screen reader, or need contrast, axe-core finds no violation of WCAG', () => {
  describe('in the access map', () => {
    const on = stage({ accessMap: 'acme' });

    it('in any of its states, in any kind of theme', async () => {
      const { fakeGitHub, window } = on;
      const map = new AccessMapPage(window);
      await isAccessible(window, 'the grid');
      await map.cell("website can't use UNUSED").click();
      await map.cell('billing can use NPM_TOKEN (selected)').click();
      await map.status.filter({ hasText: '2 changes' }).waitFor();
      await isAccessible(window, 'the grid with pending changes');
      await map.openReview();
      await isAccessible(window, 'the review');
      await window.page.keyboard.press('Escape');
      await map.button('Discard').click();
      await map.filter('Filter repositories', 'nothing of this name');
      await map.screen.getByText('Nothing matches the filters.').waitFor();
      await isAccessible(window, 'the screen for no match');
      fakeGitHub.fault({
        path: '/orgs/acme/codespaces/secrets',
        kind: 'status',
        status: 500,
        times: 'always',
      });
      await map.button('Refresh').click();
      await map.screen.getByRole('button', { name: 'Try Again' }).waitFor();
      await isAccessible(window, 'the screen for a failure');
    });
  });

  describe('in the multi-line editor', () => {
    const on = stage();

    it('empty or with a value, in any kind of theme', async () => {
      const { window } = on;
      await window.secrets.clickInline('NPM_TOKEN', 'Rotate Value...');
      await window.input.clickButton('Open Multi-Line Editor');
      const editor = new ValueEditorPage(window);
      await editor.area.waitFor();
      await isAccessible(window, 'the empty editor');
      await editor.area.pressSequentially('"one"\ntwo');
      await editor.described(/2 lines/);
      await isAccessible(window, 'the editor with a value');
    });
  });
});
