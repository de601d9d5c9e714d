import { Uri, workspace } from 'vscode';

/** A browser takes each copy of a module for another one, and keeps them all. */
const loaded = new Map<string, Promise<unknown>>();

/** Loads a module of the extension's own `dist` folder when it is first needed. */
export function loadChunk(extensionUri: Uri, name: string): Promise<unknown> {
  const uri = Uri.joinPath(extensionUri, 'dist', name);
  const address = uri.toString();
  const known = loaded.get(address);
  if (known) return known;
  const chunk = load(uri);
  loaded.set(address, chunk);
  chunk.catch(() => loaded.delete(address));
  return chunk;
}

async function load(uri: Uri): Promise<unknown> {
  // A browser's worker imports what it can be given an address for; Node imports the file.
  if (!('WorkerGlobalScope' in globalThis)) return import(uri.toString());
  const code = await workspace.fs.readFile(uri);
  const address = URL.createObjectURL(new Blob([new Uint8Array(code)], { type: 'text/javascript' }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
