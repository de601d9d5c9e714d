import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { fixtureWith } from './support';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { ValueEditorPage } from './valueEditorPage';
import { contentFrame, noWebview } from './webview';
import { openWindow, type Window } from './window';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Asserts that axe-core finds nothing in the webview that is shown. Its page keeps its content security policy. */
async function isAccessible(window: Window, what: string): Promise<void> {
  const frame = await contentFrame(window.page);
  await frame.evaluate(axe.source);
  const { violations, passes } = await frame.evaluate<AxeResults, string[]>(
    values =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        iframes: false,
      }),
    rules,
  );
  const found = violations.map(({ id, nodes }) => [
    id,
    ...nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  ]);
  assert.deepEqual(found, [], what);
  assert.ok(passes.length > 5, `${what} was looked at`);
}

describe('the webviews for people who use a screen reader, or need contrast', () => {
  let fakeGitHub: FakeGitHubServer;
  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  after(() => fakeGitHub.close());

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const)
    it(`have no violation of WCAG that axe-core knows, in the theme ${theme}`, async () => {
      fakeGitHub.reset(fixtureWith());
      const window = await openWindow({ fakeGitHub, theme });
      await window.openContainer();
      await openAccessMap(window, 'acme');
      const map = new AccessMapPage(window);
      await map.filled();
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
      const fault = fakeGitHub.fault({
        path: '/orgs/acme/codespaces/secrets',
        kind: 'status',
        status: 500,
        times: 'always',
      });
      await map.button('Refresh').click();
      await map.screen.getByRole('button', { name: 'Try Again' }).waitFor();
      await isAccessible(window, 'the screen for a failure');
      fault.end();
      await window.run('View: Close All Editors');
      await noWebview(window.page);

      await window.secrets.clickTitle('Refresh');
      await window.secrets.expand('acme');
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
