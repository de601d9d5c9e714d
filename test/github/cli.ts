import { parseArgs } from 'node:util';
import { startFakeGitHub } from './fakeGitHubServer';
import { demoToken, demoFixture } from './fixtures';

const help = `Starts a simulated GitHub with a few organizations to play with.

npm run github -- [options]

  --port N      the port (a free one)
  --latency MS  a delay for every request (0)
  --limits      refuse as GitHub's rate limits do
  --help        this text

GitHub's own command line works against it on port 80:

  GH_HOST=github.localhost GH_TOKEN=${demoToken} gh secret list --org acme --app codespaces   # or actions, dependabot

gh asks the host api.github.localhost. Where *.localhost is not found, either /etc/hosts needs the line

  127.0.0.1 github.localhost api.github.localhost

or gh takes the simulated GitHub for its proxy, which works with any port:

  HTTP_PROXY=http://localhost:N NO_PROXY= GH_HOST=github.localhost GH_TOKEN=${demoToken} gh secret list ...
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    latency: { type: 'string', default: '0' },
    limits: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else
  main(wholeNumber(values.port ?? '0'), wholeNumber(values.latency), values.limits).catch(
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );

async function main(port: number, latencyMs: number, limits: boolean): Promise<void> {
  const fakeGitHub = await startFakeGitHub({ port, latencyMs, limits, fixture: demoFixture() });
  console.log(
    `GitHub stands in at ${fakeGitHub.url} (and ${fakeGitHub.url}/api/v3); the token is ${demoToken}.`,
  );
  const close = () => void fakeGitHub.close();
  process.once('SIGINT', close).once('SIGTERM', close);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) {
    console.error(`"${text}" is not a whole number.`);
    process.exit(2);
  }
  return Number(text);
}
