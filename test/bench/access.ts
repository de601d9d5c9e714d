import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sodium from 'libsodium-wrappers';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import type { Repository } from '../../src/model/repository';
import { Store } from '../../src/cache/store';
import { largeToken } from '../github/fixtures';
import type { RemoteFakeGitHub } from '../github/remote';
import { type Cost, measure } from './measure';
import { medianBy } from './median';
import { startSeparateGitHub } from './separateGitHub';
import { printTable } from './table';
import { pageSize } from '../../src/github/pages';
import { storeOf } from '../../src/model/secretStore';
import { codespaces, codespacesSecret } from '../codespaces';

const latencyMs = 50;
const organization = 'acme';

/** What it takes to know who can read what in a large organization, and to pick among very many repositories. */
export async function benchAccess(): Promise<void> {
  await benchWholeAccess();
  await benchManySecrets();
  await benchPick();
}

function connect(fakeGitHub: RemoteFakeGitHub): OctokitGitHub {
  const quiet = (): void => undefined;
  return new OctokitGitHub(
    {
      baseUrl: fakeGitHub.url,
      token: () => largeToken,
      userAgent: 'bench',
      log: { info: quiet, warn: quiet, error: quiet },
    },
    sealWith(() => Promise.resolve(sodium)),
  );
}

async function benchWholeAccess(): Promise<void> {
  const size = { repositories: 100, secrets: 100, selectedPerSecret: 20 };
  const { fakeGitHub, close } = await startSeparateGitHub({ size, latencyMs });
  const fresh = (): Store => new Store(connect(fakeGitHub), () => []);
  // Both sides compile what they need for a request while they meet it for the first thousand times.
  for (let times = 0; times < 10; times += 1) await fresh().access(organization);
  const costs: Cost[] = [];
  const cost = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    costs.push(await measure(fakeGitHub, what, work));
  };
  await cost('one request after another', () => oneAfterAnother(connect(fakeGitHub)));
  // One after another is a hundred measurements in one; this is one, so it is taken as often as that evens out.
  const sideBySide: Cost[] = [];
  for (let times = 0; times < 9; times += 1)
    sideBySide.push(
      await measure(fakeGitHub, 'side by side, as the views ask', () => fresh().access(organization)),
    );
  costs.push(medianBy(sideBySide, ({ milliseconds }) => milliseconds));
  const store = fresh();
  await store.access(organization);
  await cost('a second look', () => store.access(organization));
  store.refresh();
  await cost('a look after a refresh', () => store.access(organization));
  close();

  const [slow] = costs;
  printTable(
    `The whole access of 100 secrets for selected repositories, with ${latencyMs} ms for each request`,
    ['what', 'requests', 'of them 304', 'ms', 'times as fast'],
    costs.map(({ what, requests, notModified, milliseconds }) => [
      what,
      requests,
      notModified,
      Math.round(milliseconds),
      requests === 0 ? '-' : ((slow?.milliseconds ?? 0) / milliseconds).toFixed(1),
    ]),
  );
}

/** What the Actions secrets of a very large organization cost: their list, and who can use them. */
async function benchManySecrets(): Promise<void> {
  const actions = { secrets: 1000, selected: 300 };
  const size = { repositories: 10_000, secrets: 0, selectedPerSecret: 80, actions };
  const { fakeGitHub, close } = await startSeparateGitHub({ size, latencyMs });
  const fresh = (): Store =>
    new Store(
      connect(fakeGitHub),
      () => [],
      () => undefined,
      () => ['actions'],
    );
  await fresh().access(organization);
  const store = fresh();
  const list = await measure(fakeGitHub, 'list the secrets', () =>
    store.secrets(storeOf('actions', organization)),
  );
  const access = await measure(fakeGitHub, 'then read who can use them', () => store.access(organization));
  const whole = await measure(fakeGitHub, 'both at once', () => fresh().access(organization));
  store.refresh();
  const again = await measure(fakeGitHub, 'both after a refresh', () => store.access(organization));
  close();

  const pages = actions.secrets / pageSize;
  // GitHub does not tell how many repositories there are, so that a full last page is asked for its successor.
  const pagesOfAll = pages + size.repositories / pageSize + 1 + actions.selected;
  const costs: readonly (Cost & { readonly pages: number })[] = [
    { ...list, pages },
    { ...access, pages: pagesOfAll - pages },
    { ...whole, pages: pagesOfAll },
    { ...again, pages: pagesOfAll },
  ];
  printTable(
    `1,000 Actions secrets, 300 of them for selected ones of 10,000 repositories, with ${latencyMs} ms each`,
    ['what', 'pages', 'requests', 'of them 304', 'round trips', 'ms'],
    costs.map(it => [
      it.what,
      it.pages,
      it.requests,
      it.notModified,
      it.roundTrips,
      Math.round(it.milliseconds),
    ]),
  );
  const bad = costs.filter(it => it.requests > it.pages).map(({ what }) => what);
  if (list.roundTrips > 2) bad.push(`${list.what} takes ${list.roundTrips} round trips`);
  if (again.notModified < again.requests) bad.push(`${again.what} is not all 304`);
  if (bad.length > 0) throw new Error(`More than it must: ${bad.join(', ')}`);
}

/** Lists the secrets and the repositories, and then the repositories of each secret, as `gh secret list` does. */
async function oneAfterAnother(gitHub: OctokitGitHub): Promise<void> {
  await gitHub.repositories(organization);
  for (const { name } of await gitHub.secrets(codespaces(organization)))
    await gitHub.selectedRepositories(codespacesSecret(name, organization));
}

/** Gathers what the pick of repositories gathers: what it shows of each, page by page. */
async function benchPick(): Promise<void> {
  const size = { repositories: 10_000, secrets: 1, selectedPerSecret: 10 };
  const { fakeGitHub, close } = await startSeparateGitHub({ size, latencyMs });
  const gitHub = connect(fakeGitHub);
  await oneAfterAnother(connect(fakeGitHub));
  const items = new Map<number, unknown>();
  const add = ({ id, ...repository }: Repository): void => {
    items.set(id, { repository, label: repository.name, description: repository.visibility, icon: {} });
  };
  await fakeGitHub.forgetRequests();
  const before = heap();
  const start = performance.now();
  let firstPage = 0;
  await gitHub.repositories(organization, page => {
    firstPage ||= performance.now() - start;
    page.forEach(add);
  });
  const all = performance.now() - start;
  const grown = (heap() - before) / 1e6;
  const requests = (await fakeGitHub.requests()).length;
  close();
  printTable(
    'A pick among 10,000 repositories',
    ['repositories', 'requests', 'first page, ms', 'all, ms', 'heap growth, MB'],
    [[items.size, requests, Math.round(firstPage), Math.round(all), grown.toFixed(1)]],
  );
}

/** The bytes of all that is still in use. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
