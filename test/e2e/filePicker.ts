import type { Page } from 'playwright-core';

/**
 * Answers the browser's dialog for files: the next time it is opened, it gives a file with this name and content. The file
 * is a real one, in the storage that a browser gives to a page.
 */
export async function chooseFile(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  const written = typeof content === 'string' ? content : [...content];
  await page.evaluate(
    async chosen => {
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(chosen.name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(
        typeof chosen.written === 'string' ? chosen.written : new Uint8Array(chosen.written),
      );
      await writable.close();
      // A method, since the names that a bundler gives to functions are unknown in the page.
      Object.assign(window, {
        showOpenFilePicker() {
          return Promise.resolve([handle]);
        },
      });
    },
    { name, written },
  );
}

/** Answers the browser's dialog with a file that is gone by the time that it is read. */
export async function chooseVanishingFile(page: Page, name: string): Promise<void> {
  await chooseFile(page, name, 'gone');
  await page.evaluate(async gone => {
    const folder = await navigator.storage.getDirectory();
    await folder.removeEntry(gone);
  }, name);
}

/** Answers the browser's dialog by leaving it. */
export async function chooseNoFile(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, {
      showOpenFilePicker() {
        return Promise.reject(new DOMException('Left', 'AbortError'));
      },
    });
  });
}

/** Removes the files that were chosen, as soon as nothing reads them. */
export async function forgetFiles(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const [name] of folder as unknown as AsyncIterable<[string]>) names.push(name);
    const removed = await Promise.allSettled(names.map(name => folder.removeEntry(name)));
    return removed.every(({ status }) => status === 'fulfilled');
  });
}
