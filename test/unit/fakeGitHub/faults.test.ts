import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { unicornPage, type FaultSpec } from '../../github/faults';
import type { RetryAfter } from '../../github/limits';
import { RemoteFakeGitHub } from '../../github/remote';
import { startFakeGitHub, type FakeGitHubServer } from '../../github/fakeGitHubServer';
import { testToken } from '../../github/fixtures';
import { messageOf, sealedFor, send } from './client';

const secrets = '/orgs/acme/codespaces/secrets';

describe('simulated GitHub: faults', () => {
  let fakeGitHub: FakeGitHubServer;
  const read = (path: string) => send(fakeGitHub.url, 'GET', path);
  const remove = () => send(fakeGitHub.url, 'DELETE', `${secrets}/NPM_TOKEN`);

  before(async () => {
    fakeGitHub = await startFakeGitHub();
  });
  beforeEach(() => fakeGitHub.reset());
  afterEach(() => assert.deepEqual(fakeGitHub.violations, []));
  after(() => fakeGitHub.close());

  it('answers a status as often as asked, to the requests that are meant', async () => {
    fakeGitHub.fault({
      kind: 'status',
      status: 502,
      method: 'get',
      path: '/orgs/*/codespaces/secrets',
      times: 2,
    });
    assert.equal((await read('/user')).status, 200);
    assert.equal((await read(secrets)).status, 502);
    assert.equal((await read(`${secrets}?page=1`)).status, 502);
    assert.equal((await read(secrets)).status, 200);
  });

  it('knows a page by a regular expression over path and query, and skips', async () => {
    fakeGitHub.fault({ kind: 'status', status: 500, path: /repos\?.*page=2/ });
    fakeGitHub.fault({ kind: 'status', status: 404, path: '/user', skip: 1, times: 'always' });
    assert.equal((await read('/orgs/acme/repos?page=1')).status, 200);
    assert.equal((await read('/organizations/9001/repos?page=2')).status, 500);
    const statuses = [await read('/user'), await read('/user'), await read('/user')];
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 404, 404],
    );
  });

  it('answers the body and headers that are given', async () => {
    const body = { message: 'Custom' };
    fakeGitHub.fault({ kind: 'status', status: 403, body, headers: { 'X-GitHub-SSO': 'required; url=x' } });
    const refused = await read('/user');
    assert.deepEqual(refused.body, body);
    assert.equal(refused.headers.get('x-github-sso'), 'required; url=x');
  });

  it('drops a connection before the change, or after it', async () => {
    fakeGitHub.fault({ kind: 'drop', method: 'DELETE' });
    await assert.rejects(remove());
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
    fakeGitHub.fault({ kind: 'dropAfter', method: 'DELETE' });
    await assert.rejects(remove());
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN'), undefined);
    assert.equal(fakeGitHub.requestsTo({ method: 'DELETE' }).at(-1)?.status, undefined);
  });

  it('answers the rate limits', async () => {
    fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter: 7, status: 429 });
    const secondary = await read('/user');
    assert.equal(secondary.status, 429);
    assert.equal(secondary.headers.get('retry-after'), '7');
    fakeGitHub.fault({ kind: 'primaryLimit', resetIn: 60 });
    const primary = await read('/user');
    assert.match(messageOf(primary), /^API rate limit exceeded/);
    assert.equal(primary.headers.get('x-ratelimit-remaining'), '0');
    assert.ok(Number(primary.headers.get('x-ratelimit-reset')) * 1000 > Date.now());
  });

  it('says in every way when a limit ends, or in none', async () => {
    const limited = async (retryAfter: RetryAfter) => {
      fakeGitHub.fault({ kind: 'secondaryLimit', retryAfter });
      const { status, headers } = await read('/user');
      assert.equal(status, 403);
      const names = ['retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
      return names.map(name => headers.get(name));
    };
    const [date, left] = await limited({ date: 90 });
    const seconds = (Date.parse(date ?? '') - Date.now()) / 1000;
    assert.match(date ?? '', /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} .+ GMT$/);
    assert.ok(seconds > 60 && seconds <= 90);
    assert.notEqual(left, '0');
    assert.equal((await limited({ text: 'soon' }))[0], 'soon');
    const [none, nothing, reset] = await limited({ reset: 90 });
    assert.deepEqual([none, nothing], [null, '0']);
    assert.ok(Number(reset) * 1000 > Date.now() + 60_000);
    assert.deepEqual((await limited('missing')).slice(0, 1), [null]);
    assert.deepEqual(await limited('bare'), [null, null, null]);
  });

  it('answers a failure as JSON, as HTML, and with no body', async () => {
    const answered = async (spec: Partial<Extract<FaultSpec, { kind: 'status' }>>) => {
      fakeGitHub.fault({ kind: 'status', status: 502, ...spec });
      const response = await fetch(`${fakeGitHub.url}/user`);
      assert.equal(response.status, 502);
      return [response.headers.get('content-type'), await response.text()] as const;
    };
    assert.match((await answered({}))[1], /^\{"message":"Server Error"/);
    assert.deepEqual(await answered({ body: unicornPage }), ['text/html; charset=utf-8', unicornPage]);
    assert.deepEqual(await answered({ body: null }), [null, '']);
    fakeGitHub.fault({ kind: 'status', status: 503, bare: true });
    const { headers } = await fetch(`${fakeGitHub.url}/user`);
    assert.deepEqual(
      [...headers.keys()].filter(name => name.startsWith('x-')),
      [],
    );
  });

  it('keeps a connection open and sends nothing, or half of a body', async () => {
    for (const when of ['before', 'after', 'body'] as const) {
      const fault = fakeGitHub.fault({ kind: 'hang', when });
      const controller = new AbortController();
      const { signal } = controller;
      const read = fetch(`${fakeGitHub.url}/user`, {
        headers: { Authorization: `token ${testToken}` },
        signal,
      });
      if (when === 'body') assert.equal((await read).status, 200);
      else await fault.holding();
      const text = read.then(response => response.text());
      controller.abort();
      await assert.rejects(text, { name: 'AbortError' });
      await fakeGitHub.answered({ path: '/user' });
      fakeGitHub.forgetRequests();
    }
  });

  it('sends an answer without a body whole, and the next one on the same connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const headers = { Authorization: `token ${testToken}`, 'User-Agent': 'test' };
    const statusOf = (method: string, path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request(fakeGitHub.url + path, { agent, method, headers }, answer => {
          answer.resume().on('end', () => resolve(answer.statusCode));
        })
          .on('error', reject)
          .end();
      });
    fakeGitHub.fault({ kind: 'hang', when: 'body' });
    assert.equal(await statusOf('DELETE', `${secrets}/NPM_TOKEN`), 204);
    assert.equal(await statusOf('GET', '/user'), 200);
    agent.destroy();
  });

  it('cuts a connection that hangs when the fault ends', async () => {
    const fault = fakeGitHub.fault({ kind: 'hang' });
    const removed = remove();
    await fault.holding();
    fault.end();
    await assert.rejects(removed);
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
  });

  it('holds a request until it is released', async () => {
    const fault = fakeGitHub.fault({ kind: 'hold', method: 'DELETE' });
    const removed = remove();
    await fault.holding();
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
    assert.equal((await read('/user')).status, 200);
    fault.release();
    assert.equal((await removed).status, 204);
  });

  it('holds a response after the change', async () => {
    const fault = fakeGitHub.fault({ kind: 'hold', when: 'after', method: 'DELETE' });
    const removed = remove();
    await fault.holding();
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN'), undefined);
    fault.release();
    assert.equal((await removed).status, 204);
  });

  it('carries out a request whose client did not wait for the answer', async () => {
    const fault = fakeGitHub.fault({ kind: 'hold', method: 'DELETE' });
    const controller = new AbortController();
    const removed = fetch(`${fakeGitHub.url}${secrets}/NPM_TOKEN`, {
      method: 'DELETE',
      headers: { Authorization: `token ${testToken}` },
      signal: controller.signal,
    });
    await fault.holding();
    controller.abort();
    await assert.rejects(removed);
    fault.release();
    await fakeGitHub.answered({ method: 'DELETE' });
    assert.equal(fakeGitHub.secret('acme', 'NPM_TOKEN'), undefined);
  });

  it('changes the fixture just before a request', async () => {
    const value = await sealedFor(fakeGitHub.url, 'acme', 'x');
    fakeGitHub.fault({ kind: 'before', method: 'PUT', edits: [{ edit: 'rotateKey', organization: 'acme' }] });
    const put = () =>
      send(fakeGitHub.url, 'PUT', `${secrets}/NPM_TOKEN`, { body: { visibility: 'all', ...value } });
    assert.equal((await put()).status, 422);
  });

  it('waits for requests to be answered', async () => {
    const pattern = { method: 'GET', path: '/user' };
    const answered = fakeGitHub.answered(pattern, 2);
    await read('/user');
    assert.equal(fakeGitHub.requestsTo(pattern).length, 1);
    await read('/user');
    await answered;
    assert.equal(fakeGitHub.requestsTo(pattern).length, 2);
  });

  it('forgets everything when it is reset', async () => {
    await remove();
    fakeGitHub.fault({ kind: 'status', status: 500, times: 'always' });
    fakeGitHub.reset();
    assert.ok(fakeGitHub.secret('acme', 'NPM_TOKEN'));
    assert.deepEqual(fakeGitHub.requests, []);
    assert.equal((await read('/user')).status, 200);
  });

  it('does all of it from another process', async () => {
    const remote = new RemoteFakeGitHub(fakeGitHub.url);
    await remote.edit({
      edit: 'createSecret',
      organization: 'acme',
      name: 'FAR',
      visibility: 'all',
      value: 'ä\0',
    });
    assert.equal(await remote.value('acme', 'FAR'), 'ä\0');
    assert.equal(await remote.value('acme', 'NONE'), undefined);
    await remote.edit(
      { edit: 'setRepositorySecret', fullName: 'acme/docs', name: 'OWN', value: 'ä\0' },
      { edit: 'setUserSecret', user: 'octocat', name: 'MINE', value: 'x', repositories: ['acme/docs'] },
    );
    assert.equal(await remote.repositoryValue('acme/docs', 'own'), 'ä\0');
    assert.equal((await remote.repositorySecret('acme/docs', 'OWN'))?.name, 'OWN');
    assert.equal(await remote.userValue('octocat', 'MINE'), 'x');
    assert.deepEqual((await remote.userSecret('octocat', 'MINE'))?.repositories, ['acme/docs']);
    assert.equal(await remote.userSecret('mona', 'MINE'), undefined);
    const limits = await remote.fault({
      kind: 'secondaryLimit',
      retryAfter: 1,
      path: /^\/user/i,
      times: 'always',
    });
    assert.equal((await read('/user')).status, 403);
    await limits.end();
    assert.equal((await read('/user')).status, 200);
    const hold = await remote.fault({ kind: 'hold', method: 'DELETE' });
    const removed = remove();
    await hold.holding();
    assert.ok(await remote.secret('acme', 'NPM_TOKEN'));
    await hold.release();
    await remote.answered({ method: 'DELETE' });
    assert.equal((await removed).status, 204);
    assert.equal(await remote.secret('acme', 'NPM_TOKEN'), undefined);
    const last = (await remote.requests()).at(-1);
    assert.deepEqual([last?.method, last?.path, last?.status], ['DELETE', `${secrets}/NPM_TOKEN`, 204]);
    await remote.forgetRequests();
    assert.deepEqual(await remote.requests(), []);
    await read('/nonsense');
    assert.equal((await remote.violations()).length, 1);
    await remote.settings({ limits: true });
    assert.equal(fakeGitHub.limits, true);
    await remote.reset('empty');
    assert.equal(fakeGitHub.limits, false);
    assert.equal((await read('/user')).status, 401);
    await remote.reset('test');
    assert.deepEqual(await remote.violations(), []);
    await assert.rejects(
      remote.edit({ edit: 'deleteSecret', organization: 'nowhere', name: 'X' }),
      /nowhere/,
    );
  });
});
