import assert from 'node:assert/strict';
import { Loads } from '../../../src/devcontainer/loads';
import type { Again, RepositoryKnowledge } from '../../../src/devcontainer/repositoryKnowledge';

const moment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 5));

/** Keeps what each load was asked for. */
function subject(names: () => string[] | undefined = () => ['A']) {
  const loaded: [string, Again][] = [];
  const failures: unknown[] = [];
  const knowledge = (result: () => Promise<void> = () => Promise.resolve()) =>
    ({
      load: (wanted: Iterable<string>, again: Again) => {
        loaded.push([[...wanted].join(), again]);
        return result();
      },
    }) as unknown as RepositoryKnowledge;
  return { loaded, failures, knowledge, loads: new Loads(names, error => failures.push(error)) };
}

describe('loads of what is known of repositories', () => {
  it('are one for all that is asked for at the same time', async () => {
    const { loads, loaded, knowledge } = subject();
    const one = loads.of('one', knowledge);
    for (let file = 0; file < 30; file++) loads.request(loads.of('one', knowledge));
    loads.request(loads.of('other', knowledge));
    assert.equal(loads.of('one', knowledge), one);
    await moment();
    assert.deepEqual(loaded, [
      ['A', 'none'],
      ['A', 'none'],
    ]);
  });

  it('ask about as many failures as any of those that asked wanted', async () => {
    const orders: [Again[], Again][] = [
      [['none', 'user', 'none'], 'user'],
      [['user', 'all', 'user'], 'all'],
      [['none', 'none'], 'none'],
    ];
    for (const [asked, expected] of orders) {
      const { loads, loaded, knowledge } = subject();
      const one = loads.of('one', knowledge);
      for (const again of asked) loads.request(one, again);
      await moment();
      assert.deepEqual(loaded, [['A', expected]]);
    }
  });

  it('do not happen where nobody needs them by then, and all that was known is forgotten', async () => {
    const { loads, loaded, knowledge } = subject(() => undefined);
    const one = loads.of('one', knowledge);
    loads.request(one);
    await moment();
    loads.request(one);
    loads.forget();
    await moment();
    assert.deepEqual(loaded, []);
    assert.notEqual(loads.of('one', knowledge), one);
    loads.request(one);
    loads.dispose();
    await moment();
    assert.deepEqual(loaded, []);
  });

  it('forget what nobody needs once something has changed, so that its failures are asked about anew', () => {
    let needed: string[] | undefined = ['A'];
    const { loads, knowledge } = subject(() => needed);
    const one = loads.of('one', knowledge);
    loads.forgetUnneeded();
    assert.equal(loads.of('one', knowledge), one);
    needed = undefined;
    loads.forgetUnneeded();
    assert.notEqual(loads.of('one', knowledge), one);
  });

  it('tell what nobody expected', async () => {
    const { loads, failures, knowledge } = subject();
    const error = new Error('broken');
    loads.request(loads.of('one', () => knowledge(() => Promise.reject(error))));
    await moment();
    assert.deepEqual(failures, [error]);
  });
});
