import type { Page, Worker } from 'playwright-core';
import type { Window } from './window';

/**
 * Has another tab take the focus from a window, and gives it back after so many milliseconds, which pass at once by the
 * clock of the extension host. Ends when the extension has been told that the window has the focus again.
 */
export async function absence({ page }: Window, milliseconds: number): Promise<void> {
  const host = await extensionHost(page);
  const devTools = await page.context().newCDPSession(page);
  // Playwright lets each page think that it has the focus.
  await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await page.context().newPage();
  await told(page, host, 'attached');
  const now = await host.evaluateHandle(() => Date.now.bind(Date));
  await host.evaluate(
    ({ machine, passed }) =>
      // A method, since the names that a bundler gives to functions are unknown in the worker.
      Object.assign(Date, {
        now() {
          return machine() + passed;
        },
      }),
    { machine: now, passed: milliseconds },
  );
  await page.bringToFront();
  await told(page, host, 'detached');
  // The extension's clock never goes back.
  await host.evaluate(machine => Object.assign(Date, { now: machine }), now);
  await other.close();
  await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

/** The worker that runs the extension. */
async function extensionHost(page: Page): Promise<Worker> {
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name)) === 'ExtensionHostWorker') return worker;
  throw new Error('No worker of the page is the extension host');
}

/** Waits until the extension knows that the window has lost the focus (`attached`) or has it again. */
async function told(page: Page, host: Worker, inactive: 'attached' | 'detached'): Promise<void> {
  // VS Code dims the title bar at the moment in which it tells the extension host.
  await page.locator('.part.titlebar.inactive').waitFor({ state: inactive });
  // A message to the worker comes after those that were sent before.
  await host.evaluate(
    () =>
      new Promise<void>(resolve => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve());
        port1.start();
        port2.postMessage(undefined);
      }),
  );
}
