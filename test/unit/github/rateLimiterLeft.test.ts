import assert from 'node:assert/strict';
import { watchedSignal } from '../watchedSignal';
import { newPace, refusal, type Pace } from './pace';

describe('the pace of requests, of which one is no longer wanted', () => {
  let begun: Pace['begun'];
  let clock: Pace['clock'];
  let clockedAnswer: Pace['clockedAnswer'];
  let count: Pace['count'];
  let rateLimiter: Pace['rateLimiter'];
  let send: Pace['send'];
  beforeEach(() => {
    ({ begun, clock, clockedAnswer, count, rateLimiter, send } = newPace());
  });

  const never = (): Promise<void> => new Promise(() => undefined);

  it('takes it out of those that wait, and leaves the others', async () => {
    send('GET', 48, () => clockedAnswer(100));
    const leaving = new AbortController();
    const left = assert.rejects(
      rateLimiter.send('GET', () => Promise.resolve(begun.push('left')), leaving.signal),
      { name: 'AbortError' },
    );
    send('GET', 2);
    leaving.abort();
    await left;
    await clock.pass(100);
    assert.deepEqual([count('GET'), count('left')], [50, 0]);
  });

  it('lets those go that waited behind it', async () => {
    send('GET', 898);
    await clock.pass(56_000);
    const leaving = new AbortController();
    const left = assert.rejects(rateLimiter.send('PUT', never, leaving.signal));
    send('GET', 2);
    await clock.pass(0);
    assert.equal(count('GET'), 898);
    leaving.abort();
    await left;
    await clock.pass(0);
    assert.equal(count('GET'), 900);
  });

  it('does nothing where it has begun, or was refused: its end is its own', async () => {
    const leaving = new AbortController();
    const sent = rateLimiter.send('GET', () => clockedAnswer(100), leaving.signal);
    await clock.pass(10);
    leaving.abort();
    await clock.pass(90);
    await sent;
  });

  it('lets go of the signal', async () => {
    const { signal, listeners } = watchedSignal();
    await rateLimiter.send('GET', () => Promise.resolve(), signal);
    send('PUT', 80);
    await clock.pass(56_000);
    const refused = assert.rejects(rateLimiter.send('PUT', never, signal));
    assert.equal(listeners(), 1);
    await assert.rejects(rateLimiter.send('GET', () => Promise.reject(refusal(30))));
    await refused;
    assert.equal(listeners(), 0);
  });

  it('does not begin it where that is so already', async () => {
    await assert.rejects(
      rateLimiter.send('GET', () => Promise.resolve(begun.push('GET')), AbortSignal.abort()),
      { name: 'AbortError' },
    );
    assert.deepEqual(begun, []);
  });
});
