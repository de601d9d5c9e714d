import type { FrameLocator, Page } from 'playwright-core';

/** The page of the webview that is shown: VS Code puts it into a frame within a frame. */
export function webviewIn(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}
