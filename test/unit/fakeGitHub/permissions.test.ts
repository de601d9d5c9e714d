import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import { demoFixture } from '../../github/fixtures';
import { messageOf, send, type Sent } from './client';

const api = 'https://api.github.com';
const organization = 'acme';
const fullName = 'acme/billing';

interface Repository {
  full_name: string;
  owner: { login: string; type: string };
  permissions?: Record<'admin' | 'maintain' | 'push' | 'triage' | 'pull', boolean>;
}

describe('simulated GitHub: what somebody may do with a repository', () => {
  const gitHub = new FakeGitHub();
  const read = (path: string, sent?: Sent) =>
    send(api, 'GET', path, { fetch: gitHub.fetch, token: 'gho_mona', ...sent });
  const statusOf = async (path: string, sent?: Sent) => (await read(path, sent)).status;
  const permissions = async (path: string, sent?: Sent) => {
    const given = ((await read(path, sent)).body as Repository).permissions;
    return Object.entries(given ?? {}).flatMap(([name, isGiven]) => (isGiven ? name : []));
  };
  const names = async (query = '', sent?: Sent) =>
    ((await read(`/user/repos${query}`, sent)).body as Repository[]).map(({ full_name: name }) => name);
  const base = (basePermission: 'none' | 'read' | 'write' | 'admin') =>
    gitHub.edit({ edit: 'setOrganization', organization, basePermission });

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('is everything for owners, and nothing for those without a token', async () => {
    const octocat = { token: 'gho_test' };
    const all = ['admin', 'maintain', 'push', 'triage', 'pull'];
    assert.deepEqual(await permissions('/repos/acme/billing', octocat), all);
    assert.deepEqual(await permissions('/repos/octocat/dotfiles', octocat), all);
    assert.deepEqual(await permissions('/repos/acme/docs', { token: null }), []);
    assert.equal(await statusOf('/repos/acme/billing', { token: null }), 404);
  });

  it('is the wider of what members have and what collaborators have', async () => {
    assert.deepEqual(await permissions('/repos/acme/billing'), ['push', 'triage', 'pull']);
    assert.deepEqual(await permissions('/repos/acme/payments'), ['pull']);
    assert.deepEqual(await permissions('/repos/acme/api-gateway'), ['pull']);
    base('write');
    assert.deepEqual(await permissions('/repos/acme/payments'), ['push', 'triage', 'pull']);
    gitHub.edit({ edit: 'setCollaborator', fullName, user: 'mona', permission: 'admin' });
    assert.equal((await permissions('/repos/acme/billing')).length, 5);
  });

  it('is nothing with a private repository where members have none and nobody was invited', async () => {
    base('none');
    assert.equal(await statusOf('/repos/acme/api-gateway'), 404);
    assert.equal(await statusOf('/repos/acme/billing'), 200);
    assert.deepEqual(await permissions('/repos/acme/infrastructure'), ['pull']);
    assert.deepEqual(await permissions('/repos/acme/docs'), ['pull']);
    const listed = (await read('/orgs/acme/repos')).body as Repository[];
    assert.equal(listed.length, 9);
    gitHub.edit({ edit: 'setCollaborator', fullName, user: 'mona', permission: 'none' });
    assert.equal(await statusOf('/repos/acme/billing'), 404);
  });

  it('is what an outside collaborator was invited to', async () => {
    gitHub.edit({ edit: 'removeMembership', organization, user: 'mona' });
    assert.deepEqual(await permissions('/repos/acme/billing'), ['push', 'triage', 'pull']);
    assert.equal(await statusOf('/repos/acme/infrastructure'), 404);
    assert.deepEqual(await names(), ['acme/billing', 'acme/payments']);
    assert.equal(await statusOf('/orgs/acme/codespaces/secrets'), 404);
  });

  it('needs the repo scope for all that is not public', async () => {
    gitHub.edit({ edit: 'setToken', token: 'gho_mona', user: 'mona', scopes: ['read:org'] });
    assert.equal(await statusOf('/repos/acme/billing'), 404);
    assert.equal(await statusOf('/repos/acme/docs'), 200);
    assert.ok((await names('?visibility=private')).length === 0);
  });

  it('tells owners that are users from organizations', async () => {
    const owner = async (path: string) =>
      ((await read(path, { token: 'gho_test' })).body as Repository).owner.type;
    assert.equal(await owner('/repos/acme/billing'), 'Organization');
    assert.equal(await owner('/repos/octocat/dotfiles'), 'User');
    assert.equal(await statusOf('/repos/octocat/dotfiles'), 404);
  });

  it('lists what a user was given, by full name unless asked', async () => {
    const all = await names('?per_page=100', { token: 'gho_test' });
    assert.deepEqual(all, [...all].sort());
    assert.ok(all.includes('octocat/dotfiles') && all.includes('hooli/nucleus'));
    assert.deepEqual(await names('?type=owner', { token: 'gho_test' }), ['octocat/dotfiles']);
    assert.deepEqual(await names('?affiliation=collaborator'), ['acme/billing', 'acme/payments']);
    assert.ok(!(await names('?type=member', { token: 'gho_test' })).includes('octocat/dotfiles'));
    assert.equal((await names('?visibility=public')).length, 5);
    assert.deepEqual(await names('?since=2030-01-01T00:00:00Z'), []);
    const first = await names('?sort=created&direction=asc&per_page=1', { token: 'gho_test' });
    assert.deepEqual(first, ['acme/api-gateway']);
    assert.equal(await statusOf('/user/repos?type=owner&visibility=all'), 422);
    const { headers } = await read('/user/repos', { token: 'gho_test' });
    assert.equal(headers.get('x-github-sso'), 'partial-results; organizations=9002');
  });

  it('keeps the restrictions of an organization', async () => {
    gitHub.edit({ edit: 'setOrganization', organization, blocksOAuthApps: true });
    assert.match(messageOf(await read('/repos/acme/billing')), /OAuth App access restrictions/);
    assert.ok((await names()).every(name => !['acme/billing', 'acme/payments'].includes(name)));
    gitHub.edit({ edit: 'setOrganization', organization, blocksOAuthApps: false, hasIpAllowList: true });
    assert.deepEqual(await names(), []);
  });

  it('gives the demo a repository whose secret hides one of the organization', () => {
    const demo = new FakeGitHub({ fixture: demoFixture() });
    assert.ok(demo.repositorySecret(fullName, 'NPM_TOKEN'));
    assert.ok(demo.secret(organization, 'NPM_TOKEN')?.repositories.includes('billing'));
    assert.equal(demo.userSecret('octocat', 'OPENAI_API_KEY')?.repositories.length, 3);
  });
});
