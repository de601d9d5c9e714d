import { performance } from 'node:perf_hooks';
import { ownerName } from '../../src/model/secretStore';
import { setTimeout as sleep } from 'node:timers/promises';
import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import type { SecretId } from '../../src/model/secret';
import { valueConcurrency, runBatch } from '../../src/model/batch';
import { Store } from '../../src/cache/store';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { largeToken, largeFixture } from '../github/fixtures';
import { printTable } from './table';
import { codespacesSecret } from '../codespaces';

const latencyMs = 50;

/** How often as long as the limits demand it may take. */
const limit = 1.1;

/** GitHub's limits in a minute: what requests may cost, and how many writes it takes. */
const pointsAMinute = 900;
const writesAMinute = 80;
const pointsOfWrite = 5;

/** How a change of many values went. */
interface Outcome {
  readonly what: string;
  readonly secrets: number;
  readonly arrived: number;
  readonly refused: number;
  readonly seconds: number;
  readonly leastSeconds: number;
}

/**
 * What becomes of many values at GitHub's limits: all arrive, none is refused, and it takes hardly longer than it must.
 * Beside them, what becomes of the same import where every request is sent at once.
 */
export async function benchValues(): Promise<void> {
  console.log("\nMany values at GitHub's limits; this takes more than three minutes.");
  const paced = await Promise.all([importing(), rotating()]);
  const all = [...paced, await sendingAllAtOnce()];
  printTable(
    `Many values at GitHub's limits, with ${latencyMs} ms each`,
    ['what', 'secrets', 'arrived', 'refused', 'seconds', 'least seconds', 'ratio'],
    all.map(it => [
      it.what,
      it.secrets,
      it.arrived,
      it.refused,
      it.seconds.toFixed(1),
      it.leastSeconds,
      it.leastSeconds > 0 ? ratio(it).toFixed(3) : '',
    ]),
  );
  const bad = paced.filter(it => it.refused > 0 || it.arrived < it.secrets || ratio(it) > limit);
  if (bad.length > 0) throw new Error(`Past the limit of ${limit}, or not whole: ${names(bad)}`);
}

const ratio = ({ seconds, leastSeconds }: Outcome): number => seconds / leastSeconds;
const names = (outcomes: readonly Outcome[]): string => outcomes.map(({ what }) => what).join(', ');

async function importing(): Promise<Outcome> {
  const fixture = largeFixture({ repositories: 10, secrets: 0, selectedPerSecret: 0 });
  const secrets = secretsOf(['acme'], 95);
  return outcome('import into one organization', fixture, secrets, async (store, secret) => {
    await store.createSecret(secret, valueOf(secret), { visibility: 'private', selection: [] });
  });
}

async function rotating(): Promise<Outcome> {
  const fixture = largeFixture({ organizations: 3, repositories: 10, secrets: 95, selectedPerSecret: 3 });
  const secrets = secretsOf(
    [...fixture.organizations.values()].map(({ login }) => login),
    95,
  );
  return outcome('rotate in three organizations', fixture, secrets, async (store, secret) => {
    await store.rotateSecret(secret, valueOf(secret));
  });
}

function secretsOf(organizations: readonly string[], count: number): SecretId[] {
  return organizations.flatMap(organization =>
    Array.from({ length: count }, (_, index) => {
      return codespacesSecret(`SECRET_${String(index).padStart(3, '0')}`, organization);
    }),
  );
}

const valueOf = ({ owner, name }: SecretId): string => `the value of ${ownerName(owner)}/${name}`;

/** Does to each secret what the commands do, as many at once as they do, against a GitHub that keeps its limits. */
async function outcome(
  what: string,
  fixture: ReturnType<typeof largeFixture>,
  secrets: readonly SecretId[],
  work: (store: Store, secret: SecretId) => Promise<void>,
): Promise<Outcome> {
  const fakeGitHub = await startFakeGitHub({ fixture, latencyMs, limits: true });
  const quiet = (): void => undefined;
  const gitHub = new OctokitGitHub(
    {
      baseUrl: fakeGitHub.url,
      token: () => largeToken,
      userAgent: 'bench',
      log: { info: quiet, warn: quiet, error: quiet },
    },
    sealWith(() => Promise.resolve(sodium)),
  );
  const store = new Store(gitHub, () => []);
  const start = performance.now();
  const account = await runBatch(secrets, secret => work(store, secret), new AbortController().signal, {
    concurrency: valueConcurrency,
    wait: async until => {
      await sleep(until.getTime() - Date.now());
    },
  });
  const seconds = (performance.now() - start) / 1000;
  if (account.done.length !== arrived(fakeGitHub, secrets).length)
    throw new Error(`${what}: ${account.done.length} are reported done, and as many are not there.`);
  const result = { what, ...counted(fakeGitHub, secrets), seconds, leastSeconds: leastSeconds(fakeGitHub) };
  await fakeGitHub.close();
  return result;
}

function arrived(fakeGitHub: FakeGitHubServer, secrets: readonly SecretId[]): SecretId[] {
  return secrets.filter(secret => fakeGitHub.value(ownerName(secret.owner), secret.name) === valueOf(secret));
}

function counted(
  fakeGitHub: FakeGitHubServer,
  secrets: readonly SecretId[],
): Pick<Outcome, 'secrets' | 'arrived' | 'refused'> {
  const refused = fakeGitHub.requests.filter(({ status }) => status === 403 || status === 429).length;
  return { secrets: secrets.length, arrived: arrived(fakeGitHub, secrets).length, refused };
}

/** What the limits demand of what was sent: the last minute's share may go as soon as the minutes before it are over. */
function leastSeconds({ requests }: FakeGitHubServer): number {
  const writes = requests.filter(({ method }) => method !== 'GET').length;
  const points = requests.length + writes * (pointsOfWrite - 1);
  return 60 * Math.max(minutesBefore(writes, writesAMinute), minutesBefore(points, pointsAMinute));
}

const minutesBefore = (count: number, aMinute: number): number => Math.ceil(count / aMinute) - 1;

/** The same import, every request sent at once. */
async function sendingAllAtOnce(): Promise<Outcome> {
  const fixture = largeFixture({ repositories: 10, secrets: 0, selectedPerSecret: 0 });
  const fakeGitHub = await startFakeGitHub({ fixture, latencyMs, limits: true });
  const secrets = secretsOf(['acme'], 95);
  const base = `${fakeGitHub.url}/orgs/acme/codespaces/secrets`;
  const headers = {
    authorization: `token ${largeToken}`,
    'user-agent': 'bench',
    'content-type': 'application/json',
  };
  const answer = await fetch(`${base}/public-key`, { headers });
  const { key, key_id } = (await answer.json()) as { key: string; key_id: string };
  const seal = sealWith(() => Promise.resolve(sodium));
  const start = performance.now();
  await Promise.all(
    secrets.map(async secret => {
      const body = { visibility: 'private', encrypted_value: await seal(valueOf(secret), key), key_id };
      await fetch(`${base}/${secret.name}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const result = {
    what: 'the same import, all at once',
    ...counted(fakeGitHub, secrets),
    seconds,
    leastSeconds: 0,
  };
  await fakeGitHub.close();
  return result;
}
