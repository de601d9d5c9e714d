import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { Store } from '../../src/cache/store';
import { secretIn } from '../../src/model/secret';
import { secretApps } from '../../src/model/secretApp';
import { storeOf } from '../../src/model/secretStore';
import { largeToken } from '../github/fixtures';
import { type Cost, measure } from './measure';
import { startSeparateGitHub } from './separateGitHub';
import { printTable } from './table';
import { codespaces, codespacesSecret } from '../codespaces';

const latencyMs = 50;
const organization = 'acme';

/** Requests, round trips and time of each thing that a user does, with a set delay for every request. */
export async function benchRequests(): Promise<void> {
  const size = { repositories: 1000, secrets: 100, selectedPerSecret: 250 };
  const { fakeGitHub, close } = await startSeparateGitHub({ size, latencyMs });
  const quiet = (): void => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const connect = (): OctokitGitHub =>
    new OctokitGitHub(
      { baseUrl: fakeGitHub.url, token: () => largeToken, userAgent: 'bench', log },
      sealWith(() => Promise.resolve(sodium)),
    );
  const before = connect();
  const secret = (await before.secrets(codespaces(organization))).find(
    ({ visibility }) => visibility === 'selected',
  );
  const reference = codespacesSecret(secret?.name ?? '', organization);
  const [repository] = await before.repositories(organization);
  if (!repository) throw new Error('The fixture has no repositories.');
  const gitHub = connect();
  const store = new Store(gitHub, () => []);

  const costs: Cost[] = [];
  const cost = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    costs.push(await measure(fakeGitHub, what, work));
  };
  await cost('show the organizations', () => store.organizations());
  await cost('show an organization of 100 secrets', () => store.secrets(codespaces(organization)));
  await cost('expand a secret with 250 repositories', () => store.selectedRepositories(reference));
  await cost('go back to what is loaded', async () => {
    await store.organizations();
    await store.secrets(codespaces(organization));
    await store.selectedRepositories(reference);
  });
  store.refresh();
  await cost('refresh all of it', async () => {
    await store.organizations();
    await Promise.all([store.secrets(codespaces(organization)), store.selectedRepositories(reference)]);
  });
  let firstPage = 0;
  await cost('pick among 1,000 repositories: all', () => {
    const start = performance.now();
    return gitHub.repositories(organization, () => (firstPage ||= performance.now() - start));
  });
  await cost('rotate that secret', () => store.rotateSecret(reference, 'value'));
  const everywhere = secretApps.map(app => secretIn(storeOf(app, organization), reference.name));
  for (const id of everywhere.slice(1))
    await before.saveSecret(id, { visibility: 'selected', selection: [repository] }, 'value');
  await Promise.all(everywhere.map(id => store.prepareRotation(id)));
  await cost('rotate it again, once it is prepared', () => store.rotateSecret(reference, 'value'));
  await Promise.all(everywhere.map(id => store.prepareRotation(id)));
  await cost('rotate the same name in four apps', () =>
    Promise.all(everywhere.map(id => store.rotateSecret(id, 'value'))),
  );
  await cost('grant it to one repository', async () => {
    await store.addRepository(reference, repository);
    await store.settleAccess(reference);
  });
  close();

  printTable(
    `Requests, with ${latencyMs} ms each`,
    ['what', 'requests', 'of them 304', 'round trips', 'ms', 'ms / request'],
    costs.map(({ what, requests, notModified, roundTrips, milliseconds }) => [
      what,
      requests,
      notModified,
      roundTrips,
      Math.round(milliseconds),
      (milliseconds / latencyMs).toFixed(1),
    ]),
  );
  console.log(`\nThe pick shows its first page after ${(firstPage / latencyMs).toFixed(1)} requests' time.`);
}
