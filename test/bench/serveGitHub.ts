import { startFakeGitHub } from '../github/fakeGitHubServer';
import { largeFixture } from '../github/fixtures';
import type { SeparateGitHubOptions } from './separateGitHub';

/** Serves a large fixture until the process that started this one lets go. */
async function main(options: string): Promise<void> {
  const { size, latencyMs } = JSON.parse(options) as SeparateGitHubOptions;
  const fakeGitHub = await startFakeGitHub({ fixture: largeFixture(size), latencyMs });
  process.once('disconnect', () => void fakeGitHub.close());
  process.send?.(fakeGitHub.url);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
