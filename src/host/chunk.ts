import { Uri, workspace } from 'vscode';

/** Loads a module of the extension's own `dist` folder when it is first needed. */
export async function loadChunk(extensionUri: Uri, name: string): Promise<unknown> {
  const uri = Uri.joinPath(extensionUri, 'dist', name);
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
