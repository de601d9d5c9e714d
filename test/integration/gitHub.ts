import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/manifest';
import { RemoteFakeGitHub } from '../github/remote';

/** The simulated GitHub that the run has started. */
export const gitHub = new RemoteFakeGitHub(
  process.env['SIMULATED_GITHUB'] ?? assert.fail('There is no simulated GitHub.'),
);

/** The secret that most tests are about: two repositories are selected for it. */
export const npmToken = { organization: 'acme', name: 'NPM_TOKEN' };

/** The requests that change something, in order of arrival. */
export async function writes(): Promise<string[]> {
  const requests = await gitHub.requests();
  return requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

/** The names of the repositories that are selected for a secret of `acme`. */
export async function repositoriesOf(name: string): Promise<readonly string[]> {
  return (await gitHub.secret('acme', name))?.repositories ?? [];
}

/** Fails where GitHub would not have known a request, and puts the simulated GitHub back into its first state, for the extension too. */
export async function settled(): Promise<void> {
  assert.deepEqual(await gitHub.violations(), []);
  await gitHub.reset();
  await commands.executeCommand(ids.refresh);
}
