import { join } from 'node:path';
import { startFakeGitHub } from '../github/fakeGitHubServer';
import { demoFixture } from '../github/fixtures';
import { accountOf, forUserSecrets } from './account';
import { openInBrowser } from './openInBrowser';
import { repository } from './repository';
import { startWebServer } from './webServer';

/** Serves VS Code for the web with the extension in it, signed in to a simulated GitHub, until it is interrupted. */
async function main(): Promise<void> {
  const fakeGitHub = await startFakeGitHub({ fixture: demoFixture(), apiV3: 'cloud' });
  const account = accountOf(fakeGitHub.fixture, 'octocat');
  const server = await startWebServer({
    port: Number(process.env['PORT'] ?? 0),
    folders: { '/openFolder': join(repository, 'test/vscode/openFolder') },
    home: {
      extensions: ['/openFolder'],
      folder: 'folder:/billing',
      files: ['folder:/billing/.devcontainer/devcontainer.json'],
      // VS Code's own check of the file would download its schema.
      settings: { 'json.validate.enable': false },
      accounts: [account, forUserSecrets(account)],
      // A visitor's own browser leads github.com nowhere else; an enterprise host may stand on this machine.
      enterprise: fakeGitHub.url,
      views: ['codespacesOrgSecrets.secrets'],
    },
  });
  console.log(`
VS Code with Codespaces Org Secrets in it: ${server.url}
Its GitHub is a simulated GitHub on this machine, with organizations to play with. Ctrl-C ends both.
`);
  const stop = () => void Promise.all([server.close(), fakeGitHub.close()]);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await openInBrowser(server.url);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
