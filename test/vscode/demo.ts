import { startStandIn } from '../github/standIn';
import { demoWorld } from '../github/worlds';
import { accountOf } from './account';
import { openInBrowser } from './openInBrowser';
import { startWebServer } from './webServer';

/** Serves VS Code for the web with the extension in it, signed in to a stand-in for GitHub, until it is interrupted. */
async function main(): Promise<void> {
  const standIn = await startStandIn({ world: demoWorld(), apiV3: 'cloud' });
  const server = await startWebServer({
    port: Number(process.env['PORT'] ?? 0),
    home: {
      accounts: [accountOf(standIn.world, 'octocat')],
      // A visitor's own browser leads github.com nowhere else; an enterprise host may stand on this machine.
      enterprise: standIn.url,
      views: ['codespacesOrgSecrets.secrets'],
    },
  });
  console.log(`
VS Code with Codespaces Org Secrets in it: ${server.url}
Its GitHub is a stand-in on this machine, with organizations to play with. Ctrl-C ends both.
`);
  const stop = () => void Promise.all([server.close(), standIn.close()]);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  openInBrowser(server.url);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
