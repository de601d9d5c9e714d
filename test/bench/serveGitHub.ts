import { startFakeGitHub } from '../github/fakeGitHubServer';
import { largeWorld } from '../github/fixtures';
import type { SeparateGitHubOptions } from './separateGitHub';

/** Serves a large world until the process that started this one lets go. */
async function main(options: string): Promise<void> {
  const { size, latencyMs } = JSON.parse(options) as SeparateGitHubOptions;
  const fakeGitHub = await startFakeGitHub({ world: largeWorld(size), latencyMs });
  process.once('disconnect', () => void fakeGitHub.close());
  process.send?.(fakeGitHub.url);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
