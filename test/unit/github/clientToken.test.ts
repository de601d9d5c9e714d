import assert from 'node:assert/strict';
import { Failure } from '../../../src/model/failure';
import {
  json,
  never,
  newTestClient,
  offline,
  put,
  reasonOf,
  repeatable,
  secret,
  secrets,
  type TestClient,
} from './testClient';

describe('a request carries the token', () => {
  let on: TestClient;
  beforeEach(() => {
    on = newTestClient();
  });

  const tokens = (): unknown[] =>
    on.sent.map(({ init }) => (init.headers as Record<string, string>)['authorization']);

  it('of the moment when it leaves', async () => {
    on.token = () => 'gho_old';
    on.answers = [never];
    for (let count = 0; count < 49; count += 1) on.ended(on.client.request(secrets, { org: 'acme' }));
    await on.clock.pass(0);
    on.token = () => 'gho_new';
    await on.clock.pass(30_000);
    assert.deepEqual(tokens(), [...Array<string>(48).fill('Bearer gho_old'), 'Bearer gho_new']);
  });

  it('of the moment when it is repeated', async () => {
    on.token = () => 'gho_old';
    on.answers = [() => json(500), () => json(200)];
    on.ended(on.client.request(secrets, { org: 'acme' }));
    await on.clock.pass(500);
    on.token = () => 'gho_new';
    await on.clock.pass(500);
    assert.deepEqual(tokens(), ['Bearer gho_old', 'Bearer gho_new']);
  });

  describe('that VS Code is still looking for', () => {
    it('and ends within the time limit where VS Code never answers; nothing was sent', async () => {
      on = newTestClient({ tokenReady: never });
      const end = on.ended(on.client.request(put, secret));
      await on.clock.pass(29_999);
      assert.equal(end.at, undefined);
      await on.clock.pass(1);
      assert.deepEqual([reasonOf(end.error), end.at], [{ kind: 'timedOut', uncertain: false }, 30_000]);
      assert.deepEqual(on.sent, []);
    });

    it('and ends when its caller gives it up', async () => {
      on = newTestClient({ tokenReady: never });
      const caller = new AbortController();
      const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal: caller.signal } }));
      await on.clock.pass(1000);
      caller.abort(new Error('given up'));
      await on.clock.pass(0);
      assert.match(String(end.error), /given up/);
      assert.deepEqual([on.sent, on.clock.pending], [[], 0]);
    });
  });

  for (const kind of ['signedOut', 'accountChanged'] as const)
    it(`and does not leave where there is none: ${kind} reaches the caller, and nothing is counted`, async () => {
      const failure = new Failure({ kind });
      on.token = () => {
        throw failure;
      };
      for (let count = 0; count < 200; count += 1) {
        await assert.rejects(on.client.request(put, repeatable), error => error === failure);
        await assert.rejects(on.client.request(secrets, { org: 'acme' }), error => error === failure);
      }
      assert.equal(on.clock.pending, 0);
      assert.deepEqual([on.sent, on.logged], [[], []]);
      on.token = () => 'gho_secret';
      on.answers = [() => new Response(null, { status: 204 })];
      for (let count = 0; count < 80; count += 1) await on.client.request(put, secret);
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
      on.answers = [answer];
      const end = on.ended(on.client.request(put, secret));
      await on.clock.pass(31_000);
      const { error } = end;
      const traces = [
        ...on.logged,
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
      await on.clock.pass(90_000);
    }
  });
});
