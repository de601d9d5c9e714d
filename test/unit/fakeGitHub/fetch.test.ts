import assert from 'node:assert/strict';
import type { Clock } from '../../github/clock';
import { FakeGitHub } from '../../github/fakeGitHub';
import { testToken } from '../../github/fixtures';
import { sealedFor, send } from './client';

const api = 'https://api.github.com';
const secrets = '/orgs/acme/codespaces/secrets';

/** A clock that goes only when it is told to. */
class VirtualClock implements Clock {
  #now = Date.UTC(2025, 5, 1);
  #due: { at: number; work: () => void }[] = [];
  readonly now = () => this.#now;
  readonly after = (milliseconds: number, work: () => void) => {
    this.#due.push({ at: this.#now + milliseconds, work });
  };

  async pass(milliseconds: number): Promise<void> {
    await settled();
    this.#now += milliseconds;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    due.forEach(({ work }) => work());
    await settled();
  }
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve));

describe('simulated GitHub: in the same process', () => {
  const clock = new VirtualClock();
  const gitHub = new FakeGitHub({ clock });
  const headers = { Authorization: `token ${testToken}` };
  const read = (path: string, init?: RequestInit) => gitHub.fetch(api + path, { headers, ...init });
  const outcome = async (promise: Promise<unknown>) => {
    let result = 'open';
    promise.then(
      () => (result = 'answered'),
      (error: unknown) => (result = String(error)),
    );
    await settled();
    return () => result;
  };

  beforeEach(() => gitHub.reset());
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('answers as a server does', async () => {
    const response = await read('/user');
    assert.ok(response instanceof Response);
    assert.deepEqual([response.status, response.ok, response.url], [200, true, `${api}/user`]);
    assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(response.headers.get('date'), new Date(clock.now()).toUTCString());
    const { login, url } = (await response.json()) as Record<string, string>;
    assert.deepEqual([login, url], ['octocat', `${api}/users/octocat`]);
  });

  it('gives no body with 204 and 304', async () => {
    const removed = await read(`${secrets}/UNUSED`, { method: 'DELETE' });
    assert.deepEqual([removed.status, removed.body], [204, null]);
    const etag = (await read('/user')).headers.get('etag') ?? '';
    const same = await read('/user', { headers: { ...headers, 'If-None-Match': etag } });
    assert.deepEqual([same.status, same.body], [304, null]);
  });

  it('takes headers, bodies and addresses in every form that fetch takes', async () => {
    const value = await sealedFor(api, 'acme', 'x', gitHub.fetch);
    const body = JSON.stringify({ visibility: 'all', ...value });
    const json = new Headers({ ...headers, 'Content-Type': 'application/json' });
    const url = `${api}${secrets}/A`;
    assert.equal((await gitHub.fetch(new URL(url), { method: 'put', headers: json, body })).status, 201);
    assert.equal((await gitHub.fetch(new Request(url, { method: 'PUT', headers: json, body }))).status, 204);
    const bytes = new TextEncoder().encode(body);
    assert.equal((await gitHub.fetch(url, { method: 'PUT', headers: [...json], body: bytes })).status, 204);
    assert.equal(gitHub.value('acme', 'A'), 'x');
  });

  it('records the whole address and the token of each request', async () => {
    await read('/user?per_page=1').finally(() => gitHub.violations.splice(0));
    await gitHub.fetch('https://ghe.example.com/api/v3/meta');
    assert.deepEqual(
      gitHub.requests.map(({ address, token }) => [address, token]),
      [
        [`${api}/user?per_page=1`, testToken],
        ['https://ghe.example.com/api/v3/meta', undefined],
      ],
    );
  });

  it('lets no time pass but the one of its clock', async () => {
    gitHub.latencyMs = 1000;
    gitHub.fault({ kind: 'latency', ms: 60_000 });
    const answered = await outcome(read('/user'));
    await clock.pass(1000);
    await clock.pass(59_999);
    assert.equal(answered(), 'open');
    await clock.pass(1);
    assert.equal(answered(), 'answered');
  });

  it('rejects with the reason of the signal, and sends nothing where that came first', async () => {
    const reason = new Error('Enough.');
    await assert.rejects(read('/user', { signal: AbortSignal.abort(reason) }), reason);
    assert.deepEqual(gitHub.requests, []);
    gitHub.latencyMs = 1000;
    const controller = new AbortController();
    const removed = read(`${secrets}/UNUSED`, { method: 'DELETE', signal: controller.signal });
    await settled();
    controller.abort(reason);
    await assert.rejects(removed, reason);
    await clock.pass(1000);
    assert.equal(gitHub.secret('acme', 'UNUSED'), undefined);
  });

  it('rejects as fetch does where the connection is cut', async () => {
    gitHub.fault({ kind: 'drop' });
    await assert.rejects(read('/user'), { name: 'TypeError', message: 'fetch failed' });
    gitHub.fault({ kind: 'dropAfter' });
    await assert.rejects(read(`${secrets}/UNUSED`, { method: 'DELETE' }), TypeError);
    assert.equal(gitHub.secret('acme', 'UNUSED'), undefined);
  });

  it('never answers a connection that hangs, until it is aborted', async () => {
    for (const when of ['before', 'after'] as const) {
      gitHub.fault({ kind: 'hang', when });
      const controller = new AbortController();
      const removed = read(`${secrets}/UNUSED`, { method: 'DELETE', signal: controller.signal });
      const answered = await outcome(removed);
      await clock.pass(24 * 60 * 60 * 1000);
      assert.equal(answered(), 'open');
      assert.equal(gitHub.secret('acme', 'UNUSED') !== undefined, when === 'before');
      controller.abort(new Error('Enough.'));
      await assert.rejects(removed, /Enough/);
      await gitHub.answered({ method: 'DELETE' }, when === 'before' ? 1 : 2);
    }
  });

  it('stalls in the middle of a body, until it is aborted', async () => {
    gitHub.fault({ kind: 'hang', when: 'body' });
    const controller = new AbortController();
    const response = await read('/user', { signal: controller.signal });
    assert.equal(response.status, 200);
    const text = response.text();
    const answered = await outcome(text);
    await clock.pass(24 * 60 * 60 * 1000);
    assert.equal(answered(), 'open');
    controller.abort(new Error('Enough.'));
    await assert.rejects(text, /Enough/);
  });

  it('lets a test do something at every request', async () => {
    const seen: string[] = [];
    const exists = () => (gitHub.secret('acme', 'UNUSED') ? 'there' : 'gone');
    for (const moment of ['arrived', 'handling', 'handled'] as const)
      gitHub.onRequest(({ method }, status) => {
        seen.push(`${method} ${moment} ${exists()} ${status}`);
      }, moment);
    gitHub.fault({ kind: 'dropAfter' });
    await assert.rejects(read(`${secrets}/UNUSED`, { method: 'DELETE' }));
    assert.deepEqual(seen, [
      'DELETE arrived there undefined',
      'DELETE handling there undefined',
      'DELETE handled gone 204',
    ]);
    const stop = gitHub.onRequest(() => {
      gitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'DB_URL', visibility: 'all' });
    });
    const { visibility } = (await (await read(`${secrets}/DB_URL`)).json()) as { visibility: string };
    assert.equal(visibility, 'all');
    stop();
    gitHub.edit({ edit: 'setVisibility', organization: 'acme', name: 'DB_URL', visibility: 'private' });
    await read('/user');
    assert.equal(gitHub.secret('acme', 'DB_URL')?.visibility, 'private');
  });

  it('lets a test choose the fault of a request when it comes', async () => {
    const stop = gitHub.onRequest(() => void gitHub.fault({ kind: 'status', status: 503 }), 'arrived');
    assert.equal((await read('/user')).status, 503);
    stop();
    assert.equal((await read('/user')).status, 200);
  });

  it('says so where the simulation itself fails', async () => {
    gitHub.fault({ kind: 'before', edits: [{ edit: 'deleteSecret', organization: 'nowhere', name: 'X' }] });
    assert.equal((await read('/user')).status, 500);
    assert.match(gitHub.violations.splice(0)[0]?.problem ?? '', /nowhere/);
  });

  it('gives the same answers, ids and all, in every run', async () => {
    const run = async () => {
      const fresh = new FakeGitHub({ clock });
      const answers = [];
      for (const path of ['/user', '/orgs/globex/codespaces/secrets', secrets]) {
        const { status, headers: given, body } = await send(api, 'GET', path, { fetch: fresh.fetch });
        answers.push([status, [...given], body]);
      }
      return answers;
    };
    assert.deepEqual(await run(), await run());
  });
});
