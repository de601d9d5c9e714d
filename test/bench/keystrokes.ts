import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleForHost } from '../vscode/bundle';
import { runInNodeHost } from '../vscode/nodeHost';
import { repository } from '../vscode/repository';
import type { KeystrokeTimes } from './keystrokesInHost';
import { printTable } from './table';

const out = join(repository, 'out/bench');

/** What a keystroke in a devcontainer.json costs in a Node extension host, with and without its checks. */
export async function benchKeystrokes(): Promise<void> {
  await bundleForHost([join(repository, 'test/bench/keystrokesInHost.ts')], out);
  await runInNodeHost(join(out, 'keystrokesInHost.cjs'), out);
  const { on, off } = JSON.parse(await readFile(join(out, 'keystrokes.json'), 'utf8')) as KeystrokeTimes;
  printTable(
    'A keystroke in a devcontainer.json with 20 secrets, in the Node extension host',
    ['what', 'checked', 'not checked', 'ratio'],
    [
      [
        'processor, ms',
        on.processor.toFixed(2),
        off.processor.toFixed(2),
        ratio(on.processor, off.processor),
      ],
      [
        'until told, ms',
        on.untilTold.toFixed(2),
        off.untilTold.toFixed(2),
        ratio(on.untilTold, off.untilTold),
      ],
      ['requests', on.requests, off.requests, ''],
    ],
  );
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}
