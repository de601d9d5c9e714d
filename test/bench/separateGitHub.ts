import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LargeFixtureSize } from '../github/fixtures/large';
import { RemoteFakeGitHub } from '../github/remote';

/** What the simulated GitHub holds, and how long it takes for each request. */
export interface SeparateGitHubOptions {
  readonly size: LargeFixtureSize;
  readonly latencyMs: number;
}

/** A simulated GitHub in a process of its own: like GitHub, it takes none of the time that the extension has. */
export async function startSeparateGitHub(
  options: SeparateGitHubOptions,
): Promise<{ readonly fakeGitHub: RemoteFakeGitHub; readonly close: () => void }> {
  const child = fork(join(__dirname, 'serveGitHub.ts'), [JSON.stringify(options)], {
    // Its answers are large and short-lived, and collecting them must not slow what is measured.
    execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', address => resolve(address as string));
    child.once('exit', code => reject(new Error(`The simulated GitHub ended with ${code}.`)));
  });
  return { fakeGitHub: new RemoteFakeGitHub(url), close: () => child.disconnect() };
}
