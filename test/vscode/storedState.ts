import type { Page } from 'playwright-core';

/**
 * All that a window has written down, as text: VS Code for the web keeps settings, global and workspace state, backups,
 * logs and caches in the browser's databases; its pages could use every other storage too. The secret storage is not
 * among it.
 */
export async function storedState(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // Methods, since the names that a bundler gives to functions are unknown in the page.
    const read = {
      finished<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error('A database cannot be read'));
        });
      },
      text(value: unknown): string {
        return value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
      },
    };
    const lines = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        lines.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read.finished(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          read.finished(objects.getAllKeys()),
          read.finished(objects.getAll() as IDBRequest<unknown[]>),
        ]);
        for (const [index, value] of values.entries())
          lines.push(`${name} ${store} ${JSON.stringify(keys[index])}: ${read.text(value)}`);
      }
      database.close();
    }
    return lines.join('\n');
  });
}
