import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import { bundleForHost } from '../vscode/bundle';
import { runInNodeHost } from '../vscode/nodeHost';
import { repository } from '../vscode/repository';

const here = join(repository, 'test/integration');
/** The newest and the oldest VS Code may run at the same time. */
const out = join(repository, 'out', env['VSCODE_VERSION'] === 'minimum' ? 'minimum' : 'integration');

/** Runs the integration tests in the Node extension host of a real VS Code; of some files, where arguments name them. */
async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const names = (await readdir(here)).filter(
    name => name.endsWith('.test.ts') && (wanted.length === 0 || wanted.some(it => name.startsWith(it))),
  );
  await bundleForHost(
    [...names, 'index.ts'].map(name => join(here, name)),
    out,
  );
  await runInNodeHost(join(out, 'index.cjs'), out);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
