import assert from 'node:assert/strict';
import { loadOnce } from '../../../src/model/loadOnce';

describe('what is loaded when it is first needed', () => {
  it('is loaded once, for those who ask at the same time and for those who ask later', async () => {
    let loads = 0;
    const load = loadOnce(() => Promise.resolve(++loads));
    assert.equal(loads, 0);
    assert.deepEqual([...(await Promise.all([load(), load()])), await load()], [1, 1, 1]);
  });

  it('is loaded again by the next who asks after it failed, and not by those who waited with it', async () => {
    let loads = 0;
    const load = loadOnce(() =>
      ++loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(loads),
    );
    const failed = await Promise.allSettled([load(), load()]);
    assert.deepEqual(
      failed.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal(await load(), 2);
  });
});
