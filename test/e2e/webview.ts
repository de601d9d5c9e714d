import type { Frame, FrameLocator, Page } from 'playwright-core';

/** The page of the webview that is shown: VS Code puts it into a frame within a frame. */
export function webviewIn(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

/** The frame that the page of the webview runs in. */
export async function contentFrame(page: Page): Promise<Frame> {
  const element = await page.frameLocator('iframe.webview.ready').locator('#active-frame').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('No webview is shown');
  return frame;
}

/** Waits until no webview is shown. */
export async function noWebview(page: Page): Promise<void> {
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
  // The frame and all that its scripts hold go a moment after its element.
  while (webviews(page).length > 0) await page.waitForEvent('framedetached');
}

/** The addresses of the frames of webviews that the window has. */
export function webviews(page: Page): string[] {
  return page
    .frames()
    .map(frame => frame.url())
    .filter(url => url.includes('webview'));
}

/** Shows another webview by an action, and waits for it: whoever waits for something in the one that goes, fails. */
export async function anotherWebview(page: Page, action: () => Promise<void>): Promise<void> {
  const shown = page.locator('iframe.webview.ready');
  const name = (await shown.getAttribute('name')) ?? '';
  await action();
  await page.locator(`iframe.webview[name="${name}"]`).waitFor({ state: 'detached' });
  await shown.waitFor();
}
