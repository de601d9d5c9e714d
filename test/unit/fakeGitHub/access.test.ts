import assert from 'node:assert/strict';
import type { FixtureEdit } from '../../github/edits';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { testToken } from '../../github/fixtures';
import { messageOf, send, type Sent } from './client';

const hour = 60 * 60 * 1000;

describe('simulated GitHub: who may see what', () => {
  let fakeGitHub: FakeGitHubServer;
  let clock = Date.UTC(2025, 5, 1);
  const read = (path: string, sent?: Sent) => send(fakeGitHub.url, 'GET', path, sent);
  const statusOf = async (path: string, sent?: Sent) => (await read(path, sent)).status;
  const secretsOf = (organization: string) => `/orgs/${organization}/codespaces/secrets`;
  const scopes = (...list: string[]): FixtureEdit => ({
    edit: 'setToken',
    token: testToken,
    user: 'octocat',
    scopes: list,
  });
  const logins = (body: unknown) =>
    (body as { organization: { login: string } }[]).map(({ organization }) => organization.login);

  before(async () => {
    fakeGitHub = await startFakeGitHub({ now: () => clock });
  });
  beforeEach(() => fakeGitHub.reset());
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('answers 401 without a token, with a wrong one, and with a revoked one', async () => {
    assert.equal(messageOf(await read('/user', { token: null })), 'Requires authentication');
    assert.equal(messageOf(await read('/user', { token: 'gho_wrong' })), 'Bad credentials');
    fakeGitHub.edit({ edit: 'revokeToken', token: testToken });
    assert.equal(await statusOf(secretsOf('acme')), 401);
  });

  it('takes a token as token, Bearer and Basic', async () => {
    const basic = Buffer.from(`octocat:${testToken}`).toString('base64');
    for (const Authorization of [`token ${testToken}`, `bearer ${testToken}`, `Basic ${basic}`])
      assert.equal(await statusOf('/user', { token: null, headers: { Authorization } }), 200);
  });

  it('hides secrets behind 404 from those who are no owner, lack admin:org, or ask for nothing', async () => {
    assert.equal(await statusOf(secretsOf('acme')), 200);
    assert.equal(await statusOf(secretsOf('hooli')), 404);
    assert.equal(await statusOf(secretsOf('nowhere')), 404);
    fakeGitHub.edit(scopes('repo', 'write:org'));
    assert.equal(await statusOf(secretsOf('acme')), 404);
    fakeGitHub.edit(scopes('admin:org'), {
      edit: 'setMembership',
      organization: 'acme',
      user: 'octocat',
      role: 'admin',
      state: 'pending',
    });
    assert.equal(await statusOf(secretsOf('acme')), 404);
  });

  it('shows a free organization an empty list and no public key', async () => {
    assert.deepEqual((await read(secretsOf('initrode'))).body, { total_count: 0, secrets: [] });
    assert.equal(await statusOf(`${secretsOf('initrode')}/public-key`), 404);
  });

  it('shows the plan to owners', async () => {
    const plan = async (organization: string) =>
      ((await read(`/orgs/${organization}`)).body as { plan?: { name: string } }).plan?.name;
    assert.equal(await plan('acme'), 'team');
    assert.equal(await plan('initrode'), 'free');
    assert.equal(await plan('hooli'), undefined);
  });

  it('shows private repositories with the repo scope alone', async () => {
    const count = async () => ((await read('/orgs/acme/repos')).body as unknown[]).length;
    assert.equal(await count(), 12);
    fakeGitHub.edit(scopes('admin:org'));
    assert.equal(await count(), 5);
    assert.equal(await statusOf('/repos/acme/billing'), 404);
    assert.equal(await statusOf('/repos/acme/docs', { token: null }), 200);
  });

  it('lists memberships by state, and wants read:org for it', async () => {
    fakeGitHub.edit({ edit: 'setMembership', organization: 'hooli', user: 'octocat', state: 'pending' });
    const list = async (query: string) => logins((await read(`/user/memberships/orgs${query}`)).body);
    assert.deepEqual(await list(''), ['acme', 'initrode', 'umbrella', 'hooli']);
    assert.deepEqual(await list('?state=active'), ['acme', 'initrode', 'umbrella']);
    assert.deepEqual(await list('?state=pending'), ['hooli']);
    fakeGitHub.edit(scopes('gist'));
    assert.equal(await statusOf('/user/memberships/orgs'), 403);
    assert.equal(await statusOf('/user/memberships/orgs/nowhere'), 404);
  });

  it('leaves an organization behind single sign-on out of lists, and says so', async () => {
    const { headers, body } = await read('/user/memberships/orgs');
    assert.equal(headers.get('x-github-sso'), 'partial-results; organizations=9002');
    assert.ok(!logins(body).includes('globex'));
  });

  it('asks for single sign-on with 403, and its page authorises the token', async () => {
    const refused = await read(secretsOf('globex'));
    assert.equal(refused.status, 403);
    assert.match(messageOf(refused), /SAML enforcement. You must grant your OAuth token access/);
    const header = refused.headers.get('x-github-sso') ?? '';
    const url = /^required; url=(.+)$/.exec(header)?.[1] ?? '';
    assert.ok(url.startsWith(`${fakeGitHub.url}/orgs/globex/sso?authorization_request=`));
    const page = await fetch(url, { headers: { Accept: 'text/html' } });
    assert.equal(page.status, 200);
    assert.match(await page.text(), /globex authorised/);
    assert.equal(await statusOf(secretsOf('globex')), 200);
    assert.equal((await read('/user/memberships/orgs')).headers.get('x-github-sso'), null);
    assert.equal(await statusOf(secretsOf('globex'), { token: 'gho_hubot' }), 404);
  });

  it('lets the address of single sign-on live for an hour', async () => {
    const header = (await read(secretsOf('globex'))).headers.get('x-github-sso') ?? '';
    clock += hour + 1;
    assert.equal((await fetch(header.slice('required; url='.length))).status, 404);
    assert.equal(await statusOf(secretsOf('globex')), 403);
  });

  it('keeps the tokens of OAuth apps out where the organization does, and says so', async () => {
    fakeGitHub.edit(
      { edit: 'setOrganization', organization: 'acme', blocksOAuthApps: true },
      { edit: 'setToken', token: 'ghp_personal', user: 'octocat', scopes: ['admin:org', 'repo'] },
    );
    const paths = [secretsOf('acme'), `${secretsOf('acme')}/public-key`, '/repos/acme/billing'];
    for (const path of [...paths, '/user/memberships/orgs/acme']) {
      const refused = await read(path);
      assert.equal(refused.status, 403, path);
      assert.match(
        messageOf(refused),
        /^Although you appear to have .+ the `acme` organization has enabled OAuth App access restrictions/,
      );
      assert.equal(await statusOf(path, { token: 'ghp_personal' }), 200);
    }
    assert.equal(await statusOf('/repos/acme/docs'), 200);
    assert.ok(!logins((await read('/user/memberships/orgs')).body).includes('acme'));
  });

  it('refuses the whole list of organizations for one that keeps apps out, where it is set so', async () => {
    fakeGitHub.edit({
      edit: 'setOrganization',
      organization: 'umbrella',
      blocksOAuthApps: true,
      blocksLists: true,
    });
    const refused = await read('/user/memberships/orgs');
    assert.equal(refused.status, 403);
    assert.match(messageOf(refused), /`umbrella` organization has enabled OAuth App access restrictions/);
  });

  it('answers a missing role or scope with 403 where it is set so, to members alone', async () => {
    fakeGitHub.edit(
      { edit: 'setOrganization', organization: 'hooli', missingRole: 'forbidden' },
      { edit: 'setOrganization', organization: 'acme', missingRole: 'forbidden' },
    );
    const message = 'You must be an org admin or have the codespaces secrets fine-grained permission.';
    const refused = await read(secretsOf('hooli'));
    assert.deepEqual([refused.status, messageOf(refused)], [403, message]);
    assert.equal(await statusOf(secretsOf('hooli'), { token: 'gho_hubot' }), 404);
    fakeGitHub.edit(scopes('repo'));
    assert.equal(await statusOf(secretsOf('acme')), 403);
  });

  it('refuses every token from an address that is not on the list', async () => {
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', hasIpAllowList: true });
    for (const path of [secretsOf('acme'), '/orgs/acme', '/orgs/acme/repos', '/repos/acme/docs']) {
      const refused = await read(path);
      assert.equal(refused.status, 403, path);
      assert.match(
        messageOf(refused),
        /`acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource\.$/,
      );
      assert.equal(refused.headers.get('x-github-sso'), null);
    }
    assert.equal(await statusOf('/repos/acme/docs', { token: null }), 200);
    assert.ok(logins((await read('/user/memberships/orgs')).body).includes('acme'));
  });

  it('tells nobody the name of an organization behind single sign-on, where it is set so', async () => {
    assert.equal(await statusOf('/user/9002'), 200);
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'globex', hidesName: true });
    const { headers } = await read('/user/memberships/orgs');
    assert.equal(headers.get('x-github-sso'), 'partial-results; organizations=9002');
    assert.equal(await statusOf('/user/9002'), 404);
  });

  it('has no Codespaces secrets on an Enterprise Server', async () => {
    for (const path of ['', '/public-key', '/NPM_TOKEN', '/NPM_TOKEN/repositories']) {
      const { status, headers } = await read(`/api/v3${secretsOf('acme')}${path}`);
      assert.equal(status, 404);
      assert.match(headers.get('x-github-enterprise-version') ?? '', /^3\./);
    }
    assert.equal(await statusOf('/api/v3/orgs/acme/repos'), 200);
    assert.equal(await statusOf(`/api/v3${secretsOf('acme')}`, { token: 'gho_wrong' }), 401);
    const cloud = await startFakeGitHub({ apiV3: 'cloud' });
    const { status, headers } = await send(cloud.url, 'GET', `/api/v3${secretsOf('acme')}`);
    assert.deepEqual([status, headers.get('x-github-enterprise-version')], [200, null]);
    await cloud.close();
  });
});
