import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Extension, type ExtensionContext, extensions } from 'vscode';
import { extensionId } from '../vscode/manifest';

/** Milliseconds. */
export interface ActivationTimes {
  /** Loading a script of one line, to compare with. */
  empty: number;
  load: number;
  /** The extension's own part of activation, without what VS Code does before and after it. */
  activate: number;
}

/** What a bundle of an extension exports. */
interface Bundle {
  readonly activate: (context: ExtensionContext) => unknown;
}

/** What VS Code calls in its extension host. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension(extensionId);
  if (!extension) throw new Error('The extension is not there.');
  const load = createRequire(__filename);
  const emptyScript = join(__dirname, 'empty.cjs');
  writeFileSync(emptyScript, 'module.exports = {};');
  const times: ActivationTimes = {
    empty: await timed(() => load(emptyScript) as unknown),
    load: await timed(() => load(bundleOf(extension)) as unknown),
    activate: await timedActivation(extension),
  };
  writeFileSync(join(__dirname, 'times.json'), JSON.stringify(times));
}

function bundleOf({ extensionPath }: Extension<unknown>): string {
  return join(extensionPath, 'dist/node/extension.js');
}

/** Has VS Code activate the extension, and times what VS Code calls for that. */
async function timedActivation(extension: Extension<unknown>): Promise<number> {
  const { cache } = createRequire(__filename);
  const bundle = cache[bundleOf(extension)];
  if (!bundle) throw new Error('The extension is not loaded.');
  const { activate } = bundle.exports as Bundle;
  let time = NaN;
  bundle.exports = {
    ...(bundle.exports as Bundle),
    activate: async (context: ExtensionContext) => {
      time = await timed(() => activate(context));
    },
  };
  await extension.activate();
  return time;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
