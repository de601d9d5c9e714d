import sodium from 'libsodium-wrappers';
import { Store } from '../../src/cache/store';
import type { Connection } from '../../src/cache/connections';
import { readDeclaredSecrets } from '../../src/devcontainer/declaredSecrets';
import { findingsOf } from '../../src/devcontainer/findings';
import { RepositoryKnowledge } from '../../src/devcontainer/repositoryKnowledge';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { largeToken } from '../github/fixtures';
import { userSecretsToken } from '../github/fixtures/userSecretsToken';
import { measure } from './measure';
import { median } from './median';
import { startSeparateGitHub } from './separateGitHub';
import { printTable } from './table';

const latencyMs = 50;

/** What a file declares: secrets of each level, and some that nobody has. */
const names = ['SECRET_0', 'OWN_SECRET_', 'USER_SECRET_', 'NOWHERE_'].flatMap(prefix =>
  Array.from({ length: 5 }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`),
);
const entries = names.map(name => `    "${name}": { "description": "What ${name} is for" }`);
const text = `{\n  // What it needs.\n  "secrets": {\n${entries.join(',\n')}\n  }\n}\n`;

/** What it costs to open a devcontainer.json with 20 secrets, and to read it after somebody has typed in it. */
export async function benchDevcontainer(): Promise<void> {
  const size = {
    repositories: 10_000,
    secrets: 100,
    selectedPerSecret: 100,
    repositorySecrets: 50,
    userSecrets: { secrets: 50, selected: 50 },
  };
  const { fakeGitHub, close } = await startSeparateGitHub({ size, latencyMs });
  const quiet = (): void => undefined;
  const gitHub = new OctokitGitHub(
    {
      baseUrl: fakeGitHub.url,
      token: () => largeToken,
      ofUser: { token: () => userSecretsToken(largeToken), tokenReady: () => Promise.resolve() },
      userAgent: 'bench',
      log: { info: quiet, warn: quiet, error: quiet },
    },
    sealWith(() => Promise.resolve(sodium)),
  );
  const store = new Store(gitHub, () => [], undefined, undefined, 'octocat');
  const knowledge = new RepositoryKnowledge({ id: 'bench', store } as Connection, 'acme/repository-00000');
  const findings = () => findingsOf(readDeclaredSecrets(text).secrets, knowledge.levels);
  const cost = await measure(fakeGitHub, 'open it', () => knowledge.load(names, 'none'));
  const again = await measure(fakeGitHub, 'save it', () => knowledge.load(names, 'none'));
  close();
  printTable(
    `A devcontainer.json with ${names.length} secrets, of which ${findings().length} are missing, with ${latencyMs} ms each request`,
    ['what', 'requests', 'round trips', 'ms'],
    [cost, again].map(({ what, requests, roundTrips, milliseconds }) => [
      what,
      requests,
      roundTrips,
      Math.round(milliseconds),
    ]),
  );
  const reads = Array.from({ length: 200 }, () => {
    const start = performance.now();
    findings();
    return performance.now() - start;
  });
  console.log(`\nReading it takes ${median(reads).toFixed(2)} ms, once for each pause in typing.`);
}
