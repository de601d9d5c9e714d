import assert from 'node:assert/strict';
import { AccessPlan } from '../../../src/cache/accessPlan';
import { planUndo, undoChange } from '../../../src/cache/accessUndo';
import { Store } from '../../../src/cache/store';
import type { StoreChange } from '../../../src/cache/storeChange';
import { type AccessMatrix, receivedSecrets } from '../../../src/model/access';
import type { Change } from '../../../src/model/plan';
import { type SecretId, secretIn } from '../../../src/model/secret';
import { type SecretApp, secretApps } from '../../../src/model/secretApp';
import { storeOf } from '../../../src/model/secretStore';
import type { FaultSpec } from '../../github/faults';
import { connected, failsWith } from '../support';

const organization = 'acme';
const idOf = (app: SecretApp, name = 'NPM_TOKEN'): SecretId => secretIn(storeOf(app, organization), name);
const titles = (secrets: readonly SecretId[]): string[] => secrets.map(({ app, name }) => `${app} ${name}`);

/** What each app of the test fixture has, by name and then by app. */
const everything = [
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

describe('the store of several apps', () => {
  const connection = connected();
  let apps: readonly SecretApp[];
  let store: Store;
  let changes: StoreChange[];
  beforeEach(() => {
    apps = secretApps;
    store = new Store(
      connection.gitHub(),
      () => [],
      () => undefined,
      () => apps,
    );
    changes = [];
    store.onDidChange(change => changes.push(change));
  });

  const paths = (): string[] =>
    connection.fakeGitHub.requests.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`).sort();
  const fails = (app: SecretApp, fault: object): unknown =>
    connection.fakeGitHub.fault({
      method: 'GET',
      path: `/orgs/${organization}/${app}/secrets`,
      times: 'always',
      ...fault,
    } as FaultSpec);
  const failures = (access: AccessMatrix): string[] =>
    access.failures.map(({ app, failure }) => `${app} ${failure.reason.kind}`);
  const without = (...missing: SecretApp[]): string[] =>
    everything.filter(title => !missing.some(app => title.startsWith(app)));

  describe('who can read what', () => {
    it('holds the secrets of all shown apps by name, and of the same name in the order of the apps', async () => {
      const access = await store.access(organization);
      assert.deepEqual([access.apps, failures(access)], [secretApps, []]);
      assert.deepEqual(titles(access.secrets), everything);
      assert.equal(access.repositories.length, 12);
      const selections = access.secrets.map(({ access: { selection } }) => selection.map(({ name }) => name));
      assert.deepEqual(
        selections.filter(({ length }) => length > 0),
        [['billing', 'website'], ['billing', 'service-catalog'], ['design-system'], ['sdk-python']],
      );
    });

    it('costs a request for each app and each selection, one for the repositories, and nothing the second time', async () => {
      await store.access(organization);
      const first = paths();
      const selections = [
        'actions/secrets/DEPLOY_KEY',
        'codespaces/secrets/NPM_TOKEN',
        'codespaces/secrets/PYPI_TOKEN',
        'codespaces/secrets/UNUSED',
        'dependabot/secrets/NPM_TOKEN',
      ];
      assert.deepEqual(
        first,
        [
          ...secretApps.map(app => `GET /orgs/acme/${app}/secrets`),
          ...selections.map(secret => `GET /orgs/acme/${secret}/repositories`),
          'GET /orgs/acme/repos',
        ].sort(),
      );
      await store.access(organization);
      await store.listedSecrets(organization);
      assert.deepEqual(paths(), first);
    });

    for (const app of secretApps)
      it(`asks for nothing of another app where only ${app} is shown`, async () => {
        apps = [app];
        const access = await store.access(organization);
        assert.ok(access.secrets.length > 0);
        assert.ok(access.secrets.every(secret => secret.app === app));
        const others = paths().filter(path => path.includes('secrets') && !path.includes(`/${app}/`));
        assert.deepEqual(others, []);
        assert.equal(paths().filter(path => path.endsWith('/repos')).length, 1);
      });

    for (const [fault, kind] of [
      [{ kind: 'status', status: 403, message: 'No.' }, 'refused'],
      [{ kind: 'status', status: 404 }, 'planLacksSecrets'],
      [{ kind: 'status', status: 500 }, 'unexpected'],
      [{ kind: 'drop' }, 'offline'],
    ] as const)
      it(`says which app failed, and why, where it is ${kind}`, async () => {
        fails('actions', fault);
        const access = await store.access(organization);
        assert.deepEqual(failures(access), [`actions ${kind}`]);
        assert.deepEqual(titles(access.secrets), without('actions'));
      });

    it('takes an app for failed of which one selection cannot be read', async () => {
      fails('dependabot', { kind: 'status', status: 500, path: '*/dependabot/secrets/*/repositories' });
      const access = await store.access(organization);
      assert.deepEqual(failures(access), ['dependabot unexpected']);
      assert.deepEqual(titles(access.secrets), without('dependabot'));
    });

    it('asks again for an app that failed, and for nothing else', async () => {
      const fault = connection.fakeGitHub.fault({
        kind: 'status',
        status: 403,
        path: '/orgs/acme/agents/secrets',
        times: 'always',
      });
      await store.access(organization);
      fault.end();
      connection.fakeGitHub.forgetRequests();
      assert.deepEqual(titles((await store.access(organization)).secrets), everything);
      assert.deepEqual(paths(), ['GET /orgs/acme/agents/secrets']);
    });

    it('rejects with the failure of the first app where all of them fail, before all repositories are there', async () => {
      for (const app of secretApps) fails(app, { kind: 'status', status: app === 'codespaces' ? 500 : 403 });
      const held = connection.fakeGitHub.fault({ kind: 'hold', path: '/orgs/acme/repos' });
      await failsWith(store.access(organization), 'unexpected');
      await failsWith(store.listedSecrets(organization), 'unexpected');
      held.release();
    });

    it('forgets a selection once its secret has had another visibility', async () => {
      const set = (name: string, visibility: 'all' | 'selected', ...repositories: string[]): unknown =>
        connection.fakeGitHub.edit({
          edit: 'setVisibility',
          organization,
          app: 'codespaces',
          name,
          visibility,
          repositories,
        });
      const selection = async (): Promise<string[] | undefined> =>
        (await store.access(organization)).secrets
          .find(({ app, name }) => app === 'codespaces' && name === 'NPM_TOKEN')
          ?.access.selection.map(({ name }) => name);
      assert.deepEqual(await selection(), ['billing', 'service-catalog']);
      set('NPM_TOKEN', 'all');
      await store.currentAccess(idOf('codespaces'));
      assert.deepEqual(await selection(), []);
      set('NPM_TOKEN', 'selected', 'docs');
      // The visibility of another secret has the list read again.
      set('PYPI_TOKEN', 'all');
      await store.currentAccess(idOf('codespaces', 'PYPI_TOKEN'));
      assert.deepEqual(await selection(), ['docs']);
    });

    it('rejects where the repositories cannot be read', async () => {
      connection.fakeGitHub.fault({ kind: 'status', status: 422, path: '/orgs/acme/repos' });
      await failsWith(store.access(organization), 'refused');
    });

    it('reads an app again whose secret was deleted between two requests, and no other app', async () => {
      connection.fakeGitHub.fault({
        kind: 'before',
        path: '*/actions/secrets/DEPLOY_KEY/repositories',
        edits: [{ edit: 'deleteSecret', organization, app: 'actions', name: 'DEPLOY_KEY' }],
      });
      const access = await store.access(organization);
      assert.deepEqual(failures(access), []);
      assert.deepEqual(
        titles(access.secrets),
        everything.filter(title => title !== 'actions DEPLOY_KEY'),
      );
      const lists = paths().filter(path => path.endsWith('/secrets'));
      assert.deepEqual(lists, [
        'GET /orgs/acme/actions/secrets',
        'GET /orgs/acme/actions/secrets',
        'GET /orgs/acme/agents/secrets',
        'GET /orgs/acme/codespaces/secrets',
        'GET /orgs/acme/dependabot/secrets',
      ]);
    });

    it('reads it again also for a member who manages Actions secrets alone', async () => {
      connection.fakeGitHub.edit({
        edit: 'setMembership',
        organization,
        user: 'octocat',
        managesActionsSecrets: true,
      });
      connection.fakeGitHub.fault({
        kind: 'before',
        path: '*/actions/secrets/DEPLOY_KEY/repositories',
        edits: [{ edit: 'deleteSecret', organization, app: 'actions', name: 'DEPLOY_KEY' }],
      });
      const access = await store.access(organization);
      assert.deepEqual(titles(access.secrets), ['actions NPM_TOKEN']);
      assert.deepEqual(failures(access), ['codespaces notOwner', 'dependabot notOwner', 'agents notOwner']);
    });
  });

  it('lists the secrets of the apps that can be read, and says which cannot', async () => {
    assert.deepEqual(titles((await store.listedSecrets(organization)).found), everything);
    store.refresh();
    fails('codespaces', { kind: 'status', status: 403 });
    const { found, failures: missing } = await store.listedSecrets(organization);
    assert.deepEqual(titles(found), without('codespaces'));
    assert.deepEqual(
      missing.map(({ app }) => app),
      ['codespaces'],
    );
  });

  describe('a change', () => {
    beforeEach(async () => {
      await store.access(organization);
      connection.fakeGitHub.forgetRequests();
      changes.length = 0;
    });

    for (const app of ['codespaces', 'actions', 'dependabot'] as const)
      it(`of a value in ${app} tells of that secret alone, and asks for nothing of the others`, async () => {
        const before = secretApps.map(it => store.knownSecrets(storeOf(it, organization)));
        await store.rotateSecret(idOf(app), 'rotated');
        assert.deepEqual(changes, [{ kind: 'secret', secret: idOf(app) }]);
        for (const [index, other] of secretApps.entries())
          if (other !== app) assert.equal(store.knownSecrets(storeOf(other, organization)), before[index]);
        assert.ok(
          paths().every(path => path.includes(`/${app}/secrets`)),
          paths().join(),
        );
        assert.equal(connection.fakeGitHub.value(organization, 'NPM_TOKEN', app), 'rotated');
      });

    it('by a creation or a deletion tells of the list of that store', async () => {
      await store.createSecret(idOf('agents'), 'value', { visibility: 'all', selection: [] });
      await store.deleteSecret(idOf('codespaces'));
      assert.deepEqual(changes, [
        { kind: 'list', store: storeOf('agents', organization) },
        { kind: 'list', store: storeOf('codespaces', organization) },
      ]);
      assert.deepEqual(
        titles((await store.access(organization)).secrets).filter(title => title.endsWith('NPM_TOKEN')),
        ['actions NPM_TOKEN', 'dependabot NPM_TOKEN', 'agents NPM_TOKEN'],
      );
    });

    it('of a selection leaves that of the same name in another app', async () => {
      const [docs] = (await store.repositories(organization)).filter(({ name }) => name === 'docs');
      assert.ok(docs);
      await store.addRepository(idOf('dependabot'), docs);
      await store.settleAccess(idOf('dependabot'));
      const names = async (app: SecretApp): Promise<string[]> =>
        (await store.selectedRepositories(idOf(app))).map(({ name }) => name);
      assert.deepEqual(await names('dependabot'), ['design-system', 'docs']);
      assert.deepEqual(await names('codespaces'), ['billing', 'service-catalog']);
      assert.deepEqual(changes, [{ kind: 'secret', secret: idOf('dependabot') }]);
    });

    it('of more than ten repositories of a Dependabot secret is one call', async () => {
      const all = await store.repositories(organization);
      const added = all.filter(({ name }) => name !== 'design-system');
      await store.changeSelection({ kind: 'selection', secret: idOf('dependabot'), added, removed: [] });
      assert.equal(
        connection.fakeGitHub.secret(organization, 'NPM_TOKEN', 'dependabot')?.repositories.length,
        12,
      );
      assert.equal(connection.fakeGitHub.requestsTo({ method: 'PUT' }).length, 1);
    });
  });

  describe('a secret that is named in another case', () => {
    const odd: SecretId = secretIn(storeOf('actions', 'ACME'), 'Npm_Token');

    it('is known', async () => {
      await store.access(organization);
      connection.fakeGitHub.forgetRequests();
      assert.equal(store.knownSecret(odd)?.name, 'NPM_TOKEN');
      assert.equal(store.knownCount(storeOf('actions', 'Acme')), 2);
      await store.access('ACME');
      assert.deepEqual(paths(), []);
    });

    it('is listed once after its value was rotated', async () => {
      await store.access(organization);
      await store.rotateSecret(odd, 'rotated');
      assert.deepEqual(titles((await store.access(organization)).secrets), everything);
      assert.deepEqual(changes.at(-1)?.kind, 'secret');
    });

    it('is no longer listed after it was deleted', async () => {
      await store.access(organization);
      await store.deleteSecret(odd);
      assert.deepEqual(
        titles((await store.access(organization)).secrets),
        everything.filter(title => title !== 'actions NPM_TOKEN'),
      );
    });
  });

  describe('an app that is no longer shown while one of its secrets is edited', () => {
    const deployKey = idOf('actions', 'DEPLOY_KEY');

    it('has its change made, and its undo', async () => {
      const { repositories } = await store.access(organization);
      const [docs] = repositories.filter(({ name }) => name === 'docs');
      assert.ok(docs);
      const change: Change = { kind: 'add', secret: deployKey, repository: docs };
      const plan = await AccessPlan.read(store, [change]);
      apps = ['codespaces'];
      await plan.apply(change);
      await store.settleAccess(deployKey);
      const stored = (): unknown =>
        connection.fakeGitHub.secret(organization, deployKey.name, 'actions')?.repositories;
      assert.deepEqual(stored(), ['billing', 'docs', 'website']);
      const undo = await planUndo(store, plan.summary);
      for (const each of undo.changes) await undoChange(store, undo, each);
      assert.deepEqual(stored(), ['billing', 'website']);
    });

    it('has its value rotated, and is not among what is shown', async () => {
      await store.access(organization);
      const preparing = store.prepareRotation(deployKey);
      apps = ['codespaces', 'agents'];
      await preparing;
      await store.rotateSecret(deployKey, 'rotated');
      assert.equal(connection.fakeGitHub.value(organization, deployKey.name, 'actions'), 'rotated');
      const access = await store.access(organization);
      assert.deepEqual(access.apps, ['codespaces', 'agents']);
      assert.deepEqual(titles(access.secrets), without('actions', 'dependabot'));
    });

    it('is up to date when it is shown again, without being asked for', async () => {
      await store.access(organization);
      apps = ['codespaces'];
      await store.deleteSecret(deployKey);
      connection.fakeGitHub.forgetRequests();
      apps = secretApps;
      const access = await store.access(organization);
      assert.deepEqual(
        titles(access.secrets),
        everything.filter(title => title !== 'actions DEPLOY_KEY'),
      );
      assert.deepEqual(paths(), []);
    });
  });

  describe('what a repository receives', () => {
    const received = async (from: Store): Promise<Record<string, string[]>> => {
      const repositories = await from.repositories(organization);
      const all = await Promise.all(
        repositories.map(async repository => {
          const { secrets } = await from.received(organization, repository);
          const ofOrganization = secrets.filter(({ owner }) => owner.kind === 'organization');
          return [repository.name, titles(ofOrganization)] as const;
        }),
      );
      return Object.fromEntries(all);
    };

    it("is the same by GitHub's own list and by who can use each secret", async () => {
      const listed = await received(store);
      const matrix = await store.access(organization);
      const computed = (await store.repositories(organization)).map(({ id, name }) => [
        name,
        titles([...(receivedSecrets(matrix).get(id) ?? [])]),
      ]);
      assert.deepEqual(listed, Object.fromEntries(computed));
    });

    it('costs one request for each app that GitHub lists, however many secrets are selected', async () => {
      apps = ['actions', 'agents'];
      const [repository = assert.fail()] = await store.repositories(organization);
      await store.listedSecrets(organization);
      connection.fakeGitHub.forgetRequests();
      await store.received(organization, repository);
      assert.deepEqual(paths(), [
        `GET /repos/${organization}/${repository.name}/actions/organization-secrets`,
        `GET /repos/${organization}/${repository.name}/agents/organization-secrets`,
      ]);
    });

    it('is computed if the user may not ask for that list', async () => {
      const expected = await received(store);
      connection.fakeGitHub.fault({
        kind: 'status',
        status: 403,
        path: { source: '/organization-secrets' },
        times: 'always',
      });
      assert.deepEqual(await received(store), expected);
    });
  });
});
