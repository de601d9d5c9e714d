import assert from 'node:assert/strict';
import { CachedResource } from '../../../src/cache/cachedResource';

/** A remote whose fetches the test answers, in the order in which they were made. */
function controlled(): { remote: CachedResource<string>; answers: PromiseWithResolversOf<string>[] } {
  const answers: PromiseWithResolversOf<string>[] = [];
  const remote = new CachedResource(() => {
    const answer = {} as PromiseWithResolversOf<string>;
    const promise = new Promise<string>((resolve, reject) => Object.assign(answer, { resolve, reject }));
    answers.push(answer);
    return promise;
  });
  return { remote, answers };
}

interface PromiseWithResolversOf<T> {
  resolve: (value: T) => void;
  reject: (error: Error) => void;
}

describe('Remote', () => {
  it('fetches once for all who ask, and keeps the answer', async () => {
    const { remote, answers } = controlled();
    const both = Promise.all([remote.load(), remote.load()]);
    answers[0]?.resolve('one');
    assert.deepEqual(await both, ['one', 'one']);
    assert.equal(await remote.load(), 'one');
    assert.equal(answers.length, 1);
  });

  it('fetches again after a failure', async () => {
    const { remote, answers } = controlled();
    const first = remote.load();
    answers[0]?.reject(new Error('no'));
    await assert.rejects(first, /no/);
    const second = remote.load();
    answers[1]?.resolve('two');
    assert.equal(await second, 'two');
  });

  it('keeps the old value at hand while it has expired, and fetches at the next look', async () => {
    const { remote, answers } = controlled();
    remote.set('old');
    remote.invalidate();
    assert.equal(remote.value, 'old');
    const again = remote.load();
    answers[0]?.resolve('new');
    assert.equal(await again, 'new');
  });

  it('drops an answer that is older than what was set meanwhile', async () => {
    const { remote, answers } = controlled();
    const late = remote.load();
    remote.set('set');
    answers[0]?.resolve('late');
    assert.equal(await late, 'set');
    assert.equal(remote.value, 'set');
  });

  it('keeps what was read in another way, unless it was changed or invalidated meanwhile', () => {
    const { remote } = controlled();
    remote.reading()('read');
    assert.equal(remote.current, 'read');
    const late = remote.reading();
    remote.update(value => `${value}, changed`);
    late('late');
    assert.equal(remote.current, 'read, changed');
    const later = remote.reading();
    remote.invalidate();
    later('later');
    assert.equal(remote.current, undefined);
  });

  it('asks again where it expired while an answer was under way', async () => {
    const { remote, answers } = controlled();
    const late = remote.load();
    remote.invalidate();
    answers[0]?.resolve('late');
    await new Promise(setImmediate);
    answers[1]?.resolve('new');
    assert.equal(await late, 'new');
  });

  it('does not make up a value out of a change to one that was never fetched', async () => {
    const { remote, answers } = controlled();
    remote.update(value => `${value}!`);
    assert.equal(remote.value, undefined);
    const first = remote.load();
    answers[0]?.resolve('one');
    assert.equal(await first, 'one');
    remote.update(value => `${value}!`);
    assert.equal(await remote.load(), 'one!');
  });
});
