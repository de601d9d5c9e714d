import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { messageOf, sealedFor, send, type Sent } from './client';

const secrets = '/orgs/acme/codespaces/secrets';

describe('simulated GitHub: secrets', () => {
  let fakeGitHub: FakeGitHubServer;
  let clock = Date.UTC(2025, 5, 1);
  const put = (name: string, body: unknown) => request('PUT', `/${name}`, { body });
  const request = (method: string, path: string, sent?: Sent) =>
    send(fakeGitHub.url, method, secrets + path, sent);
  const seal = (value: string | Uint8Array) => sealedFor(fakeGitHub.url, 'acme', value);
  const updatedAt = () => fakeGitHub.secret('acme', 'NPM_TOKEN')?.updatedAt;

  before(async () => {
    fakeGitHub = await startFakeGitHub({ now: () => clock });
  });
  beforeEach(() => {
    fakeGitHub.reset();
    clock += 60_000;
  });
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('creates with 201 and changes with 204, in upper case, and opens what was sealed', async () => {
    assert.equal((await put('new_one', { visibility: 'all', ...(await seal('first')) })).status, 201);
    assert.equal(fakeGitHub.value('acme', 'NEW_ONE'), 'first');
    assert.equal((await put('NEW_ONE', { visibility: 'all', ...(await seal('second')) })).status, 204);
    assert.equal(fakeGitHub.value('acme', 'new_one'), 'second');
    assert.equal((await request('GET', '/New_One')).status, 200);
  });

  it('keeps every byte of a value', async () => {
    const value = '\uFEFF \r\n\0 🔑 ä ';
    await put('BYTES', { visibility: 'all', ...(await seal(value)) });
    assert.equal(fakeGitHub.value('acme', 'BYTES'), value);
  });

  it('changes the visibility without a value', async () => {
    assert.equal((await put('NPM_TOKEN', { visibility: 'private' })).status, 204);
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN')?.visibility, 'private');
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
  });

  it('wants a value for a new secret, and for every one where the organization is set so', async () => {
    assert.equal((await put('NEW', { visibility: 'all' })).status, 422);
    fakeGitHub.edit({ edit: 'setOrganization', organization: 'acme', requiresValue: true });
    const refused = await put('NPM_TOKEN', { visibility: 'private' });
    assert.equal(refused.status, 422);
    assert.equal(messageOf(refused), 'Invalid request.\n\n"encrypted_value" wasn\'t supplied.');
  });

  it('clears the selection of a selected secret that is put without ids', async () => {
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['billing', 'service-catalog']);
    await put('NPM_TOKEN', { visibility: 'selected', ...(await seal('rotated')) });
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, []);
    await put('NPM_TOKEN', { visibility: 'selected', selected_repository_ids: [70001, 70004] });
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['api-gateway', 'docs']);
  });

  it('shows where the selection is for selected secrets only', async () => {
    const { body } = await request('GET', '/NPM_TOKEN');
    const { selected_repositories_url: url } = body as { selected_repositories_url: string };
    assert.equal(url, `${fakeGitHub.url}${secrets}/NPM_TOKEN/repositories`);
    assert.ok(!('selected_repositories_url' in ((await request('GET', '/DB_URL')).body as object)));
  });

  for (const name of ['HAS%20SPACE', '1ST', 'GITHUB_TOKEN', 'github_x', 'A-B', '%C3%84'])
    it(`refuses the name ${name}`, async () => {
      assert.equal((await put(name, { visibility: 'all', ...(await seal('x')) })).status, 422);
    });

  it('refuses a box that it cannot open', async () => {
    const { key_id } = await seal('x');
    const encrypted = Buffer.alloc(60).toString('base64');
    const refused = await put('NPM_TOKEN', { visibility: 'all', encrypted_value: encrypted, key_id });
    assert.equal(refused.status, 422);
    assert.equal(messageOf(refused), 'Bad request - validation failed due to an improperly encrypted secret');
    const missing = await put('NPM_TOKEN', { visibility: 'all', encrypted_value: encrypted });
    assert.equal(messageOf(missing), 'Invalid request.\n\n"key_id" wasn\'t supplied.');
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
  });

  it('refuses what was sealed for a key that has been rotated, and still opens what it has', async () => {
    const old = await seal('too late');
    fakeGitHub.edit({ edit: 'rotateKey', organization: 'acme' });
    assert.equal((await put('NPM_TOKEN', { visibility: 'all', ...old })).status, 422);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'the value of NPM_TOKEN');
    const fresh = await seal('in time');
    assert.notEqual(fresh.key_id, old.key_id);
    const mixed = { encrypted_value: old.encrypted_value, key_id: fresh.key_id };
    assert.equal((await put('NPM_TOKEN', { visibility: 'all', ...mixed })).status, 422);
    const wrongId = { ...fresh, key_id: old.key_id };
    assert.equal((await put('NPM_TOKEN', { visibility: 'all', ...wrongId })).status, 422);
    assert.equal((await put('NPM_TOKEN', { visibility: 'all', ...fresh })).status, 204);
    assert.equal(fakeGitHub.value('acme', 'NPM_TOKEN'), 'in time');
  });

  it('takes a value of 48 KB and not one byte more', async () => {
    const most = await seal('x'.repeat(48 * 1024));
    assert.equal((await put('BIG', { visibility: 'all', ...most })).status, 201);
    const tooMuch = await seal('x'.repeat(48 * 1024 + 1));
    assert.equal((await put('BIGGER', { visibility: 'all', ...tooMuch })).status, 422);
  });

  it('takes a hundred secrets and not one more', async () => {
    for (let count = 6; count <= 100; count += 1)
      fakeGitHub.edit({ edit: 'createSecret', organization: 'acme', name: `S${count}`, visibility: 'all' });
    const value = await seal('x');
    assert.equal((await put('ONE_MORE', { visibility: 'all', ...value })).status, 422);
    assert.equal((await put('NPM_TOKEN', { visibility: 'all', ...value })).status, 204);
  });

  it('deletes with 204, and then answers 404', async () => {
    assert.equal((await request('DELETE', '/npm_token')).status, 204);
    assert.equal((await request('DELETE', '/npm_token')).status, 404);
    assert.equal((await request('GET', '/NPM_TOKEN')).status, 404);
    assert.equal((await request('GET', '/NPM_TOKEN/repositories')).status, 404);
  });

  it('adds and removes one repository, and replaces all', async () => {
    const repositories = () => fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories;
    assert.equal((await request('PUT', '/NPM_TOKEN/repositories/70004')).status, 204);
    assert.deepEqual(repositories(), ['billing', 'docs', 'service-catalog']);
    assert.equal(updatedAt(), clock);
    clock += 1000;
    assert.equal((await request('DELETE', '/NPM_TOKEN/repositories/70002')).status, 204);
    assert.deepEqual(repositories(), ['docs', 'service-catalog']);
    assert.equal(updatedAt(), clock);
    clock += 1000;
    const body = { selected_repository_ids: [70012] };
    assert.equal((await request('PUT', '/NPM_TOKEN/repositories', { body })).status, 204);
    assert.deepEqual(repositories(), ['website']);
    assert.equal(updatedAt(), clock);
  });

  it('answers 409 to every change of a selection that there is none of', async () => {
    const body = { selected_repository_ids: [] };
    assert.equal((await request('PUT', '/SENTRY_DSN/repositories', { body })).status, 409);
    assert.equal((await request('PUT', '/SENTRY_DSN/repositories/70004')).status, 409);
    assert.equal((await request('DELETE', '/DB_URL/repositories/70004')).status, 409);
    assert.deepEqual((await request('GET', '/DB_URL/repositories')).body, {
      total_count: 0,
      repositories: [],
    });
  });

  it('drops a deleted repository from selections, and does not take it again', async () => {
    fakeGitHub.edit({ edit: 'deleteRepository', organization: 'acme', repository: 'billing' });
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['service-catalog']);
    assert.equal((await request('PUT', '/NPM_TOKEN/repositories/70002')).status, 404);
    const body = { selected_repository_ids: [70001, 70002] };
    assert.equal((await request('PUT', '/NPM_TOKEN/repositories', { body })).status, 404);
    assert.equal((await put('NPM_TOKEN', { visibility: 'selected', ...body })).status, 422);
    assert.deepEqual(fakeGitHub.secret('acme', 'NPM_TOKEN')?.repositories, ['service-catalog']);
  });
});
