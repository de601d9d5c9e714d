import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { outputMark } from '../vscode/testOutput';

/** What VS Code calls in its extension host; rejects if a test has failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const { Base } = Mocha.reporters as { Base: { consoleLog?: (...values: unknown[]) => void } };
  Base.consoleLog = (...values) => console.log(outputMark + format(...values));
  const mocha = new Mocha({
    reporter: join(__dirname, '../../test/reporter.cjs'),
    timeout: 60_000,
    // As the window tests: on a busy machine, VS Code itself can be late.
    retries: 1,
    forbidOnly: true,
    forbidPending: true,
    color: true,
  });
  for (const name of readdirSync(__dirname))
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  await new Promise<void>((done, fail) => {
    mocha.run(failures => (failures === 0 ? done() : fail(new Error(`${failures} tests failed`))));
  });
}
