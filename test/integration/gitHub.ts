import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { commands as ids } from '../../src/host/contributions';
import { RemoteStandIn } from '../github/remote';

/** The stand-in that the run has started. */
export const gitHub = new RemoteStandIn(
  process.env['GITHUB_STAND_IN'] ?? assert.fail('There is no stand-in.'),
);

/** The secret that most tests are about: two repositories are selected for it. */
export const npmToken = { organization: 'acme', name: 'NPM_TOKEN' };

/** Fails where GitHub would not have known a request, and puts the stand-in back into its first state, for the extension too. */
export async function settled(): Promise<void> {
  assert.deepEqual(await gitHub.violations(), []);
  await gitHub.reset();
  await commands.executeCommand(ids.refresh);
}
