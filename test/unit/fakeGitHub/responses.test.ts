import assert from 'node:assert/strict';
import { get } from 'node:http';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { demoToken, demoFixture } from '../../github/fixtures';
import { send, type Sent } from './client';

describe('simulated GitHub: pages, entity tags and headers', () => {
  let fakeGitHub: FakeGitHubServer;
  const read = (path: string, sent?: Sent) =>
    send(fakeGitHub.url, 'GET', path, { token: demoToken, ...sent });
  const repos = '/orgs/acme/repos';

  before(async () => {
    fakeGitHub = await startFakeGitHub({ fixture: demoFixture() });
  });
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('gives 30 a page unless asked, and 100 at most', async () => {
    assert.equal(((await read(repos)).body as unknown[]).length, 30);
    assert.equal(((await read(`${repos}?per_page=1000`)).body as unknown[]).length, 100);
    assert.equal(((await read(`${repos}?per_page=100&page=3`)).body as unknown[]).length, 40);
    assert.deepEqual((await read(`${repos}?per_page=100&page=4`)).body, []);
  });

  it('links to the neighbours of a page by the id of the organization', async () => {
    const page = (number: number) =>
      `<${fakeGitHub.url}/organizations/9001/repos?per_page=100&page=${number}>`;
    const link = async (query: string) => (await read(`${repos}?per_page=100${query}`)).headers.get('link');
    assert.equal(await link(''), `${page(2)}; rel="next", ${page(3)}; rel="last"`);
    assert.equal(
      await link('&page=2'),
      `${page(1)}; rel="prev", ${page(3)}; rel="next", ${page(3)}; rel="last", ${page(1)}; rel="first"`,
    );
    assert.equal(await link('&page=3'), `${page(2)}; rel="prev", ${page(1)}; rel="first"`);
    assert.equal((await read('/orgs/umbrella/repos')).headers.get('link'), null);
  });

  it('reaches every item once by following the links, under both bases', async () => {
    for (const base of ['', '/api/v3']) {
      const names: string[] = [];
      let next: string | undefined = `${fakeGitHub.url}${base}${repos}?per_page=100`;
      while (next) {
        const { body, headers } = await send(next, 'GET', '', { token: demoToken });
        names.push(...(body as { name: string }[]).map(({ name }) => name));
        next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
        assert.ok(!next || next.startsWith(`${fakeGitHub.url}${base}/organizations/`));
      }
      assert.equal(new Set(names).size, 240);
      assert.equal(names.length, 240);
    }
  });

  it('records a linked path under the login, and what was sent as it was', async () => {
    fakeGitHub.forgetRequests();
    await read('/api/v3/organizations/9001/repos?page=2');
    assert.equal(fakeGitHub.requests[0]?.path, '/orgs/acme/repos?page=2');
    assert.equal(fakeGitHub.requests[0].url, '/api/v3/organizations/9001/repos?page=2');
  });

  it('pages the selection of a secret with its count', async () => {
    const path = '/orgs/acme/codespaces/secrets/ARTIFACTORY_PASSWORD/repositories?per_page=100&page=2';
    const { body } = await read(path);
    const { total_count: count, repositories } = body as { total_count: number; repositories: unknown[] };
    assert.equal(count, 130);
    assert.equal(repositories.length, 30);
  });

  it('sorts and filters repositories', async () => {
    type Repository = Record<'name' | 'visibility' | 'created_at', string>;
    const list = async (query: string) => (await read(`${repos}?per_page=100&${query}`)).body as Repository[];
    const names = (await list('sort=full_name')).map(({ name }) => name);
    assert.deepEqual(names, [...names].sort());
    const times = (await list('')).map(repository => repository.created_at);
    assert.deepEqual(times, [...times].sort().reverse());
    assert.ok((await list('type=public')).every(({ visibility }) => visibility === 'public'));
    assert.ok((await list('type=private')).every(({ visibility }) => visibility !== 'public'));
  });

  it('answers 304 to what the client has, at no cost, until it changes', async () => {
    const path = '/orgs/acme/codespaces/secrets';
    const first = await read(path);
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^W\/"[0-9a-f]{64}"$/);
    assert.equal(first.headers.get('cache-control'), 'private, max-age=60, s-maxage=60');
    const used = first.headers.get('x-ratelimit-used');
    const again = await read(path, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body, undefined);
    assert.equal(again.headers.get('etag'), etag);
    assert.equal(again.headers.get('x-ratelimit-used'), used);
    fakeGitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'DB_URL', visibility: 'all' });
    assert.equal((await read(path, { headers: { 'If-None-Match': etag } })).status, 200);
  });

  it('calls a page the same that has a further one now, and links to nothing then', async () => {
    const path = '/orgs/initech/repos?sort=full_name&per_page=2';
    const organization = 'initech';
    const create = (repository: string) =>
      fakeGitHub.edit({ edit: 'createRepository', organization, repository, visibility: 'public' });
    fakeGitHub.edit({ edit: 'createOrganization', organization });
    create('a');
    create('b');
    const etag = (await read(path)).headers.get('etag') ?? '';
    const again = () => read(path, { headers: { 'If-None-Match': etag } });
    create('c');
    const same = await again();
    assert.deepEqual([same.status, same.headers.get('link')], [304, null]);
    assert.match((await read(path)).headers.get('link') ?? '', /rel="next"/);
    create('aa');
    assert.equal((await again()).status, 200);
  });

  it('gives another tag to another token, and no header on sign-on with 304', async () => {
    const path = '/user/memberships/orgs';
    fakeGitHub.edit(
      { edit: 'setToken', token: 'gho_second', user: 'octocat', scopes: ['admin:org', 'repo'] },
      { edit: 'createOrganization', organization: 'aperture', sso: true },
      { edit: 'setMembership', organization: 'aperture', user: 'octocat' },
    );
    const first = await read(path);
    assert.match(first.headers.get('x-github-sso') ?? '', /^partial-results/);
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' };
    const same = await read(path, { headers });
    assert.deepEqual([same.status, same.headers.get('x-github-sso')], [304, null]);
    assert.equal((await read(path, { headers, token: 'gho_second' })).status, 200);
  });

  it('tells the scopes, the limit and the version', async () => {
    const { headers } = await read('/orgs/acme/codespaces/secrets');
    assert.equal(headers.get('x-oauth-scopes'), 'admin:org, repo, read:user, user:email, workflow');
    assert.equal(headers.get('x-accepted-oauth-scopes'), 'admin:org');
    assert.equal(headers.get('x-ratelimit-limit'), '5000');
    assert.equal(headers.get('x-ratelimit-resource'), 'core');
    assert.equal(headers.get('x-github-api-version-selected'), '2022-11-28');
    assert.match(headers.get('x-github-request-id') ?? '', /^[0-9A-F]{4}(:[0-9A-F]+){4}$/);
    assert.equal(headers.get('x-github-enterprise-version'), null);
    assert.ok((await read('/api/v3/meta')).headers.get('x-github-enterprise-version'));
  });

  it('refuses a version of the API that it does not know', async () => {
    const ask = (version: string, base = '') =>
      read(`${base}/user`, { headers: { 'X-GitHub-Api-Version': version } });
    assert.equal((await ask('1999-01-01')).status, 400);
    for (const version of ['2022-11-28', '2026-03-10']) {
      const { status, headers } = await ask(version);
      assert.deepEqual([status, headers.get('x-github-api-version-selected')], [200, version]);
    }
    assert.equal((await ask('2022-11-28', '/api/v3')).status, 200);
    assert.equal((await ask('2026-03-10', '/api/v3')).status, 400);
  });

  it('lets a browser of any origin read what api.github.com lets it read', async () => {
    const { headers } = await read('/user');
    assert.equal(headers.get('access-control-allow-origin'), '*');
    for (const name of ['ETag', 'Link', 'Retry-After', 'X-OAuth-Scopes', 'X-GitHub-SSO', 'X-RateLimit-Reset'])
      assert.ok(headers.get('access-control-expose-headers')?.split(', ').includes(name), name);
    fakeGitHub.forgetRequests();
    const preflight = await send(fakeGitHub.url, 'OPTIONS', '/orgs/acme/codespaces/secrets/X', {
      token: null,
    });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /\bDELETE\b/);
    const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ') ?? [];
    assert.ok(
      ['Authorization', 'If-None-Match', 'X-GitHub-Api-Version'].every(name => allowed.includes(name)),
    );
    assert.ok(!allowed.includes('Cache-Control'));
    assert.deepEqual(fakeGitHub.requests, []);
  });

  it('names the host by which it was asked', async () => {
    const hosts = {
      'api.github.localhost': 'http://api.github.localhost',
      'api.github.com': 'https://api.github.com',
    };
    for (const [host, origin] of Object.entries(hosts)) {
      const text = await new Promise<string>((resolve, reject) => {
        const headers = { Host: host, 'User-Agent': 'test', Authorization: `token ${demoToken}` };
        get(`${fakeGitHub.url}/user`, { headers }, response => {
          response.setEncoding('utf8').on('data', resolve);
        }).on('error', reject);
      });
      assert.equal((JSON.parse(text) as { url: string }).url, `${origin}/users/octocat`);
    }
  });

  it('answers the GraphQL that gh asks, and no other', async () => {
    const ask = (query: string) =>
      send(fakeGitHub.url, 'POST', '/graphql', { token: demoToken, body: { query } });
    const { body } = await ask(
      'query Map { repo_000: repository(owner: "acme", name: "billing") { databaseId } repo_001: repository(owner: "acme", name: "none") { databaseId } }',
    );
    const { data, errors } = body as {
      data: Record<string, { databaseId: number } | null>;
      errors: { type: string }[];
    };
    assert.ok(data['repo_000']?.databaseId);
    assert.equal(data['repo_001'], null);
    assert.equal(errors[0]?.type, 'NOT_FOUND');
    assert.equal((await ask('{ search }')).status, 500);
    assert.equal(fakeGitHub.violations.splice(0).length, 1);
  });
});
