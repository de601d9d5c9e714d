import type { Page } from 'playwright-core';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { closeAll, openWindow } from '../e2e/window';
import { median } from './median';
import { printTable } from './table';

const latencyMs = 50;
const windows = 5;
const firstSecret = ['Codespaces Secrets', '.pane [role="treeitem"][aria-level="2"]'] as const;

/** How long it takes from opening the container of the views to the first secret, in windows of a browser. */
export async function benchView(): Promise<void> {
  const fakeGitHub = await startFakeGitHub({ latencyMs });
  const times: { search: number; secrets: number; again: number }[] = [];
  try {
    for (let count = 0; count < windows; count += 1) {
      const window = await openWindow({ fakeGitHub });
      const search = await opening(window.page, 'Search', '.search-view .search-widget');
      const secrets = await opening(window.page, ...firstSecret);
      await window.run('View: Show Explorer');
      await window.reload({ isHidden: true });
      times.push({ search, secrets, again: await opening(window.page, ...firstSecret) });
      await window.close();
    }
  } finally {
    await closeAll();
    await fakeGitHub.close();
  }
  const search = median(times.map(it => it.search));
  const secrets = median(times.map(it => it.secrets));
  const again = median(times.map(it => it.again));
  printTable(
    `From opening a view to what it shows, with ${latencyMs} ms for each request, median of ${windows} windows`,
    ['what', 'ms', 'ratio'],
    [
      ["VS Code's Search view", Math.round(search), 1],
      ['the first secret', Math.round(secrets), (secrets / search).toFixed(1)],
      ['the first secret, after a reload', Math.round(again), (again / search).toFixed(1)],
    ],
  );
}

/** Milliseconds from the click on an icon of the activity bar until something stands in its view. */
async function opening(page: Page, name: string, shown: string): Promise<number> {
  const icon = await page.locator('.activitybar').getByRole('tab', { name }).locator('a').elementHandle();
  return page.evaluate(
    ([clicked, selector]) =>
      new Promise<number>(resolve => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          const found: Element | null = document.querySelector(selector);
          if (!found) return;
          // It would slow what is measured next.
          observer.disconnect();
          resolve(performance.now() - start);
        });
        observer.observe(document.body, { childList: true, subtree: true, attributes: true });
        const mouse = { bubbles: true, cancelable: true };
        for (const type of ['mousedown', 'mouseup', 'click'])
          clicked.dispatchEvent(new MouseEvent(type, mouse));
      }),
    [icon, shown] as const,
  );
}
