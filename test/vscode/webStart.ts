/// <reference lib="dom" />
// Runs in the page: gives VS Code its user's settings and secrets, and starts it. It stands alone, so that the
// server can send it without a bundler.

/** What the server writes into the page. */
export interface Seed {
  /** The options of VS Code's `create()` that can be written as JSON. */
  workbench: object;
  settings: Record<string, unknown>;
  secrets: Record<string, string>;
  /** The address of the folder that is open. */
  folder?: string;
  /** Whether VS Code does not trust it. */
  isRestricted: boolean;
}

const settingsFile = '/User/settings.json';
const userData = 'vscode-userdata-store';

/** Starts VS Code in this page. */
export async function openWorkbench({
  workbench,
  settings,
  secrets,
  folder,
  isRestricted,
}: Seed): Promise<void> {
  await writeSettings(JSON.stringify(settings, undefined, 2));
  const address = '/out/vs/workbench/workbench.web.main.internal.js';
  const vscode = (await import(address)) as {
    create(container: HTMLElement, options: object): void;
    URI: { parse(address: string): object };
  };
  const workspace = folder === undefined ? undefined : { folderUri: vscode.URI.parse(folder) };
  vscode.create(document.body, {
    ...workbench,
    secretStorageProvider: inMemory(new Map(Object.entries(secrets))),
    workspaceProvider: { trusted: !isRestricted, workspace, open: () => Promise.resolve(true) },
  });
}

function inMemory(secrets: Map<string, string>): object {
  return {
    type: 'in-memory',
    get: (key: string) => Promise.resolve(secrets.get(key)),
    set: (key: string, value: string) => Promise.resolve(void secrets.set(key, value)),
    delete: (key: string) => Promise.resolve(void secrets.delete(key)),
    keys: () => Promise.resolve([...secrets.keys()]),
  };
}

/** Puts the settings where VS Code looks for them. What the user changes afterwards survives a reload. */
async function writeSettings(text: string): Promise<void> {
  const mark = 'seededSettings';
  if (localStorage.getItem(mark) === text) return;
  const database = await openUserData();
  await finished(database.transaction(userData, 'readwrite').objectStore(userData).put(text, settingsFile));
  database.close();
  localStorage.setItem(mark, text);
}

/** VS Code's own database, made as VS Code makes it where it is not there yet. */
async function openUserData(): Promise<IDBDatabase> {
  const request = indexedDB.open('vscode-web-db', 3);
  request.onupgradeneeded = () => {
    const database = request.result;
    for (const store of [userData, 'vscode-logs-store', 'vscode-filehandles-store'])
      if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
  };
  return finished(request);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("VS Code's database cannot be opened"));
  });
}
