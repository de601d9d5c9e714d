import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import { startFakeGitHub } from '../../github/fakeGitHubServer';
import { testToken } from '../../github/fixtures';
import { sealedAt, send, type Sent } from './client';

const api = 'https://api.github.com';
const organization = 'acme';
const former = '/repos/acme/billing/codespaces/secrets';
const rename = { edit: 'setRepository', organization, repository: 'billing', renameTo: 'invoices' } as const;
const transfer = { edit: 'transferRepository', fullName: 'acme/billing', to: 'umbrella' } as const;

describe('simulated GitHub: a repository under its former name', () => {
  const gitHub = new FakeGitHub();
  const sent = { fetch: gitHub.fetch };
  const statusOf = async (path: string, more?: Sent) =>
    (await send(api, 'GET', path, { ...sent, ...more })).status;
  const unfollowed = async (method: string, path: string) => {
    const headers = { authorization: `Bearer ${testToken}` };
    const response = await gitHub.fetch(api + path, { method, headers, redirect: 'manual' });
    const body = (await response.json()) as { message: string; url: string };
    return { status: response.status, location: response.headers.get('location'), body };
  };

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('sends a GET to the id with 301, and other methods with 307', async () => {
    gitHub.edit(rename);
    const url = `${api}/repositories/70002/codespaces/secrets?per_page=5`;
    const moved = await unfollowed('GET', `${former}?per_page=5`);
    assert.deepEqual([moved.status, moved.location, moved.body.url], [301, url, url]);
    assert.equal(moved.body.message, 'Moved Permanently');
    assert.equal((await unfollowed('GET', '/repos/Acme/Billing')).location, `${api}/repositories/70002`);
    assert.equal((await unfollowed('DELETE', `${former}/NPM_TOKEN`)).status, 307);
    assert.ok(gitHub.repositorySecret('acme/invoices', 'NPM_TOKEN'));
  });

  it('is not followed where the client forbids it', async () => {
    gitHub.edit(rename);
    const headers = { authorization: `Bearer ${testToken}` };
    await assert.rejects(gitHub.fetch(api + former, { headers, redirect: 'error' }), /fetch failed/);
  });

  it('is followed by clients, to the same repository and with the same body', async () => {
    gitHub.edit(rename);
    const body = await sealedAt(api, former, 'moved', sent);
    const { status } = await send(api, 'PUT', `${former}/NEW`, { ...sent, body });
    assert.equal(status, 201);
    assert.equal(gitHub.repositoryValue('acme/invoices', 'NEW'), 'moved');
    const paths = gitHub.requests.slice(-2).map(({ path }) => path);
    assert.deepEqual(paths, [`${former}/NEW`, '/repos/acme/invoices/codespaces/secrets/NEW']);
  });

  it('is followed by the fetch of Node over HTTP too', async () => {
    const server = await startFakeGitHub();
    server.edit(rename);
    const { status, body } = await send(server.url, 'GET', '/repos/acme/billing');
    assert.deepEqual([status, (body as { full_name: string }).full_name], [200, 'acme/invoices']);
    const value = await sealedAt(server.url, former, 'x');
    assert.equal((await send(server.url, 'PUT', `${former}/NEW`, { body: value })).status, 201);
    assert.deepEqual(server.violations, []);
    await server.close();
  });

  it('leads to another owner, who gets the own secrets and none of the organization', async () => {
    gitHub.edit(transfer);
    assert.equal(await statusOf(former), 200);
    assert.ok(gitHub.repositorySecret('umbrella/billing', 'NPM_TOKEN'));
    assert.deepEqual(gitHub.secret(organization, 'NPM_TOKEN')?.repositories, ['service-catalog']);
    gitHub.edit({ ...transfer, fullName: 'umbrella/billing', to: 'octocat' });
    const { body } = await send(api, 'GET', '/repos/acme/billing', sent);
    assert.equal((body as { full_name: string }).full_name, 'octocat/billing');
  });

  it('is not told to those who cannot see where it went', async () => {
    gitHub.edit(transfer);
    assert.equal(await statusOf(former, { token: 'gho_hubot' }), 404);
    assert.equal(await statusOf('/repositories/70002', { token: 'gho_hubot' }), 404);
  });

  it('ends when another repository takes the name, or the repository is deleted', async () => {
    gitHub.edit(rename, { edit: 'createRepository', organization, repository: 'billing', id: 99 });
    const { body } = await send(api, 'GET', '/repos/acme/billing', sent);
    assert.equal((body as { id: number }).id, 99);
    gitHub.edit({ edit: 'setRepository', organization, repository: 'docs', renameTo: 'manual' });
    gitHub.edit({ edit: 'deleteRepository', organization, repository: 'manual' });
    assert.equal(await statusOf('/repos/acme/docs'), 404);
  });
});
