import assert from 'node:assert/strict';
import sodium from 'libsodium-wrappers';
import { AccessPlan } from '../../src/cache/accessPlan';
import { Store } from '../../src/cache/store';
import { OctokitGitHub } from '../../src/github/octokitGitHub';
import { sealWith } from '../../src/github/sealing';
import { delay } from '../../src/model/clock';
import { bundled, type Change } from '../../src/model/plan';
import { largeToken, largeWorld } from '../github/fixtures';
import { FakeGitHub } from '../github/fakeGitHub';
import { settled, VirtualClock } from '../virtualClock';

/** How long each request takes, in milliseconds. */
const latency = 100;

describe('what a user does costs', () => {
  const world = largeWorld({ repositories: 1000, secrets: 100, selectedPerSecret: 250 });
  const organization = [...world.organizations.values()][0]?.login ?? '';
  let clock: VirtualClock;
  let fake: FakeGitHub;
  let store: Store;
  let secret: { organization: string; name: string };

  before(() => sodium.ready);
  beforeEach(async () => {
    clock = new VirtualClock();
    fake = new FakeGitHub({ world: structuredClone(world), clock });
    const ignore = (): void => undefined;
    const gitHub = new OctokitGitHub(
      {
        baseUrl: 'https://api.github.com',
        token: () => largeToken,
        userAgent: 'test',
        log: { info: ignore, warn: ignore, error: ignore },
        fetch: async (...request) => {
          await delay(clock, latency);
          return fake.fetch(...request);
        },
        clock,
      },
      sealWith(() => Promise.resolve(sodium)),
    );
    store = new Store(gitHub, () => []);
    const secrets = await finished(store.secrets(organization));
    const name = secrets.find(({ visibility }) => visibility === 'selected')?.name ?? assert.fail();
    secret = { organization, name };
    await finished(store.repositories(organization));
  });

  /** What something comes to, with time passing as it needs. */
  async function finished<T>(work: Promise<T>): Promise<T> {
    const progress = { isOver: false };
    const over = (): void => {
      progress.isOver = true;
    };
    work.then(over, over);
    await settled();
    while (!progress.isOver) {
      await clock.pass(latency / 10);
      await settled();
    }
    return work;
  }

  /** How many requests something takes, and how many of them one after another. */
  async function cost(work: () => Promise<unknown>): Promise<{ requests: number; roundTrips: number }> {
    fake.forgetRequests();
    const start = clock.now();
    await finished(work());
    return { requests: fake.requests.length, roundTrips: Math.floor((clock.now() - start) / latency) };
  }

  it('nothing to go back to', async () => {
    const back = (): Promise<unknown> =>
      Promise.all([store.secrets(organization), store.repositories(organization)]);
    assert.deepEqual(await cost(back), { requests: 0, roundTrips: 0 });
  });

  it('one request to show 100 secrets again, and one for each page of 1,000 repositories', async () => {
    store.refresh();
    assert.deepEqual(await cost(() => store.secrets(organization)), { requests: 1, roundTrips: 1 });
    assert.deepEqual(await cost(() => store.repositories(organization)), { requests: 11, roundTrips: 3 });
  });

  it('three requests to expand a secret with 250 repositories', async () => {
    assert.deepEqual(await cost(() => store.selectedRepositories(secret)), { requests: 3, roundTrips: 2 });
  });

  it('three round trips to rotate a secret with 250 repositories, once its value is typed', async () => {
    await finished(store.prepareRotation(secret));
    assert.deepEqual(await cost(() => store.rotateSecret(secret, 'value')), { requests: 6, roundTrips: 3 });
  });

  it('two requests to grant a secret to one repository', async () => {
    const [repository] = await finished(store.repositories(organization));
    const grant = async (): Promise<void> => {
      await store.addRepository(secret, repository ?? assert.fail());
      await store.settleAccess(secret);
    };
    assert.deepEqual(await cost(grant), { requests: 2, roundTrips: 2 });
  });

  it('five requests to grant a secret with 250 repositories to 200 more', async () => {
    const all = await finished(store.repositories(organization));
    const selected = new Set((await finished(store.selectedRepositories(secret))).map(({ id }) => id));
    const changes = all
      .filter(({ id }) => !selected.has(id))
      .slice(0, 200)
      .map((repository): Change => ({ kind: 'add', secret, repository }));
    const plan = await finished(AccessPlan.read(store, changes));
    const [call] = bundled(changes);
    assert.deepEqual(await cost(() => plan.apply(call ?? assert.fail())), { requests: 5, roundTrips: 2 });
  });
});
