import * as vscode from 'vscode';
import { Uri, workspace } from 'vscode';
import { loadOnce } from '../model/loadOnce';

/** Loads a module of the extension's own `dist` folder when it is first needed. */
export type LoadChunk = (name: string) => Promise<unknown>;

/**
 * Loads each chunk once. Bundles share no module, so the one that is loaded first hands its loader on to the others: a
 * browser takes each copy of a module for another one, and keeps them all.
 */
export function chunkLoader(extensionUri: Uri): LoadChunk {
  const chunks = new Map<string, () => Promise<unknown>>();
  return name => {
    const load = chunks.get(name) ?? loadOnce(() => importFile(Uri.joinPath(extensionUri, 'dist', name)));
    chunks.set(name, load);
    return load();
  };
}

/** How `esbuild.mjs` wraps a bundle that uses VS Code's API. */
type Define = (require: () => typeof vscode, module: { exports: unknown }) => void;

/**
 * What a chunk exports that uses VS Code's API. A module that is imported can't import `vscode` itself: the web extension
 * host has no such module, and Node only sometimes. So the chunk is a function that is given the API. The API isn't left
 * in a global variable, because it carries this extension's right to the GitHub session.
 */
export function withApi(chunk: unknown): unknown {
  const { default: define } = chunk as { default: Define };
  const module: { exports: unknown } = { exports: {} };
  define(() => vscode, module);
  return module.exports;
}

async function importFile(uri: Uri): Promise<unknown> {
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
