import assert from 'node:assert/strict';
import { Failure } from '../../../src/model/failure';
import {
  json,
  newTestClient,
  offline,
  put,
  reasonOf,
  repeatable,
  secret,
  secrets,
  type TestClient,
} from './testClient';

describe('a request that fails for once', () => {
  let on: TestClient;
  beforeEach(() => {
    on = newTestClient();
  });

  const failing: [string, () => Response][] = [
    ['where GitHub is not reached', offline],
    ...[500, 502, 503, 599].map((status): [string, () => Response] => [`with ${status}`, () => json(status)]),
  ];
  for (const [how, answer] of failing) {
    it(`is repeated once, a second later, ${how}`, async () => {
      on.answers = [answer, () => json(200)];
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(999);
      assert.equal(on.sent.length, 1);
      await on.clock.pass(1);
      assert.deepEqual(end, { at: 1000 });
      assert.deepEqual(
        on.sent.map(({ at }) => at),
        [0, 1000],
      );
    });

    it(`is not repeated a second time ${how}`, async () => {
      on.answers = [answer];
      const end = on.ended(on.client.request(secrets, { org: 'acme' }));
      await on.clock.pass(10_000);
      assert.ok(end.error);
      assert.equal(on.sent.length, 2);
    });

    it(`is repeated as a write only by who allows it, ${how}`, async () => {
      on.answers = [answer];
      const end = on.ended(on.client.request(put, secret));
      await on.clock.pass(10_000);
      assert.equal(on.sent.length, 1);
      const { uncertain } = reasonOf(end.error) as { uncertain?: boolean };
      assert.equal(uncertain, true);
      on.ended(on.client.request(put, repeatable));
      await on.clock.pass(10_000);
      assert.equal(on.sent.length, 3);
      on.ended(on.client.request(put, { ...secret, request: { isRepeatable: false } }));
      await on.clock.pass(10_000);
      assert.equal(on.sent.length, 4);
    });
  }

  for (const status of [304, 400, 401, 403, 404, 408, 409, 410, 422, 451, 499])
    it(`is not repeated with ${status}`, async () => {
      on.answers = [() => (status === 304 ? new Response(null, { status }) : json(status))];
      const ends = [on.client.request(secrets, { org: 'acme' }), on.client.request(put, repeatable)].map(
        on.ended,
      );
      await on.clock.pass(10_000);
      assert.ok(ends.every(({ error }) => error));
      assert.equal(on.sent.length, 2);
    });

  it('is repeated where its body breaks off', async () => {
    const broken = new ReadableStream({ start: stream => stream.error(new TypeError('terminated')) });
    on.answers = [
      () => new Response(broken, { headers: { 'content-type': 'application/json' } }),
      () => json(200),
    ];
    const end = on.ended(on.client.request(secrets, { org: 'acme' }));
    await on.clock.pass(1000);
    assert.deepEqual(end, { at: 1000 });
  });

  it("may have been made where a write's repetition did not leave, or was refused", async () => {
    const ends: (() => void)[] = [
      () =>
        (on.token = () => {
          throw new Failure({ kind: 'accountChanged' });
        }),
      () => (on.answers = [() => json(429, {}, { 'retry-after': '90' })]),
    ];
    for (const change of ends) {
      on.token = () => 'gho_secret';
      on.answers = [offline];
      const end = on.ended(on.client.request(put, repeatable));
      await on.clock.pass(500);
      change();
      await on.clock.pass(500);
      assert.deepEqual(reasonOf(end.error), { kind: 'offline', uncertain: true });
    }
  });

  it("may have been made where GitHub refuses a write's repetition: the first one may be why", async () => {
    on.answers = [offline, () => json(409)];
    const refused = on.ended(on.client.request(put, repeatable));
    await on.clock.pass(1000);
    assert.deepEqual(reasonOf(refused.error), { kind: 'offline', uncertain: true });
  });

  it('fails as its repetition does where it reads', async () => {
    on.answers = [offline, () => json(429, {}, { 'retry-after': '90' })];
    const read = on.ended(on.client.request(secrets, { org: 'acme' }));
    await on.clock.pass(1000);
    assert.equal(reasonOf(read.error)?.kind, 'rateLimited');
  });

  it('is repeated after a short limit as well, by which it waits for its turn', async () => {
    on.answers = [() => json(429, {}, { 'retry-after': '2' }), () => json(500), () => json(200)];
    const end = on.ended(on.client.request(secrets, { org: 'acme' }));
    await on.clock.pass(10_000);
    assert.deepEqual(end, { at: 3000 });
  });
});
