import assert from 'node:assert/strict';
import { OrganizationLoads } from '../../../src/cache/organizationLoads';
import { Store } from '../../../src/cache/store';
import { Failure } from '../../../src/model/failure';
import type { GitHub } from '../../../src/model/gitHub';
import type { Secret } from '../../../src/model/secret';
import { type SecretApp, secretApps } from '../../../src/model/secretApp';
import type { StoreId } from '../../../src/model/secretStore';
import type { Fault } from '../../github/faults';
import { VirtualClock } from '../../virtualClock';
import { connected } from '../support';

/** Waits until something holds of what was loaded. */
async function until(of: OrganizationLoads, holds: () => boolean): Promise<void> {
  await new Promise<void>(resolve => {
    const look = (): void => {
      if (holds()) resolve();
    };
    of.onDidChange(look);
    look();
  });
}

async function finished(of: OrganizationLoads): Promise<OrganizationLoads> {
  await until(of, () => !of.isLoading);
  return of;
}

describe('loading all organizations', () => {
  const connection = connected();
  let loads: OrganizationLoads | undefined;
  afterEach(() => loads?.dispose());
  const load = (withRepositories = true): OrganizationLoads => {
    loads = new OrganizationLoads(new Store(connection.gitHub(), () => []), { withRepositories });
    return loads;
  };
  const found = ({ all }: OrganizationLoads): unknown[] =>
    all.map(({ organization, secrets, repositories, access, failures }) => [
      organization,
      secrets?.length,
      repositories?.length,
      access?.secrets.length,
      failures[0]?.failure.reason.kind,
    ]);

  it('gives who can use what, and says which could not be loaded and why', async () => {
    assert.deepEqual(found(await finished(load())), [
      ['acme', 5, 12, 5, undefined],
      ['globex', undefined, undefined, undefined, 'ssoRequired'],
      ['initrode', 0, 1, 0, undefined],
      ['umbrella', 0, 1, 0, undefined],
    ]);
  });

  it('loads a single organization where one is named', async () => {
    loads = new OrganizationLoads(new Store(connection.gitHub(), () => []), {
      withRepositories: true,
      only: 'acme',
    });
    assert.deepEqual(found(await finished(loads)), [['acme', 5, 12, 5, undefined]]);
    const paths = connection.fakeGitHub.requests.map(({ path }) => path);
    assert.ok(
      paths.every(path => path.startsWith('/orgs/acme/')),
      paths.join(),
    );
  });

  it('asks for no repositories where only secrets are wanted', async () => {
    await finished(load(false));
    const paths = connection.fakeGitHub.requests.map(({ path }) => path);
    assert.ok(!paths.some(path => path.includes('/repos?')), paths.join());
  });

  it('waits for no organization, and gives its secrets before all repositories are there', async () => {
    const slow = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/umbrella/*', times: 'always' });
    const pages = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/repos' });
    const of = load();
    await until(of, () => of.all[0]?.secrets?.length === 5);
    assert.ok(of.isLoading);
    assert.equal(of.all[0]?.access, undefined);
    pages.release();
    await until(of, () => of.all[0]?.access !== undefined);
    assert.ok(of.isLoading);
    slow.release();
    await finished(of);
  });

  it('loads one that failed again', async () => {
    connection.fakeGitHub.fault({ kind: 'status', status: 422, path: '/orgs/umbrella/codespaces/secrets' });
    const of = await finished(load());
    assert.equal(of.all[3]?.failures[0]?.failure.reason.kind, 'refused');
    of.retry('umbrella');
    await finished(of);
    assert.deepEqual(found(of)[3], ['umbrella', 0, 1, 0, undefined]);
  });

  it('says why it does not know the organizations, and asks for them again', async () => {
    connection.fakeGitHub.fault({ kind: 'status', status: 422, path: '/user/memberships/orgs' });
    const of = await finished(load());
    assert.equal(of.failure?.reason.kind, 'refused');
    of.retry();
    await finished(of);
    assert.equal(of.failure, undefined);
    assert.equal(of.all.length, 4);
  });
});

describe('loading organizations with several apps', () => {
  const connection = connected();
  const organization = 'acme';
  let loads: OrganizationLoads | undefined;
  afterEach(() => loads?.dispose());
  let clock: VirtualClock;
  beforeEach(() => (clock = new VirtualClock()));
  const load = (gitHub: GitHub = connection.gitHub(), withRepositories = true): OrganizationLoads => {
    const store = new Store(
      gitHub,
      () => [organization],
      () => undefined,
      () => secretApps,
    );
    loads = new OrganizationLoads(store, { withRepositories, clock });
    return loads;
  };
  const found = ({ all }: OrganizationLoads): unknown =>
    all.map(({ secrets = [], access, failures }) => ({
      listed: secrets.map(({ app, name }) => `${app} ${name}`),
      readable: access?.secrets.length,
      failures: failures.map(({ app, failure }) => `${app ?? 'all'} ${failure.reason.kind}`),
    }))[0];
  const ofAll = [
    'agents COPILOT_MCP_TOKEN',
    'codespaces DB_URL',
    'actions DEPLOY_KEY',
    'codespaces NPM_TOKEN',
    'actions NPM_TOKEN',
    'dependabot NPM_TOKEN',
    'codespaces PYPI_TOKEN',
    'codespaces SENTRY_DSN',
    'codespaces UNUSED',
  ];
  const without = (app: SecretApp): string[] => ofAll.filter(title => !title.startsWith(app));
  const refuse = (path: string): Fault =>
    connection.fakeGitHub.fault({ kind: 'status', status: 403, path, times: 'always' });

  it('gives the secrets of all of them, each when it has come', async () => {
    const held = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/agents/secrets' });
    const of = load();
    await until(of, () => of.all[0]?.secrets?.length === 8);
    assert.deepEqual(found(of), { listed: without('agents'), readable: undefined, failures: [] });
    held.release();
    await finished(of);
    assert.deepEqual(found(of), { listed: ofAll, readable: 9, failures: [] });
  });

  for (const withRepositories of [true, false])
    it(`loads an app again that failed, ${withRepositories ? 'with' : 'without'} repositories`, async () => {
      const fault = refuse('/orgs/acme/actions/secrets');
      const of = await finished(load(undefined, withRepositories));
      const readable = (count: number): number | undefined => (withRepositories ? count : undefined);
      assert.deepEqual(found(of), {
        listed: without('actions'),
        readable: readable(7),
        failures: ['actions refused'],
      });
      fault.end();
      connection.fakeGitHub.forgetRequests();
      of.retry(organization);
      await finished(of);
      assert.deepEqual(found(of), { listed: ofAll, readable: readable(9), failures: [] });
      const asked = connection.fakeGitHub.requests.map(({ path }) => path);
      assert.deepEqual(
        asked.filter(path => !path.includes('/actions/')),
        [],
      );
    });

  it('says of each app why it failed where all do', async () => {
    refuse('/orgs/acme/*/secrets');
    const of = await finished(load());
    assert.deepEqual(found(of), {
      listed: [],
      readable: undefined,
      failures: secretApps.map(app => `${app} refused`),
    });
  });

  it('lists the secrets of an app still whose selections cannot be read', async () => {
    refuse('/orgs/acme/actions/secrets/*/repositories');
    const of = await finished(load());
    assert.deepEqual(found(of), { listed: ofAll, readable: 7, failures: ['actions refused'] });
  });

  it('lists each secret once where it loads once more before it has ended', async () => {
    const held = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/agents/secrets' });
    refuse('/orgs/acme/dependabot/secrets');
    const of = load(undefined, false);
    await until(of, () => of.all[0]?.failures.length === 1);
    of.retry(organization);
    await held.holding();
    held.release();
    await finished(of);
    assert.deepEqual(found(of), {
      listed: without('dependabot'),
      readable: undefined,
      failures: ['dependabot refused'],
    });
  });

  describe('at a rate limit', () => {
    const secretOf = ({ app }: StoreId): Secret => ({
      name: `OF_${app.toUpperCase()}`,
      visibility: app === 'actions' ? 'selected' : 'all',
      createdAt: new Date(0),
      updatedAt: new Date(0),
    });
    let asked: string[];
    let limited: ReadonlySet<string>;
    /** What each call comes to; a limited one is refused for ten seconds. */
    const call = async <T>(what: string, answer: T): Promise<T> => {
      asked.push(what);
      await Promise.resolve();
      if (!limited.has(what)) return answer;
      throw new Failure({ kind: 'rateLimited', until: new Date(clock.now() + 10_000) });
    };
    const gitHub = {
      organizations: () => call('organizations', { organizations: [{ login: organization }], hidden: 0 }),
      repositories: () => call('repositories', []),
      secrets: (store: StoreId) => call(`secrets of ${store.app}`, [secretOf(store)]),
      selectedRepositories: (store: StoreId) =>
        call(`selection of ${store.app}`, { repositories: [], isPartial: false }),
    } as unknown as GitHub;

    beforeEach(() => {
      asked = [];
      limited = new Set();
    });

    for (const what of ['secrets of agents', 'selection of actions'])
      it(`asks again by itself for ${what}, and for nothing else, when that is over`, async () => {
        limited = new Set([what]);
        const of = await finished(load(gitHub));
        assert.equal(of.all[0]?.failures.length, 1);
        limited = new Set();
        asked = [];
        await clock.pass(9_000);
        assert.deepEqual(asked, []);
        await clock.pass(3_000);
        await finished(of);
        assert.deepEqual(of.all[0].failures, []);
        assert.equal(of.all[0].access?.secrets.length, 4);
        assert.deepEqual(asked, [what]);
      });

    it('asks for nothing any more once nobody looks, however many apps were refused', async () => {
      limited = new Set(secretApps.map(app => `secrets of ${app}`));
      const of = await finished(load(gitHub));
      assert.equal(of.all[0]?.failures.length, 4);
      asked = [];
      of.dispose();
      await clock.pass(60_000);
      assert.deepEqual(asked, []);
    });
  });
});
