import assert from 'node:assert/strict';
import { FakeGitHub } from '../../github/fakeGitHub';
import { largeFixture, largeToken, testToken, userSecretsToken } from '../../github/fixtures';
import { messageOf, sealedAt, send, type Sent } from './client';

const api = 'https://api.github.com';
const secrets = '/user/codespaces/secrets';
const openai = `${secrets}/OPENAI_API_KEY`;
const token = userSecretsToken(testToken);
const [apiGateway, billing, reactor, nucleus, dotfiles] = [70001, 70002, 70101, 70401, 70501];

describe("simulated GitHub: a user's secrets", () => {
  const gitHub = new FakeGitHub();
  const request = (method: string, path: string, sent?: Sent) =>
    send(api, method, path, { fetch: gitHub.fetch, token, ...sent });
  const statusOf = async (method: string, path: string, sent?: Sent) =>
    (await request(method, path, sent)).status;
  const put = (name: string, body: object) => request('PUT', `${secrets}/${name}`, { body });
  const seal = (value: string) => sealedAt(api, secrets, value, { fetch: gitHub.fetch, token });
  const selected = (name = 'OPENAI_API_KEY') => gitHub.userSecret('octocat', name)?.repositories;
  const listed = async (path = `${openai}/repositories`) => {
    const { body } = await request('GET', path);
    return (body as { repositories: { full_name: string }[] }).repositories.map(({ full_name: it }) => it);
  };

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('are listed as selected, with the address of their repositories', async () => {
    const { body } = await request('GET', secrets);
    const { total_count: count, secrets: all } = body as { total_count: number; secrets: unknown[] };
    assert.equal(count, 3);
    assert.deepEqual(all[1], {
      name: 'OPENAI_API_KEY',
      created_at: '2023-01-01T00:00:00Z',
      updated_at: '2025-01-13T00:00:00Z',
      visibility: 'selected',
      selected_repositories_url: `${api}${openai}/repositories`,
    });
    assert.deepEqual((await request('GET', `${secrets}/openai_api_key`)).body, all[1]);
  });

  it('need codespace or codespace:secrets, which opens nothing else', async () => {
    const refused = await request('GET', secrets, { token: testToken });
    assert.deepEqual(
      [refused.status, messageOf(refused), refused.headers.get('x-accepted-oauth-scopes')],
      [403, 'Must have admin rights to Repository.', 'codespace, codespace:secrets'],
    );
    assert.equal(await statusOf('PUT', openai, { token: testToken, body: { key_id: '1' } }), 403);
    gitHub.edit({ edit: 'setToken', token: 'gho_wide', user: 'octocat', scopes: ['codespace'] });
    assert.equal(await statusOf('GET', secrets, { token: 'gho_wide' }), 200);
    assert.equal(await statusOf('GET', '/orgs/acme/codespaces/secrets'), 404);
    assert.equal(await statusOf('GET', '/repos/acme/billing/codespaces/secrets'), 404);
    assert.equal(await statusOf('GET', secrets, { token: null }), 401);
  });

  it('are those of the user alone', async () => {
    const mona = { token: userSecretsToken('gho_mona') };
    assert.deepEqual((await request('GET', secrets, mona)).body, { total_count: 0, secrets: [] });
    assert.equal(await statusOf('DELETE', openai, mona), 404);
    const body = { ...(await seal('x')), selected_repository_ids: [billing] };
    assert.equal(await statusOf('PUT', openai, { ...mona, body }), 422);
  });

  it('are created with 201 and changed with 204, in upper case', async () => {
    const created = await put('new_one', { ...(await seal('first')), selected_repository_ids: [billing] });
    assert.equal(created.status, 201);
    assert.equal(gitHub.userValue('octocat', 'New_One'), 'first');
    assert.deepEqual(selected('NEW_ONE'), ['acme/billing']);
    const ids = [String(apiGateway), dotfiles];
    const changed = await put('NEW_ONE', { ...(await seal('second')), selected_repository_ids: ids });
    assert.equal(changed.status, 204);
    assert.deepEqual(selected('NEW_ONE'), ['acme/api-gateway', 'octocat/dotfiles']);
  });

  it('keep their value where none is sent, and lose their repositories where none are sent', async () => {
    const { key_id } = await seal('x');
    assert.equal((await put('OPENAI_API_KEY', { key_id })).status, 204);
    assert.equal(gitHub.userValue('octocat', 'OPENAI_API_KEY'), 'the value of OPENAI_API_KEY');
    assert.deepEqual(selected(), []);
    assert.equal((await put('NEW', { key_id })).status, 422);
  });

  it('want a key id, the present one, and a good name', async () => {
    const value = await seal('x');
    gitHub.edit({ edit: 'rotateUserKey', user: 'octocat' });
    assert.match(messageOf(await put('NEW', value)), /improperly encrypted secret$/);
    assert.equal((await put('SCRATCH', { key_id: value.key_id })).status, 422);
    assert.equal((await put('NEW', await seal('x'))).status, 201);
    assert.equal((await put('github_x', await seal('x'))).status, 422);
    assert.equal(gitHub.userValue('octocat', 'SCRATCH'), 'the value of SCRATCH');
    gitHub.countsViolations = false;
    const { encrypted_value } = value;
    assert.match(messageOf(await put('NEW', { encrypted_value })), /"key_id" wasn't supplied/);
    assert.equal((await put('NEW', { ...(await seal('x')), visibility: 'selected' })).status, 422);
  });

  it('are a hundred and not one more', async () => {
    const userSecrets = { secrets: 100, selected: 2 };
    const large = new FakeGitHub({
      fixture: largeFixture({ repositories: 3, secrets: 0, selectedPerSecret: 0, userSecrets }),
    });
    const sent = { fetch: large.fetch, token: userSecretsToken(largeToken) };
    const body = await sealedAt(api, secrets, 'x', sent);
    assert.equal((await send(api, 'PUT', `${secrets}/NEW`, { ...sent, body })).status, 422);
    const page = await send(api, 'GET', `${secrets}?per_page=100`, sent);
    assert.equal((page.body as { secrets: unknown[] }).secrets.length, 100);
    assert.equal(large.userSecret('octocat', 'USER_SECRET_99')?.repositories.length, 2);
    assert.deepEqual(large.violations, []);
  });

  it('are deleted with 204, and then answer 404', async () => {
    assert.equal(await statusOf('DELETE', `${secrets}/openai_api_key`), 204);
    for (const [method, path] of [
      ['DELETE', ''],
      ['GET', ''],
      ['GET', '/repositories'],
    ] as const)
      assert.equal(await statusOf(method, openai + path), 404);
  });

  it('list all their repositories at once, of organizations and users alike', async () => {
    assert.deepEqual(await listed(), ['acme/api-gateway', 'acme/billing']);
    assert.deepEqual(await listed(`${secrets}/DOTFILES_KEY/repositories`), ['octocat/dotfiles']);
    assert.equal((await listed(`${openai}/repositories?per_page=1`)).length, 2);
    assert.match(gitHub.violations.splice(0)[0]?.problem ?? '', /no query parameter "per_page"/);
  });

  it('take, lose and replace repositories that the user can reach', async () => {
    const one = (id: number) => `${openai}/repositories/${id}`;
    assert.equal(await statusOf('PUT', one(dotfiles)), 204);
    assert.equal(await statusOf('PUT', one(nucleus)), 204);
    assert.equal(await statusOf('DELETE', one(billing)), 204);
    assert.equal(await statusOf('DELETE', one(billing)), 204);
    assert.deepEqual(selected(), ['acme/api-gateway', 'hooli/nucleus', 'octocat/dotfiles']);
    const body = { selected_repository_ids: [billing] };
    assert.equal(await statusOf('PUT', `${openai}/repositories`, { body }), 204);
    assert.deepEqual(selected(), ['acme/billing']);
    assert.ok((gitHub.userSecret('octocat', 'OPENAI_API_KEY')?.updatedAt ?? 0) > Date.UTC(2025, 0, 14));
  });

  it('take no repository that the user cannot reach', async () => {
    gitHub.edit(
      { edit: 'createUserRepository', user: 'mona', repository: 'diary', id: 70601 },
      { edit: 'createUserRepository', user: 'mona', repository: 'blog', id: 70602, visibility: 'public' },
    );
    for (const id of [1, 70601]) {
      const body = { selected_repository_ids: [billing, id] };
      assert.equal(await statusOf('PUT', `${openai}/repositories`, { body }), 404);
      assert.equal(await statusOf('PUT', `${openai}/repositories/${id}`), 404);
      assert.equal((await put('NEW', { ...(await seal('x')), ...body })).status, 422);
    }
    assert.deepEqual(selected(), ['acme/api-gateway', 'acme/billing']);
    assert.equal(await statusOf('PUT', `${openai}/repositories/70602`), 204);
  });

  it('ask for single sign-on before they take a repository behind it, and leave it out of lists', async () => {
    const path = `${openai}/repositories/${reactor}`;
    const refused = await request('PUT', path);
    assert.equal(refused.status, 403);
    assert.match(refused.headers.get('x-github-sso') ?? '', /^required; url=/);
    gitHub.edit({ edit: 'authorizeToken', token, organization: 'globex' });
    assert.equal(await statusOf('PUT', path), 204);
    gitHub.edit({ edit: 'unauthorizeToken', token, organization: 'globex' });
    const { headers, body } = await request('GET', `${openai}/repositories`);
    assert.equal(headers.get('x-github-sso'), 'partial-results; organizations=9002');
    assert.equal((body as { total_count: number }).total_count, 2);
  });

  it('are refused and hidden repositories of an organization that keeps apps out', async () => {
    gitHub.edit({ edit: 'setOrganization', organization: 'acme', blocksOAuthApps: true });
    assert.match(
      messageOf(await request('PUT', `${openai}/repositories/${billing}`)),
      /OAuth App access restrictions/,
    );
    assert.deepEqual(await listed(), []);
    assert.deepEqual(selected(), ['acme/api-gateway', 'acme/billing']);
  });

  it('follow a repository that is transferred, and forget one that is deleted or taken away', async () => {
    gitHub.edit(
      { edit: 'transferRepository', fullName: 'acme/billing', to: 'umbrella' },
      { edit: 'deleteRepository', organization: 'acme', repository: 'api-gateway' },
    );
    assert.deepEqual(await listed(), ['umbrella/billing']);
    gitHub.edit({ edit: 'removeMembership', organization: 'umbrella', user: 'octocat' });
    assert.deepEqual(await listed(), []);
  });

  it('are changed by another device of the user meanwhile', async () => {
    const user = 'octocat';
    gitHub.edit(
      { edit: 'setUserSecret', user, name: 'openai_api_key', value: 'other' },
      { edit: 'setUserSecret', user, name: 'NEW', repositories: ['acme/docs'] },
      { edit: 'setUserSecretRepositories', user, name: 'SCRATCH', repositories: ['octocat/dotfiles'] },
      { edit: 'deleteUserSecret', user, name: 'DOTFILES_KEY' },
    );
    assert.equal(gitHub.userValue(user, 'OPENAI_API_KEY'), 'other');
    assert.deepEqual(selected(), ['acme/api-gateway', 'acme/billing']);
    assert.deepEqual(selected('NEW'), ['acme/docs']);
    assert.deepEqual(selected('SCRATCH'), ['octocat/dotfiles']);
    assert.equal(selected('DOTFILES_KEY'), undefined);
    const before = (await request('GET', secrets)).headers.get('etag') ?? '';
    assert.equal(await statusOf('GET', secrets, { headers: { 'If-None-Match': before } }), 304);
  });

  it('are unknown to an Enterprise Server', async () => {
    assert.equal(await statusOf('GET', `/api/v3${secrets}`), 404);
  });

  it('fail and lose answers as faults say', async () => {
    gitHub.fault({ kind: 'status', status: 500, path: secrets });
    assert.equal(await statusOf('GET', secrets), 500);
    gitHub.fault({ kind: 'dropAfter', method: 'DELETE', path: openai });
    await assert.rejects(request('DELETE', openai), /fetch failed/);
    assert.equal(selected(), undefined);
  });
});
