import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import type { SecretApp } from '../../github/fixture';
import { largeFixture, largeToken, testToken } from '../../github/fixtures';
import { messageOf, send, type Sent } from './client';

const api = 'https://api.github.com';
const organization = 'acme';

describe('simulated GitHub: the organization secrets of a repository', () => {
  const gitHub = new FakeGitHub();
  const read = (app: SecretApp, repository: string, sent?: Sent) =>
    send(api, 'GET', `/repos/acme/${repository}/${app}/organization-secrets`, {
      fetch: gitHub.fetch,
      ...sent,
    });
  const statusOf = async (app: SecretApp, repository: string) => (await read(app, repository)).status;
  const member = { edit: 'setMembership', organization, user: 'octocat' } as const;

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  for (const app of ['actions', 'agents'] as const)
    it(`are those of ${app} that it can use`, async () => {
      const { repositories, secrets } = gitHub.access(organization, app);
      for (const [id, repository] of Object.entries(repositories)) {
        const { body } = await read(app, repository);
        const expected = Object.keys(secrets).filter(name => secrets[name]?.canUse.includes(Number(id)));
        const listed = body as { total_count: number; secrets: { name: string }[] };
        assert.deepEqual(
          listed.secrets.map(({ name }) => name),
          expected,
          repository,
        );
        assert.equal(listed.total_count, expected.length);
      }
    });

  it('have a name and times, and nothing that tells who else can use them', async () => {
    const { secrets } = (await read('actions', 'website')).body as { secrets: object[] };
    assert.deepEqual(secrets[0], {
      name: 'DEPLOY_KEY',
      created_at: '2022-06-01T00:00:00Z',
      updated_at: '2025-01-02T00:00:00Z',
    });
  });

  it('are not listed for Codespaces and Dependabot', async () => {
    gitHub.countsViolations = false;
    assert.equal(await statusOf('codespaces', 'billing'), 404);
    assert.equal(await statusOf('dependabot', 'billing'), 404);
  });

  it('are for owners, and for members whose role is about Actions secrets', async () => {
    const statuses = () => Promise.all([statusOf('actions', 'docs'), statusOf('agents', 'docs')]);
    assert.deepEqual(await statuses(), [200, 200]);
    gitHub.edit({ ...member, managesActionsSecrets: true });
    assert.deepEqual(await statuses(), [200, 404]);
    gitHub.edit(member);
    assert.deepEqual(await statuses(), [404, 404]);
    gitHub.edit({ edit: 'setOrganization', organization, missingRole: 'forbidden' });
    const refused = await read('actions', 'docs');
    assert.deepEqual([refused.status, messageOf(refused)], [403, 'Must have admin rights to Repository.']);
  });

  it('need the repo scope, and a repository and an app that are there', async () => {
    assert.equal(await statusOf('actions', 'nowhere'), 404);
    gitHub.edit({ edit: 'setOrganization', organization, missingApps: ['agents'] });
    assert.deepEqual([await statusOf('actions', 'docs'), await statusOf('agents', 'docs')], [200, 404]);
    gitHub.edit({ edit: 'setToken', token: testToken, user: 'octocat', scopes: ['admin:org'] });
    assert.deepEqual([await statusOf('actions', 'docs'), await statusOf('actions', 'billing')], [404, 404]);
  });

  it('are paged, and linked by the id of the repository', async () => {
    const actions = { secrets: 130, selected: 10 };
    const large = new FakeGitHub({
      fixture: largeFixture({ repositories: 3, secrets: 0, selectedPerSecret: 1, actions }),
    });
    const names: string[] = [];
    let next: string | undefined =
      `${api}/repos/acme/repository-00000/actions/organization-secrets?per_page=50`;
    while (next) {
      const { body, headers } = await send(next, 'GET', '', { fetch: large.fetch, token: largeToken });
      names.push(...(body as { secrets: { name: string }[] }).secrets.map(({ name }) => name));
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
      assert.match(next ?? `${api}/repositories/1/`, /\/repositories\/\d+\/(actions|$)/);
    }
    assert.deepEqual(large.violations, []);
    assert.equal(large.requests.length, 3);
    assert.ok(large.requests.every(({ path }) => path.startsWith('/repos/acme/repository-00000/actions/')));
    assert.equal(new Set(names).size, 130);
    assert.equal(large.access(organization, 'actions').secrets['ACTIONS_SECRET_0009']?.canUse.length, 1);
  });

  it('follow the access of one app alone where several have the same name', async () => {
    const count = async (app: SecretApp) =>
      ((await read(app, 'website')).body as { total_count: number }).total_count;
    const secret = { organization, app: 'agents', name: 'DEPLOY_KEY' } as const;
    gitHub.edit({ edit: 'createSecret', ...secret, visibility: 'selected' });
    assert.deepEqual([await count('actions'), await count('agents')], [2, 0]);
    gitHub.edit({ edit: 'selectRepository', ...secret, repository: 'website' });
    assert.deepEqual([await count('actions'), await count('agents')], [2, 1]);
  });
});
