import assert from 'node:assert/strict';
import { RequestError } from '@octokit/request-error';
import { type Client, createClient } from '../../../src/github/client';
import { toFailure } from '../../../src/github/failures';
import { Failure, type FailureReason, isFailure } from '../../../src/model/failure';
import { VirtualClock } from '../../virtualClock';

const secrets = 'GET /orgs/{org}/codespaces/secrets';
const put = 'PUT /orgs/{org}/codespaces/secrets/{secret_name}';
const secret = { org: 'acme', secret_name: 'NPM_TOKEN', visibility: 'all' } as const;
const repeatable = { ...secret, request: { isRepeatable: true } };

const json = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const never = (): Promise<Response> => new Promise(() => undefined);

/** An answer whose headers are there, and whose body never comes. */
const endless = (): Promise<Response> =>
  Promise.resolve(new Response(new ReadableStream(), { headers: { 'content-type': 'application/json' } }));

interface Sent {
  readonly init: RequestInit;
  readonly at: number;
}

describe('a request', () => {
  let clock: VirtualClock;
  let client: Client;
  let sent: Sent[];
  let logged: string[];
  /** What is answered, one after the other; at last the same again and again. */
  let answers: (() => Response | Promise<Response>)[];
  let token: () => string;
  let start: number;
  beforeEach(() => {
    clock = new VirtualClock();
    start = clock.now();
    sent = [];
    logged = [];
    token = () => 'gho_secret';
    answers = [() => json(200, { total_count: 0, secrets: [] })];
    const log = (message: string): unknown => logged.push(message);
    client = createClient({
      baseUrl: 'https://api.example.com',
      token: () => token(),
      userAgent: 'test',
      log: { info: log, warn: log, error: log },
      clock,
      fetch: (_, init = {}) => {
        sent.push({ init, at: clock.now() - start });
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        return Promise.resolve().then(() => answer?.() ?? never());
      },
    });
  });

  /** How a request ends: with nothing, or with what it rejects with; and when, in milliseconds. */
  function ended(request: Promise<unknown>): { error?: unknown; at?: number } {
    const end: { error?: unknown; at?: number } = {};
    void request
      .then(
        () => undefined,
        (error: unknown) => (end.error = error),
      )
      .finally(() => (end.at = clock.now() - start));
    return end;
  }
  const reasonOf = (error: unknown): FailureReason | undefined => {
    const failure = toFailure(error);
    return isFailure(failure) ? failure.reason : undefined;
  };
  const offline = (): never => {
    throw new TypeError('fetch failed');
  };

  describe('with an answer', () => {
    const data = async (): Promise<unknown> => (await client.request(secrets, { org: 'acme' })).data;

    it('gives what its JSON says', async () => {
      answers = [() => json(200, { total_count: 1, secrets: [{ name: 'NPM_TOKEN' }] })];
      assert.deepEqual(await data(), { total_count: 1, secrets: [{ name: 'NPM_TOKEN' }] });
    });

    it('gives its text where that is no JSON, whatever it claims to be', async () => {
      for (const type of ['text/html', 'application/json; charset=utf-8']) {
        answers = [() => new Response('<html>', { headers: { 'content-type': type } })];
        assert.equal(await data(), '<html>');
      }
    });
  });

  describe('without an answer', () => {
    it('ends after 30 seconds, and is not repeated', async () => {
      answers = [never];
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(29_999);
      assert.equal(end.at, undefined);
      await clock.pass(1);
      assert.equal(end.at, 30_000);
      assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
      await clock.pass(60_000);
      assert.equal(sent.length, 1);
    });

    it('may have been made where it is a write, which is not repeated either', async () => {
      answers = [never];
      const end = ended(client.request(put, repeatable));
      await clock.pass(60_000);
      assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: true });
      assert.equal(sent.length, 1);
      const deleted = ended(
        client.request('DELETE /orgs/{org}/codespaces/secrets/{secret_name}', {
          org: 'acme',
          secret_name: 'NPM_TOKEN',
        }),
      );
      await clock.pass(60_000);
      assert.deepEqual(reasonOf(deleted.error), { kind: 'timedOut', uncertain: true });
    });

    it('ends too where the headers came, and the body does not', async () => {
      for (const status of [200, 404, 500]) {
        answers = [async () => new Response((await endless()).body, { status })];
        const end = ended(client.request(secrets, { org: 'acme' }));
        await clock.pass(30_000);
        assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
      }
    });

    it('has fetch give up', async () => {
      answers = [never];
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(30_000);
      assert.ok(end.error);
      assert.equal(sent[0]?.init.signal?.aborted, true);
    });

    it('has 30 seconds from when it leaves, however long it waited for its turn', async () => {
      answers = [never];
      for (let count = 0; count < 48; count += 1) ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(20_000);
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(39_999);
      assert.equal(sent.at(-1)?.at, 30_000);
      assert.equal(end.at, undefined);
      await clock.pass(1);
      assert.equal(end.at, 60_000);
    });

    it('leaves room for those that wait', async () => {
      answers = [...Array.from({ length: 48 }, () => never), () => json(200)];
      for (let count = 0; count < 48; count += 1) ended(client.request(secrets, { org: 'acme' }));
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(30_000);
      assert.deepEqual(end, { at: 30_000 });
    });
  });

  it('leaves no alarm behind when it is answered', async () => {
    await client.request(secrets, { org: 'acme' });
    answers = [() => json(404)];
    await assert.rejects(client.request(secrets, { org: 'acme' }));
    assert.equal(clock.pending, 0);
  });

  it('gives the answer as it is: status, headers, address and body', async () => {
    answers = [
      () =>
        Object.defineProperty(json(200, { total_count: 7 }, { etag: '"e"' }), 'url', {
          value: 'https://x/y',
        }),
    ];
    const { status, headers, url, data } = await client.request(secrets, { org: 'acme' });
    assert.deepEqual([status, headers.etag, url, data], [200, '"e"', 'https://x/y', { total_count: 7 }]);
  });

  it('can be answered without a body, which in a browser is an empty one', async () => {
    const browsers = new Response(null, { status: 304 });
    Object.defineProperty(browsers, 'body', { value: new Response('').body });
    answers = [() => browsers];
    const unchangedThere: unknown = await client.request('GET /user').catch((error: unknown) => error);
    assert.ok(unchangedThere instanceof RequestError && unchangedThere.status === 304);
  });

  it('can be answered without a body', async () => {
    for (const status of [201, 204]) {
      answers = [() => new Response(null, { status })];
      assert.equal(((await client.request(put, secret)) as { status: number }).status, status);
    }
    answers = [() => new Response(null, { status: 304 })];
    const unchanged: unknown = await client
      .request(secrets, { org: 'acme' })
      .catch((error: unknown) => error);
    assert.ok(unchanged instanceof RequestError && unchanged.status === 304);
    assert.equal(sent.length, 3);
  });

  describe('that its caller aborts', () => {
    class Left extends Error {}

    it("rejects with the caller's reason, and is not repeated", async () => {
      for (const answer of [never, endless]) {
        sent = [];
        answers = [answer];
        const leaving = new AbortController();
        const end = ended(client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
        await clock.pass(10);
        leaving.abort(new Left());
        await clock.pass(5000);
        assert.ok(end.error instanceof Left);
        assert.equal(sent.length, 1);
        assert.equal(sent[0]?.init.signal?.aborted, true);
      }
      assert.equal(clock.pending, 0);
    });

    it('rejects with it as a write, too', async () => {
      answers = [never];
      const leaving = new AbortController();
      const end = ended(client.request(put, { ...secret, request: { signal: leaving.signal } }));
      await clock.pass(10);
      leaving.abort(new Left());
      await clock.pass(0);
      assert.ok(end.error instanceof Left);
    });

    it('is not sent where that is at the last moment', async () => {
      answers = [never];
      const leaving = new AbortController();
      token = () => {
        leaving.abort(new Left());
        return 'gho_secret';
      };
      const end = ended(client.request(put, { ...secret, request: { signal: leaving.signal } }));
      await clock.pass(0);
      assert.ok(end.error instanceof Left);
      assert.equal(sent.length, 0);
    });

    it('has the same 30 seconds where that is not so', async () => {
      answers = [never];
      const { signal } = new AbortController();
      const end = ended(client.request(secrets, { org: 'acme', request: { signal } }));
      await clock.pass(30_000);
      assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
    });

    it('rejects with an AbortError where the caller gives no reason', async () => {
      answers = [never];
      const leaving = new AbortController();
      const end = ended(client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
      await clock.pass(10);
      leaving.abort();
      await clock.pass(0);
      assert.equal((end.error as Error).name, 'AbortError');
    });

    it('is not sent where that is before its turn, and costs nothing', async () => {
      const signal = AbortSignal.abort(new Left());
      for (let count = 0; count < 1000; count += 1)
        await assert.rejects(client.request(secrets, { org: 'acme', request: { signal } }), Left);
      assert.equal(sent.length, 0);
      await client.request(secrets, { org: 'acme' });
    });

    it('leaves the queue at once', async () => {
      answers = [never];
      for (let count = 0; count < 48; count += 1) ended(client.request(secrets, { org: 'acme' }));
      const leaving = new AbortController();
      const end = ended(client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
      await clock.pass(10);
      leaving.abort(new Left());
      await clock.pass(0);
      assert.ok(end.error instanceof Left);
    });

    it('is not repeated where that is while it pauses', async () => {
      answers = [() => json(500)];
      const leaving = new AbortController();
      const end = ended(client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
      await clock.pass(500);
      leaving.abort(new Left());
      await clock.pass(5000);
      assert.ok(end.error instanceof Left);
      assert.deepEqual([end.at, sent.length], [500, 1]);
    });
  });

  describe('that fails for once', () => {
    const failing: [string, () => Response][] = [
      ['where GitHub is not reached', offline],
      ...[500, 502, 503, 599].map((status): [string, () => Response] => [
        `with ${status}`,
        () => json(status),
      ]),
    ];
    for (const [how, answer] of failing) {
      it(`is repeated once, a second later, ${how}`, async () => {
        answers = [answer, () => json(200)];
        const end = ended(client.request(secrets, { org: 'acme' }));
        await clock.pass(999);
        assert.equal(sent.length, 1);
        await clock.pass(1);
        assert.deepEqual(end, { at: 1000 });
        assert.deepEqual(
          sent.map(({ at }) => at),
          [0, 1000],
        );
      });

      it(`is not repeated a second time ${how}`, async () => {
        answers = [answer];
        const end = ended(client.request(secrets, { org: 'acme' }));
        await clock.pass(10_000);
        assert.ok(end.error);
        assert.equal(sent.length, 2);
      });

      it(`is repeated as a write only by who allows it, ${how}`, async () => {
        answers = [answer];
        const end = ended(client.request(put, secret));
        await clock.pass(10_000);
        assert.equal(sent.length, 1);
        const { uncertain } = reasonOf(end.error) as { uncertain?: boolean };
        assert.equal(uncertain, true);
        ended(client.request(put, repeatable));
        await clock.pass(10_000);
        assert.equal(sent.length, 3);
        ended(client.request(put, { ...secret, request: { isRepeatable: false } }));
        await clock.pass(10_000);
        assert.equal(sent.length, 4);
      });
    }

    for (const status of [304, 400, 401, 403, 404, 408, 409, 410, 422, 451, 499])
      it(`is not repeated with ${status}`, async () => {
        answers = [() => (status === 304 ? new Response(null, { status }) : json(status))];
        const ends = [client.request(secrets, { org: 'acme' }), client.request(put, repeatable)].map(ended);
        await clock.pass(10_000);
        assert.ok(ends.every(({ error }) => error));
        assert.equal(sent.length, 2);
      });

    it('is repeated where its body breaks off', async () => {
      const broken = new ReadableStream({ start: stream => stream.error(new TypeError('terminated')) });
      answers = [
        () => new Response(broken, { headers: { 'content-type': 'application/json' } }),
        () => json(200),
      ];
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(1000);
      assert.deepEqual(end, { at: 1000 });
    });

    it("may have been made where a write's repetition did not leave, or was refused", async () => {
      const ends: (() => void)[] = [
        () =>
          (token = () => {
            throw new Failure({ kind: 'accountChanged' });
          }),
        () => (answers = [() => json(429, {}, { 'retry-after': '90' })]),
      ];
      for (const change of ends) {
        token = () => 'gho_secret';
        answers = [offline];
        const end = ended(client.request(put, repeatable));
        await clock.pass(500);
        change();
        await clock.pass(500);
        assert.deepEqual(reasonOf(end.error), { kind: 'offline', uncertain: true });
      }
    });

    it("may have been made where GitHub refuses a write's repetition: the first one may be why", async () => {
      answers = [offline, () => json(409)];
      const refused = ended(client.request(put, repeatable));
      await clock.pass(1000);
      assert.deepEqual(reasonOf(refused.error), { kind: 'offline', uncertain: true });
    });

    it('fails as its repetition does where it reads', async () => {
      answers = [offline, () => json(429, {}, { 'retry-after': '90' })];
      const read = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(1000);
      assert.equal(reasonOf(read.error)?.kind, 'rateLimited');
    });

    it('is repeated after a short limit as well, by which it waits for its turn', async () => {
      answers = [() => json(429, {}, { 'retry-after': '2' }), () => json(500), () => json(200)];
      const end = ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(10_000);
      assert.deepEqual(end, { at: 3000 });
    });
  });

  describe('that meets a rate limit', () => {
    it('is told until when, from the moment of the answer', async () => {
      answers = [
        async () => {
          await new Promise<void>(resolve => void clock.after(3000, resolve));
          return json(403, {}, { 'retry-after': '90' });
        },
      ];
      const end = ended(client.request(put, secret));
      await clock.pass(3000);
      assert.deepEqual(reasonOf(end.error), { kind: 'rateLimited', until: new Date(start + 93_000) });
    });

    for (const value of ['soon', '', '-1', 'NaN', '1e99'])
      it(`ends where Retry-After is "${value}", without a timer that spins`, async () => {
        answers = [
          () => json(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': value }),
        ];
        const end = ended(client.request(put, secret));
        await clock.pass(0);
        assert.deepEqual(reasonOf(end.error), { kind: 'rateLimited', until: new Date(start + 60_000) });
        answers = [() => json(200)];
        await clock.pass(60_000);
        assert.ok(clock.rung < 5, String(clock.rung));
        await client.request(secrets, { org: 'acme' });
      });
  });

  describe('carries the token', () => {
    const tokens = (): unknown[] =>
      sent.map(({ init }) => (init.headers as Record<string, string>)['authorization']);

    it('of the moment when it leaves', async () => {
      token = () => 'gho_old';
      answers = [never];
      for (let count = 0; count < 49; count += 1) ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(0);
      token = () => 'gho_new';
      await clock.pass(30_000);
      assert.deepEqual(tokens(), [...Array<string>(48).fill('Bearer gho_old'), 'Bearer gho_new']);
    });

    it('of the moment when it is repeated', async () => {
      token = () => 'gho_old';
      answers = [() => json(500), () => json(200)];
      ended(client.request(secrets, { org: 'acme' }));
      await clock.pass(500);
      token = () => 'gho_new';
      await clock.pass(500);
      assert.deepEqual(tokens(), ['Bearer gho_old', 'Bearer gho_new']);
    });

    for (const kind of ['signedOut', 'accountChanged'] as const)
      it(`and does not leave where there is none: ${kind} reaches the caller, and nothing is counted`, async () => {
        const failure = new Failure({ kind });
        token = () => {
          throw failure;
        };
        for (let count = 0; count < 200; count += 1) {
          await assert.rejects(client.request(put, repeatable), error => error === failure);
          await assert.rejects(client.request(secrets, { org: 'acme' }), error => error === failure);
        }
        assert.equal(clock.pending, 0);
        assert.deepEqual([sent, logged], [[], []]);
        token = () => 'gho_secret';
        answers = [() => new Response(null, { status: 204 })];
        for (let count = 0; count < 80; count += 1) await client.request(put, secret);
      });

    it('nowhere but in the request', async () => {
      const forms = ['gho_secret', Buffer.from('gho_secret').toString('base64')];
      const failures: (() => Response | Promise<Response>)[] = [
        () => json(401),
        () => json(403),
        () => json(404),
        () => json(422),
        () => json(500),
        () => json(200),
        () => json(429, {}, { 'retry-after': '90' }),
        never,
        offline,
        () => {
          throw new TypeError('Headers.append: "Bearer gho_secret" is an invalid header value.');
        },
      ];
      for (const answer of failures) {
        answers = [answer];
        const end = ended(client.request(put, secret));
        await clock.pass(31_000);
        const { error } = end;
        const traces = [
          ...logged,
          ...(error instanceof Error ? [error.message, error.stack, String(error.cause)] : []),
          JSON.stringify(error),
          JSON.stringify(error, (_, value: unknown) =>
            value instanceof Error
              ? Object.fromEntries(
                  Object.getOwnPropertyNames(value).map(name => [name, Reflect.get(value, name)]),
                )
              : value,
          ),
        ].join('\n');
        for (const form of forms) assert.ok(!traces.includes(form), traces);
        await clock.pass(90_000);
      }
    });
  });

  it("is not answered from a browser's cache, and follows no redirect with a value", async () => {
    await client.request(secrets, { org: 'acme' });
    answers = [() => new Response(null, { status: 204 })];
    await client.request(put, secret);
    assert.deepEqual(
      sent.map(({ init: { cache, redirect } }) => [cache, redirect]),
      [
        ['no-store', 'follow'],
        ['no-store', 'error'],
      ],
    );
  });

  it('pins the version of the API', async () => {
    await client.request(secrets, { org: 'acme' });
    assert.equal((sent[0]?.init.headers as Record<string, string>)['x-github-api-version'], '2022-11-28');
  });

  it('is logged by method, path and status; one that asks for what it has is no error', async () => {
    const errors: string[] = [];
    const infos: string[] = [];
    const logging = createClient({
      baseUrl: 'https://api.example.com',
      token,
      userAgent: 'test',
      log: { info: text => infos.push(text), warn: () => undefined, error: text => errors.push(text) },
      clock,
      fetch: () => Promise.resolve(answers.shift()?.() ?? never()),
    });
    answers = [() => new Response(null, { status: 304 }), () => json(404), () => json(200)];
    await logging.request(secrets, { org: 'acme' }).catch(() => undefined);
    await logging.request(secrets, { org: 'acme' }).catch(() => undefined);
    await logging.request(secrets, { org: 'acme' });
    assert.match(errors.join('\n'), /^GET \/orgs\/acme\/codespaces\/secrets - 404 with id UNKNOWN in \d+ms$/);
    assert.match(infos.join('\n'), /^GET .* - 304 .*\nGET .* - 200 .*$/);
  });
});
