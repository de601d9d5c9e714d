import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { createClient } from '../../../src/github/client';
import {
  endless,
  json,
  never,
  newTestClient,
  put,
  reasonOf,
  repeatable,
  secret,
  secrets,
  type TestClient,
} from './testClient';

describe('a request', () => {
  let on: TestClient;
  beforeEach(() => {
    on = newTestClient();
  });

  describe('with an answer', () => {
    const data = async (): Promise<unknown> => (await on.client.request(secrets, { org: 'acme' })).data;

    it('gives what its JSON says', async () => {
      on.answers = [() => json(200, { total_count: 1, secrets: [{ name: 'NPM_TOKEN' }] })];
      assert.deepEqual(await data(), { total_count: 1, secrets: [{ name: 'NPM_TOKEN' }] });
    });

    it('gives its text where that is no JSON, whatever it claims to be', async () => {
      for (const type of ['text/html', 'application/json; charset=utf-8']) {
        on.answers = [() => new Response('<html>', { headers: { 'content-type': type } })];
        assert.equal(await data(), '<html>');
      }
    });
  });

  describe('without an answer', () => {
    it('ends after 30 seconds, and is not repeated', async () => {
      on.answers = [never];
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(29_999);
      assert.equal(end.at, undefined);
      await on.clock.pass(1);
      assert.equal(end.at, 30_000);
      assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
      await on.clock.pass(60_000);
      assert.equal(on.sent.length, 1);
    });

    it('may have been made where it is a write, which is not repeated either', async () => {
      on.answers = [never];
      const end = on.ended(on.client.request(put, repeatable));
      await on.clock.pass(60_000);
      assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: true });
      assert.equal(on.sent.length, 1);
      const deleted = on.ended(
        on.client.request('DELETE /orgs/{org}/codespaces/secrets/{secret_name}', {
          org: 'acme',
          secret_name: 'NPM_TOKEN',
        }),
      );
      await on.clock.pass(60_000);
      assert.deepEqual(reasonOf(deleted.error), { kind: 'timedOut', uncertain: true });
    });

    it('ends too where the headers came, and the body does not', async () => {
      for (const status of [200, 404, 500]) {
        on.answers = [async () => new Response((await endless()).body, { status })];
        const end = on.ended(on.client.request(secrets, { org: 'acme' }));
        await on.clock.pass(30_000);
        assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
      }
    });

    it('has fetch give up', async () => {
      on.answers = [never];
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(30_000);
      assert.ok(end.error);
      assert.equal(on.sent[0]?.init.signal?.aborted, true);
    });

    it('has 30 seconds from when it leaves, however long it waited for its turn', async () => {
      on.answers = [never];
      for (let count = 0; count < 48; count += 1) on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(20_000);
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(39_999);
      assert.equal(on.sent.at(-1)?.at, 30_000);
      assert.equal(end.at, undefined);
      await on.clock.pass(1);
      assert.equal(end.at, 60_000);
    });

    it('leaves room for those that wait', async () => {
      on.answers = [...Array.from({ length: 48 }, () => never), () => json(200)];
      for (let count = 0; count < 48; count += 1) on.ended(on.client.request(secrets, { org: 'acme' }));
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(30_000);
      assert.deepEqual(end, { at: 30_000 });
    });
  });

  it('leaves no alarm behind when it is answered', async () => {
    await on.client.request(secrets, { org: 'acme' });
    on.answers = [() => json(404)];
    await assert.rejects(on.client.request(secrets, { org: 'acme' }));
    assert.equal(on.clock.pending, 0);
  });

  it('gives the answer as it is: status, headers, address and body', async () => {
    on.answers = [
      () =>
        Object.defineProperty(json(200, { total_count: 7 }, { etag: '"e"' }), 'url', {
          value: 'https://x/y',
        }),
    ];
    const { status, headers, url, data } = await on.client.request(secrets, { org: 'acme' });
    assert.deepEqual([status, headers.etag, url, data], [200, '"e"', 'https://x/y', { total_count: 7 }]);
  });

  it('can be answered without a body, which in a browser is an empty one', async () => {
    const browsers = new Response(null, { status: 304 });
    Object.defineProperty(browsers, 'body', { value: new Response('').body });
    on.answers = [() => browsers];
    const unchangedThere: unknown = await on.client.request('GET /user').catch((error: unknown) => error);
    assert.ok(unchangedThere instanceof RequestError && unchangedThere.status === 304);
  });

  it('can be answered without a body', async () => {
    for (const status of [201, 204]) {
      on.answers = [() => new Response(null, { status })];
      assert.equal(((await on.client.request(put, secret)) as { status: number }).status, status);
    }
    on.answers = [() => new Response(null, { status: 304 })];
    const unchanged: unknown = await on.client
      .request(secrets, { org: 'acme' })
      .catch((error: unknown) => error);
    assert.ok(unchanged instanceof RequestError && unchanged.status === 304);
    assert.equal(on.sent.length, 3);
  });

  describe('that meets a rate limit', () => {
    it('is told until when, from the moment of the answer', async () => {
      on.answers = [
        async () => {
          await new Promise<void>(resolve => void on.clock.after(3000, resolve));
          return json(403, {}, { 'retry-after': '90' });
        },
      ];
      const end = on.ended(on.client.request(put, secret));
      await on.clock.pass(3000);
      assert.deepEqual(reasonOf(end.error), { kind: 'rateLimited', until: new Date(on.start + 93_000) });
    });

    for (const value of ['soon', '', '-1', 'NaN', '1e99'])
      it(`ends where Retry-After is "${value}", without a timer that spins`, async () => {
        on.answers = [
          () => json(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': value }),
        ];
        const end = on.ended(on.client.request(put, secret));
        await on.clock.pass(0);
        assert.deepEqual(reasonOf(end.error), { kind: 'rateLimited', until: new Date(on.start + 60_000) });
        on.answers = [() => json(200)];
        await on.clock.pass(60_000);
        assert.ok(on.clock.rung < 5, String(on.clock.rung));
        await on.client.request(secrets, { org: 'acme' });
      });
  });

  it("is not answered from a browser's cache, and follows no redirect with a value", async () => {
    await on.client.request(secrets, { org: 'acme' });
    on.answers = [() => new Response(null, { status: 204 })];
    await on.client.request(put, secret);
    assert.deepEqual(
      on.sent.map(({ init: { cache, redirect } }) => [cache, redirect]),
      [
        ['no-store', 'follow'],
        ['no-store', 'manual'],
      ],
    );
  });

  it('pins the version of the API', async () => {
    await on.client.request(secrets, { org: 'acme' });
    assert.equal((on.sent[0]?.init.headers as Record<string, string>)['x-github-api-version'], '2022-11-28');
  });

  it('is logged by method, path and status; one that asks for what it has is no error', async () => {
    const errors: string[] = [];
    const infos: string[] = [];
    const logging = createClient({
      baseUrl: 'https://api.example.com',
      token: on.token,
      userAgent: 'test',
      log: { info: text => infos.push(text), warn: () => undefined, error: text => errors.push(text) },
      clock: on.clock,
      fetch: () => Promise.resolve(on.answers.shift()?.() ?? never()),
    });
    on.answers = [() => new Response(null, { status: 304 }), () => json(404), () => json(200)];
    await logging.request(secrets, { org: 'acme' }).catch(() => undefined);
    await logging.request(secrets, { org: 'acme' }).catch(() => undefined);
    await logging.request(secrets, { org: 'acme' });
    assert.match(errors.join('\n'), /^GET \/orgs\/acme\/codespaces\/secrets - 404 with id UNKNOWN in \d+ms$/);
    assert.match(infos.join('\n'), /^GET .* - 304 .*\nGET .* - 200 .*$/);
  });
});
