import assert from 'node:assert/strict';
import axe, { type AxeResults } from 'axe-core';
import { inEachTheme } from './theme';
import { contentFrame } from './webview';
import type { Window } from './window';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Asserts that axe-core finds nothing in the webview that is shown, in a theme of each kind. */
export async function isAccessible(window: Window, what: string): Promise<void> {
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
