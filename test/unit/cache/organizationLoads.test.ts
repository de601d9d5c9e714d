import assert from 'node:assert/strict';
import { OrganizationLoads } from '../../../src/cache/organizationLoads';
import { Store } from '../../../src/cache/store';
import { connected } from '../support';

describe('loading all organizations', () => {
  const connection = connected();
  let loads: OrganizationLoads | undefined;
  afterEach(() => loads?.dispose());
  const load = (withRepositories = true): OrganizationLoads => {
    loads = new OrganizationLoads(new Store(connection.gitHub(), () => []), { withRepositories });
    return loads;
  };
  /** Waits until something holds of what was loaded. */
  const until = async (of: OrganizationLoads, holds: () => boolean): Promise<void> => {
    await new Promise<void>(resolve => {
      const look = (): void => {
        if (holds()) resolve();
      };
      of.onDidChange(look);
      look();
    });
  };
  const finished = async (of: OrganizationLoads): Promise<OrganizationLoads> => {
    await until(of, () => !of.isLoading);
    return of;
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
