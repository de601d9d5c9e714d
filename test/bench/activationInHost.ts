import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { extensions } from 'vscode';
import { extensionId } from '../vscode/manifest';

/** Milliseconds. */
export interface ActivationTimes {
  /** Loading a script of one line, to compare with. */
  empty: number;
  load: number;
  activate: number;
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
    load: await timed(() => load(join(extension.extensionPath, 'dist/node/extension.js')) as unknown),
    activate: await timed(() => extension.activate()),
  };
  writeFileSync(join(__dirname, 'times.json'), JSON.stringify(times));
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
