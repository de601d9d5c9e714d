import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleForHost } from '../vscode/bundle';
import { runInNodeHost } from '../vscode/nodeHost';
import { repository } from '../vscode/repository';
import type { ActivationTimes } from './activationInHost';
import { printTable } from './table';

const out = join(repository, 'out/bench');

/** What loading and activating the extension takes in a Node extension host. */
export async function benchActivation(): Promise<void> {
  await bundleForHost([join(repository, 'test/bench/activationInHost.ts')], out);
  await runInNodeHost(join(out, 'activationInHost.cjs'), out);
  const times = JSON.parse(await readFile(join(out, 'times.json'), 'utf8')) as ActivationTimes;
  printTable(
    'Load and activation in the Node extension host',
    ['what', 'ms', 'ratio to a script of one line'],
    Object.entries<number>({ ...times }).map(([what, ms]) => [
      what,
      ms.toFixed(1),
      (ms / times.empty).toFixed(1),
    ]),
  );
}
