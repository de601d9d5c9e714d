import assert from 'node:assert/strict';
import {
  endless,
  json,
  never,
  newTestClient,
  put,
  reasonOf,
  secret,
  secrets,
  type TestClient,
} from './testClient';

describe('a request that its caller aborts', () => {
  let on: TestClient;
  beforeEach(() => {
    on = newTestClient();
  });

  class Left extends Error {}

  it("rejects with the caller's reason, and is not repeated", async () => {
    for (const answer of [never, endless]) {
      on.sent = [];
      on.answers = [answer];
      const leaving = new AbortController();
      const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
      await on.clock.pass(10);
      leaving.abort(new Left());
      await on.clock.pass(5000);
      assert.ok(end.error instanceof Left);
      assert.equal(on.sent.length, 1);
      assert.equal(on.sent[0]?.init.signal?.aborted, true);
    }
    assert.equal(on.clock.pending, 0);
  });

  it('rejects with it as a write, too', async () => {
    on.answers = [never];
    const leaving = new AbortController();
    const end = on.ended(on.client.request(put, { ...secret, request: { signal: leaving.signal } }));
    await on.clock.pass(10);
    leaving.abort(new Left());
    await on.clock.pass(0);
    assert.ok(end.error instanceof Left);
  });

  it('is not sent where that is at the last moment', async () => {
    on.answers = [never];
    const leaving = new AbortController();
    on.token = () => {
      leaving.abort(new Left());
      return 'gho_secret';
    };
    const end = on.ended(on.client.request(put, { ...secret, request: { signal: leaving.signal } }));
    await on.clock.pass(0);
    assert.ok(end.error instanceof Left);
    assert.equal(on.sent.length, 0);
  });

  it('has the same 30 seconds where that is not so', async () => {
    on.answers = [never];
    const { signal } = new AbortController();
    const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal } }));
    await on.clock.pass(30_000);
    assert.deepEqual(reasonOf(end.error), { kind: 'timedOut', uncertain: false });
  });

  it('rejects with an AbortError where the caller gives no reason', async () => {
    on.answers = [never];
    const leaving = new AbortController();
    const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
    await on.clock.pass(10);
    leaving.abort();
    await on.clock.pass(0);
    assert.equal((end.error as Error).name, 'AbortError');
  });

  it('is not sent where that is before its turn, and costs nothing', async () => {
    const signal = AbortSignal.abort(new Left());
    for (let count = 0; count < 1000; count += 1)
      await assert.rejects(on.client.request(secrets, { org: 'acme', request: { signal } }), Left);
    assert.equal(on.sent.length, 0);
    await on.client.request(secrets, { org: 'acme' });
  });

  it('leaves the queue at once', async () => {
    on.answers = [never];
    for (let count = 0; count < 48; count += 1) on.ended(on.client.request(secrets, { org: 'acme' }));
    const leaving = new AbortController();
    const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
    await on.clock.pass(10);
    leaving.abort(new Left());
    await on.clock.pass(0);
    assert.ok(end.error instanceof Left);
  });

  it('is not repeated where that is while it pauses', async () => {
    on.answers = [() => json(500)];
    const leaving = new AbortController();
    const end = on.ended(on.client.request(secrets, { org: 'acme', request: { signal: leaving.signal } }));
    await on.clock.pass(500);
    leaving.abort(new Left());
    await on.clock.pass(5000);
    assert.ok(end.error instanceof Left);
    assert.deepEqual([end.at, on.sent.length], [500, 1]);
  });
});
