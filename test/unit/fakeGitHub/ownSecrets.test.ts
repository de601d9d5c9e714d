import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import type { Permission } from '../../github/fixture';
import { largeFixture, largeToken, testToken } from '../../github/fixtures';
import { messageOf, sealedAt, send, type Sent } from './client';

const api = 'https://api.github.com';
const organization = 'acme';
const fullName = 'acme/billing';
const billing = '/repos/acme/billing/codespaces/secrets';
const adminMessage = 'Must have admin rights to Repository.';

describe("simulated GitHub: a repository's own secrets", () => {
  const gitHub = new FakeGitHub();
  const request = (method: string, path: string, sent?: Sent) =>
    send(api, method, path, { fetch: gitHub.fetch, ...sent });
  const statusOf = async (method: string, path: string, sent?: Sent) =>
    (await request(method, path, sent)).status;
  const seal = (value: string, secrets = billing) => sealedAt(api, secrets, value, { fetch: gitHub.fetch });
  const mona = { token: 'gho_mona' };
  const permit = (permission: Permission | 'none') =>
    gitHub.edit({ edit: 'setCollaborator', fullName, user: 'mona', permission });

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('are listed with their times, apart from those that the repository receives', async () => {
    const { body } = await request('GET', billing);
    const secret = { name: 'NPM_TOKEN', created_at: '2023-01-01T00:00:00Z' };
    const stripe = { ...secret, name: 'STRIPE_KEY', updated_at: '2024-11-20T00:00:00Z' };
    assert.deepEqual(body, {
      total_count: 2,
      secrets: [{ ...secret, updated_at: '2025-01-12T00:00:00Z' }, stripe],
    });
    assert.deepEqual((await request('GET', `${billing}/stripe_key`)).body, stripe);
    const none = await request('GET', '/repos/acme/docs/codespaces/secrets');
    assert.deepEqual(none.body, { total_count: 0, secrets: [] });
  });

  it('are created with 201 and changed with 204, in upper case, and leave the organization secret alone', async () => {
    assert.equal(await statusOf('PUT', `${billing}/new_one`, { body: await seal('first') }), 201);
    assert.equal(gitHub.repositoryValue(fullName, 'New_One'), 'first');
    assert.equal(await statusOf('PUT', `${billing}/npm_token`, { body: await seal('second') }), 204);
    assert.equal(gitHub.repositoryValue(fullName, 'NPM_TOKEN'), 'second');
    assert.equal(gitHub.value(organization, 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    assert.equal(gitHub.repositorySecret('acme/docs', 'NPM_TOKEN'), undefined);
    const created = gitHub.repositorySecret(fullName, 'NPM_TOKEN')?.createdAt;
    assert.equal(created, Date.UTC(2023, 0, 1));
  });

  it('are sealed for a key of that repository alone', async () => {
    const foreign = await seal('x', '/repos/acme/docs/codespaces/secrets');
    const ofOrganization = await seal('x', '/orgs/acme/codespaces/secrets');
    for (const body of [foreign, ofOrganization])
      assert.match(
        messageOf(await request('PUT', `${billing}/NEW`, { body })),
        /improperly encrypted secret$/,
      );
    const late = await seal('x');
    gitHub.edit({ edit: 'rotateRepositoryKey', fullName });
    assert.equal(await statusOf('PUT', `${billing}/NEW`, { body: late }), 422);
    assert.equal(await statusOf('PUT', `${billing}/NEW`, { body: await seal('x') }), 201);
    assert.equal(gitHub.repositoryValue(fullName, 'STRIPE_KEY'), 'the value of STRIPE_KEY');
  });

  it('want a value each time, a good name, and no repositories', async () => {
    const value = await seal('x');
    assert.equal(await statusOf('PUT', `${billing}/NPM_TOKEN`, { body: {} }), 422);
    assert.equal(await statusOf('PUT', `${billing}/GITHUB_X`, { body: value }), 422);
    gitHub.countsViolations = false;
    const selected = { ...value, selected_repository_ids: [70001] };
    assert.match(
      messageOf(await request('PUT', `${billing}/NEW`, { body: selected })),
      /"selected_repository_ids" is not a permitted key/,
    );
    const visible = { ...value, visibility: 'all' };
    assert.equal(await statusOf('PUT', `${billing}/NEW`, { body: visible }), 422);
  });

  it('are a hundred and not one more', async () => {
    const large = new FakeGitHub({
      fixture: largeFixture({ repositories: 2, secrets: 0, selectedPerSecret: 0, repositorySecrets: 100 }),
    });
    const sent = { fetch: large.fetch, token: largeToken };
    const path = '/repos/acme/repository-00000/codespaces/secrets';
    const body = await sealedAt(api, path, 'x', sent);
    const put = async (name: string) => (await send(api, 'PUT', `${path}/${name}`, { ...sent, body })).status;
    assert.deepEqual([await put('NEW'), await put('OWN_SECRET_99')], [422, 204]);
    const page = await send(api, 'GET', `${path}?per_page=60&page=2`, sent);
    assert.equal((page.body as { secrets: unknown[] }).secrets.length, 40);
    assert.match(page.headers.get('link') ?? '', /\/repositories\/\d+\/codespaces\/secrets\?.*rel="prev"/);
    assert.deepEqual(large.violations, []);
  });

  it('are deleted with 204, and then answer 404', async () => {
    assert.equal(await statusOf('DELETE', `${billing}/npm_token`), 204);
    assert.equal(await statusOf('DELETE', `${billing}/NPM_TOKEN`), 404);
    assert.equal(await statusOf('GET', `${billing}/NPM_TOKEN`), 404);
    assert.ok(gitHub.secret(organization, 'NPM_TOKEN'));
  });

  it('are for those who can write to the repository, with the repo scope', async () => {
    assert.equal(await statusOf('GET', billing, mona), 200);
    assert.equal(await statusOf('PUT', `${billing}/NEW`, { ...mona, body: await seal('x') }), 201);
    assert.equal(await statusOf('DELETE', `${billing}/NEW`, mona), 204);
    permit('read');
    for (const path of ['', '/public-key', '/NPM_TOKEN'])
      assert.equal(await statusOf('GET', billing + path, mona), 404);
    gitHub.edit({ edit: 'setOrganization', organization, missingRole: 'forbidden' });
    const refused = await request('DELETE', `${billing}/NPM_TOKEN`, mona);
    assert.deepEqual([refused.status, messageOf(refused)], [403, adminMessage]);
    gitHub.edit({ edit: 'setToken', token: testToken, user: 'octocat', scopes: ['admin:org'] });
    assert.equal(await statusOf('GET', '/repos/acme/docs/codespaces/secrets'), 403);
    assert.equal(await statusOf('GET', billing), 404);
  });

  it('are changed by admins of the repository alone where the organization is set so', async () => {
    const body = await seal('x');
    const put = () => statusOf('PUT', `${billing}/NEW`, { ...mona, body });
    gitHub.edit({ edit: 'setOrganization', organization, needsAdminForSecrets: true });
    assert.deepEqual([await statusOf('GET', billing, mona), await put()], [200, 404]);
    permit('admin');
    assert.equal(await put(), 201);
  });

  it('cannot be changed in an archived repository', async () => {
    const path = '/repos/acme/legacy-billing/codespaces/secrets';
    const body = await seal('x', path);
    assert.equal(
      messageOf(await request('PUT', `${path}/NEW`, { body })),
      'Repository was archived so is read-only.',
    );
  });

  it('are behind single sign-on, application restrictions and address lists as everything is', async () => {
    const reactor = '/repos/globex/reactor/codespaces/secrets';
    assert.match((await request('GET', reactor)).headers.get('x-github-sso') ?? '', /^required; url=/);
    gitHub.edit({ edit: 'setOrganization', organization, blocksOAuthApps: true });
    for (const path of [billing, '/repos/acme/docs/codespaces/secrets'])
      assert.match(messageOf(await request('GET', path)), /OAuth App access restrictions/);
    gitHub.edit({ edit: 'setOrganization', organization, blocksOAuthApps: false, hasIpAllowList: true });
    assert.match(messageOf(await request('GET', billing)), /IP allow list/);
  });

  it('exist in a repository of a user, for that user', async () => {
    const path = '/repos/octocat/dotfiles/codespaces/secrets';
    assert.equal(await statusOf('PUT', `${path}/KEY`, { body: await seal('mine', path) }), 201);
    assert.equal(gitHub.repositoryValue('octocat/dotfiles', 'KEY'), 'mine');
    assert.equal(await statusOf('GET', path, mona), 404);
    gitHub.edit({
      edit: 'setCollaborator',
      fullName: 'octocat/dotfiles',
      user: 'mona',
      permission: 'read',
    });
    assert.equal(messageOf(await request('GET', path, mona)), adminMessage);
  });

  it('are unknown to an Enterprise Server, and where the app is missing', async () => {
    assert.equal(await statusOf('GET', `/api/v3${billing}`), 404);
    gitHub.edit({ edit: 'setOrganization', organization, missingApps: ['codespaces'] });
    assert.equal(await statusOf('GET', billing), 404);
  });

  it('answer 304 until one changes', async () => {
    const headers = { 'If-None-Match': (await request('GET', billing)).headers.get('etag') ?? '' };
    assert.equal(await statusOf('GET', billing, { headers }), 304);
    gitHub.edit({ edit: 'setRepositorySecret', fullName, name: 'npm_token', value: 'other' });
    assert.equal(await statusOf('GET', billing, { headers }), 200);
    gitHub.edit({ edit: 'deleteRepositorySecret', fullName, name: 'npm_token' });
    assert.equal(gitHub.repositorySecret(fullName, 'NPM_TOKEN'), undefined);
  });

  it('fail, wait and lose answers as faults say', async () => {
    gitHub.fault({ kind: 'status', status: 500, method: 'GET', path: billing });
    gitHub.fault({ kind: 'status', status: 403, method: 'PUT', path: `${billing}/*` });
    assert.equal(await statusOf('GET', billing), 500);
    const body = await seal('lost');
    assert.equal(await statusOf('PUT', `${billing}/NEW`, { body }), 403);
    gitHub.fault({ kind: 'dropAfter', method: 'PUT', path: `${billing}/NEW` });
    await assert.rejects(request('PUT', `${billing}/NEW`, { body }), /fetch failed/);
    assert.equal(gitHub.repositoryValue(fullName, 'NEW'), 'lost');
    const held = gitHub.fault({ kind: 'hold', path: `${billing}/NEW`, method: 'DELETE' });
    const deleted = statusOf('DELETE', `${billing}/NEW`);
    await held.holding();
    assert.ok(gitHub.repositorySecret(fullName, 'NEW'));
    held.release();
    assert.equal(await deleted, 204);
  });
});
