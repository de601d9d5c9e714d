import assert from 'node:assert/strict';
import { systemClock } from '../../github/clock';
import { FakeGitHub } from '../../github/fakeGitHub';
import { Limits } from '../../github/limits';
import { messageOf, send } from './client';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('simulated GitHub: rate limits', () => {
  let clock = Date.UTC(2025, 5, 1);
  const gitHub = new FakeGitHub({ limits: true, clock: systemClock(() => clock) });
  const ask = (method: string, path: string) =>
    send('https://api.github.com', method, path, { fetch: gitHub.fetch });
  const read = () => ask('GET', '/user');
  const write = () => ask('PUT', '/orgs/acme/codespaces/secrets/NPM_TOKEN/repositories/70001');
  const repeat = async (times: number, act: () => Promise<{ status: number }>) => {
    const concurrency = 50;
    for (let left = times; left > 0; left -= concurrency) {
      const answers = await Promise.all(Array.from({ length: Math.min(left, concurrency) }, act));
      assert.ok(answers.every(({ status }) => status < 300));
    }
  };

  beforeEach(() => {
    clock += 2 * hour;
    gitHub.reset();
  });
  afterEach(() => assert.deepEqual(gitHub.violations, []));

  it('counts requests down to the hour', async () => {
    const first = await read();
    assert.equal(first.headers.get('x-ratelimit-remaining'), '4999');
    assert.equal(first.headers.get('x-ratelimit-used'), '1');
    assert.equal(first.headers.get('x-ratelimit-reset'), String((clock + hour) / second));
    const { body } = await ask('GET', '/rate_limit');
    assert.equal((body as { rate: { remaining: number } }).rate.remaining, 4999);
    clock += hour;
    assert.equal((await read()).headers.get('x-ratelimit-used'), '1');
  });

  it('refuses the 5,001st request of an hour', () => {
    const limits = new Limits(true, () => clock);
    const reset = (clock + hour) / second;
    for (let done = 0; done < 5000; done += 1) {
      clock += done % 500 === 499 ? minute : 0;
      assert.equal(limits.enter('1', 'GET'), undefined);
      limits.spend('1');
      limits.leave('1');
    }
    const refused = limits.enter('1', 'GET');
    assert.equal(refused?.status, 403);
    assert.match(refused.message, /^API rate limit exceeded for user ID 1\./);
    assert.deepEqual(refused.headers, { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(reset) });
    assert.equal(limits.enter('2', 'GET'), undefined);
    clock = reset * second;
    assert.equal(limits.enter('1', 'GET'), undefined);
  });

  it('refuses more than 900 points a minute', async () => {
    await repeat(900, read);
    clock += 20 * second;
    const refused = await read();
    assert.equal(refused.status, 403);
    assert.match(messageOf(refused), /^You have exceeded a secondary rate limit/);
    assert.equal(refused.headers.get('retry-after'), '40');
    clock += 40 * second;
    assert.equal((await read()).status, 200);
  });

  it('counts five points a write', async () => {
    await repeat(70, write);
    await repeat(550, read);
    assert.equal((await read()).status, 403);
  });

  it('refuses more than 80 writes a minute, and lets reading go on', async () => {
    await repeat(80, write);
    const refused = await write();
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('retry-after'), '60');
    assert.equal((await read()).status, 200);
    clock += minute;
    assert.equal((await write()).status, 204);
  });

  it('refuses more than 500 writes an hour', async () => {
    for (let done = 0; done < 10; done += 1) {
      await repeat(50, write);
      clock += minute;
    }
    const refused = await write();
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('retry-after'), String(50 * 60));
  });

  it('refuses more than 100 at once', async () => {
    const fault = gitHub.fault({ kind: 'hold', path: '/user', times: 100 });
    const held = Array.from({ length: 100 }, () => read());
    await fault.holding(100);
    assert.equal((await read()).status, 403);
    fault.release();
    assert.ok((await Promise.all(held)).every(({ status }) => status === 200));
    assert.equal((await read()).status, 200);
  });

  it('refuses nothing while it is off', async () => {
    gitHub.limits = false;
    await repeat(81, write);
    const { headers } = await read();
    assert.notEqual(headers.get('x-ratelimit-remaining'), '0');
  });
});
