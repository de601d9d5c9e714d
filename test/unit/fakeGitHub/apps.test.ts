import assert from 'node:assert/strict';
import { rulesOf } from '../../github/apps';
import { FakeGitHub } from '../../github/fakeGitHub';
import { startFakeGitHub } from '../../github/fakeGitHubServer';
import { organizationOf, secretApps, secretOf, type SecretApp } from '../../github/fixture';
import { RemoteFakeGitHub } from '../../github/remote';
import { messageOf, sealedFor, send, type Sent } from './client';

const api = 'https://api.github.com';
const organization = 'acme';

describe('simulated GitHub: the secrets of every app', () => {
  const gitHub = new FakeGitHub();
  const ask = (method: string, path: string, sent?: Sent) =>
    send(api, method, path, { fetch: gitHub.fetch, ...sent });
  const statusOf = async (method: string, path: string, body?: unknown) =>
    (await ask(method, path, { ...(body !== undefined && { body }) })).status;
  const collection = (app: SecretApp, login = organization) => `/orgs/${login}/${app}/secrets`;
  const put = (app: SecretApp, name: string, body: unknown) =>
    ask('PUT', `${collection(app)}/${name}`, { body });
  const seal = (app: SecretApp, value: string) => sealedFor(api, organization, value, gitHub.fetch, app);

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  for (const app of secretApps) {
    it(`creates, changes and deletes a secret of ${app}`, async () => {
      const ids = [70001, 70004];
      const selected = { visibility: 'selected', selected_repository_ids: ids };
      const path = `${collection(app)}/NEW`;
      assert.equal((await put(app, 'NEW', { ...selected, ...(await seal(app, 'first')) })).status, 201);
      assert.equal((await put(app, 'NEW', { ...selected, ...(await seal(app, 'second')) })).status, 204);
      assert.equal(gitHub.value(organization, 'NEW', app), 'second');
      assert.equal(await statusOf('PUT', `${path}/repositories/70002`), 204);
      assert.equal(await statusOf('DELETE', `${path}/repositories/70001`), 204);
      assert.deepEqual(gitHub.secret(organization, 'NEW', app)?.repositories, ['billing', 'docs']);
      const body = { selected_repository_ids: [70012] };
      assert.equal(await statusOf('PUT', `${path}/repositories`, body), 204);
      assert.deepEqual(gitHub.access(organization, app).secrets['NEW']?.canUse, [70012]);
      const { repositories } = (await ask('GET', `${path}/repositories`)).body as { repositories: object[] };
      assert.equal(repositories.length, 1);
      const { selected_repositories_url: url } = (await ask('GET', path)).body as Record<string, string>;
      assert.equal(url, `${api}${path}/repositories`);
      assert.equal(await statusOf('DELETE', path), 204);
      assert.equal(await statusOf('GET', path), 404);
    });

    it(`refuses what is sealed for another app than ${app}`, async () => {
      for (const other of secretApps.filter(candidate => candidate !== app)) {
        const refused = await put(app, 'NEW', { visibility: 'all', ...(await seal(other, 'x')) });
        assert.deepEqual([refused.status, gitHub.secret(organization, 'NEW', app)], [422, undefined], other);
      }
    });

    it(`answers 409 to every change of a selection that a secret of ${app} does not have`, async () => {
      gitHub.edit({ edit: 'createSecret', organization, app, name: 'EVERYWHERE', visibility: 'all' });
      const path = `${collection(app)}/EVERYWHERE/repositories`;
      assert.equal(await statusOf('PUT', path, { selected_repository_ids: [] }), 409);
      assert.equal(await statusOf('PUT', `${path}/70001`), 409);
      assert.equal(await statusOf('DELETE', `${path}/70001`), 409);
    });

    it(`takes no more secrets of ${app} than GitHub does`, async () => {
      const { maxSecrets } = rulesOf(app);
      assert.equal(maxSecrets, app === 'codespaces' ? 100 : 1000);
      const value = await seal(app, 'x');
      assert.equal((await put(app, 'FIRST', { visibility: 'all', ...value })).status, 201);
      const { secrets } = organizationOf(gitHub.fixture, organization).stores[app];
      const model = secretOf(gitHub.fixture, organization, 'FIRST', app);
      for (let count = secrets.size; count < maxSecrets; count += 1)
        secrets.set(`S${count}`, { ...model, name: `S${count}` });
      assert.equal((await put(app, 'ONE_MORE', { visibility: 'all', ...value })).status, 422);
      assert.equal((await put(app, 'FIRST', { visibility: 'private', ...value })).status, 204);
    });

    it(`hides ${app} from an organization that lacks it`, async () => {
      gitHub.edit({ edit: 'setOrganization', organization, missingApps: [app] });
      const value = { encrypted_value: 'AAAA', key_id: '1' };
      assert.equal(await statusOf('GET', collection(app)), 404);
      assert.equal(await statusOf('GET', `${collection(app)}/public-key`), 404);
      assert.equal((await put(app, 'NPM_TOKEN', { visibility: 'all', ...value })).status, 404);
      assert.equal(await statusOf('GET', `${collection(app)}/NPM_TOKEN/repositories`), 404);
      for (const other of secretApps.filter(candidate => candidate !== app))
        assert.equal(await statusOf('GET', collection(other)), 200);
    });
  }

  it('has the same name in several apps, each with its own access and value', async () => {
    const apps = ['codespaces', 'actions', 'dependabot'] as const;
    const visibilities = () => apps.map(app => gitHub.secret(organization, 'NPM_TOKEN', app)?.visibility);
    assert.deepEqual(visibilities(), ['selected', 'all', 'selected']);
    await put('actions', 'NPM_TOKEN', { visibility: 'private', ...(await seal('actions', 'rotated')) });
    assert.deepEqual(visibilities(), ['selected', 'private', 'selected']);
    assert.deepEqual(
      apps.map(app => gitHub.value(organization, 'NPM_TOKEN', app)),
      ['the value of NPM_TOKEN', 'rotated', 'the value of NPM_TOKEN'],
    );
    assert.equal(await statusOf('DELETE', `${collection('dependabot')}/NPM_TOKEN`), 204);
    assert.deepEqual(visibilities(), ['selected', 'private', undefined]);
  });

  it('rotates the keys of one app alone', async () => {
    const values = await Promise.all(secretApps.map(app => seal(app, 'x')));
    gitHub.edit({ edit: 'rotateKey', organization, app: 'dependabot' });
    for (const [index, app] of secretApps.entries()) {
      const { status } = await put(app, 'NEW', { visibility: 'all', ...values[index] });
      assert.equal(status, app === 'dependabot' ? 422 : 201);
    }
  });

  it('wants the value with every change of Actions and agents secrets, and of no others', async () => {
    const requires = { codespaces: false, actions: true, dependabot: false, agents: true };
    gitHub.countsViolations = false;
    for (const app of secretApps) {
      gitHub.edit({ edit: 'createSecret', organization, app, name: 'OLD', visibility: 'all' });
      const answered = await put(app, 'OLD', { visibility: 'private' });
      assert.equal(answered.status, requires[app] ? 422 : 204, app);
      if (requires[app])
        assert.match(messageOf(answered), /"encrypted_value" wasn't supplied\.\n"key_id" wasn't supplied\./);
      assert.equal((await put(app, 'NEW', { visibility: 'all' })).status, 422);
      assert.equal((await put(app, 'OLD', await seal(app, 'no visibility'))).status, 422);
      assert.equal(gitHub.value(organization, 'OLD', app), 'the value of OLD');
    }
  });

  it('records a change of an Actions secret without a value as a violation', async () => {
    await put('actions', 'NPM_TOKEN', { visibility: 'private' });
    assert.match(gitHub.violations[0]?.problem ?? '', /encrypted_value/);
    gitHub.reset();
  });

  it('takes the ids of repositories as text for Dependabot alone', async () => {
    gitHub.countsViolations = false;
    for (const app of secretApps) {
      const body = (ids: unknown[]) => ({ visibility: 'selected', selected_repository_ids: ids });
      const value = await seal(app, 'x');
      const { status } = await put(app, 'NEW', { ...body(['70001', 70002]), ...value });
      assert.equal(status, app === 'dependabot' ? 201 : 422, app);
      assert.equal((await put(app, 'NEW', { ...body([true]), ...value })).status, 422);
      assert.equal((await put(app, 'NEW', { ...body(['billing']), ...value })).status, 422);
      const path = `${collection(app)}/NEW/repositories`;
      if (app === 'dependabot') {
        assert.deepEqual(gitHub.access(organization, app).secrets['NEW']?.selected, [70001, 70002]);
        assert.equal(await statusOf('PUT', path, { selected_repository_ids: ['70001'] }), 422);
      }
    }
  });

  it('refuses the names that GitHub keeps for itself, and no others', async () => {
    for (const app of secretApps) {
      const body = { visibility: 'all', ...(await seal(app, 'x')) };
      assert.equal((await put(app, 'GITHUB_X', body)).status, 422);
      assert.equal((await put(app, 'COPILOT_MCP_X', body)).status, 201);
    }
  });

  it('lets the free plan have what is not for Codespaces', async () => {
    for (const app of secretApps)
      assert.equal(
        await statusOf('GET', `${collection(app, 'initrode')}/public-key`),
        app === 'codespaces' ? 404 : 200,
      );
  });

  it('has Actions and Dependabot secrets on an Enterprise Server', async () => {
    for (const app of secretApps) {
      const expected = rulesOf(app).isOnEnterpriseServer ? 200 : 404;
      assert.equal(expected, app === 'actions' || app === 'dependabot' ? 200 : 404);
      assert.equal(await statusOf('GET', `/api/v3${collection(app)}`), expected);
      assert.equal(await statusOf('GET', `/api/v3${collection(app)}/public-key`), expected);
    }
    assert.equal(await statusOf('GET', '/api/v3/repos/acme/billing/actions/organization-secrets'), 200);
    assert.equal(await statusOf('GET', '/api/v3/repos/acme/billing/agents/organization-secrets'), 404);
  });

  it('lets a member with a custom role manage Actions secrets, and nothing else', async () => {
    const member = { edit: 'setMembership', organization, user: 'octocat' } as const;
    gitHub.edit({ ...member, managesActionsSecrets: true });
    const body = { visibility: 'all', ...(await seal('actions', 'x')) };
    assert.equal((await put('actions', 'NEW', body)).status, 201);
    assert.equal(await statusOf('PUT', `${collection('actions')}/DEPLOY_KEY/repositories/70001`), 204);
    for (const app of secretApps)
      assert.equal(await statusOf('GET', collection(app)), app === 'actions' ? 200 : 404);
    gitHub.edit(member);
    assert.equal(await statusOf('GET', collection('actions')), 404);
  });

  it('names the missing role of the app where the organization is set so', async () => {
    gitHub.edit({ edit: 'setOrganization', organization: 'hooli', missingRole: 'forbidden' });
    for (const app of secretApps) {
      const refused = await ask('GET', collection(app, 'hooli'));
      assert.equal(refused.status, 403);
      assert.match(messageOf(refused), new RegExp(`the ${app} secrets fine-grained permission\\.$`));
    }
  });

  it('is changed and read from another process, by app', async () => {
    const server = await startFakeGitHub();
    const remote = new RemoteFakeGitHub(server.url);
    const secret = { organization, app: 'actions', name: 'NPM_TOKEN' } as const;
    await remote.edit({ edit: 'setValue', ...secret, value: 'x' });
    assert.equal(await remote.value(organization, 'NPM_TOKEN', 'actions'), 'x');
    assert.equal(await remote.value(organization, 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    assert.equal((await remote.secret(organization, 'NPM_TOKEN', 'actions'))?.visibility, 'all');
    assert.equal(await remote.secret(organization, 'NPM_TOKEN', 'agents'), undefined);
    await server.close();
  });

  it('answers 304 for each app until it changes', async () => {
    for (const app of secretApps) {
      const etag = (await ask('GET', collection(app))).headers.get('etag') ?? '';
      const again = () => ask('GET', collection(app), { headers: { 'If-None-Match': etag } });
      assert.equal((await again()).status, 304);
      gitHub.edit({ edit: 'createSecret', organization, app, name: 'NEW', visibility: 'all' });
      assert.equal((await again()).status, 200);
    }
  });
});
