import assert from 'node:assert/strict';
import { LimitedAnswer } from '../../../src/model/limitedAnswer';
import { VirtualClock } from '../../virtualClock';

describe('an answer with a limit', () => {
  let clock: VirtualClock;
  let late: string[];
  let give: (answer: string) => void;
  let fail: (error: Error) => void;
  let answer: LimitedAnswer<string>;
  beforeEach(() => {
    clock = new VirtualClock();
    late = [];
    const given = new Promise<string>((resolve, reject) => ([give, fail] = [resolve, reject]));
    const onLate = (value: string): unknown => late.push(value);
    answer = new LimitedAnswer(given, { limit: 3000, meanwhile: 'nothing', onLate }, clock);
  });

  it('is waited for until the limit, and nobody waits again', async () => {
    let value = '';
    void answer.value.then(it => (value = it));
    await clock.pass(2999);
    assert.equal(value, '');
    await clock.pass(1);
    assert.equal(value, 'nothing');
    assert.equal(await answer.value, 'nothing');
  });

  it('is given when it comes in time, and leaves no alarm behind', async () => {
    give('it');
    assert.equal(await answer.value, 'it');
    assert.equal(clock.pending, 0);
    assert.deepEqual(late, []);
  });

  it('counts when it comes late, which is told', async () => {
    await clock.pass(3000);
    give('it');
    await clock.pass(0);
    assert.equal(await answer.value, 'it');
    assert.deepEqual(late, ['it']);
  });

  it('may fail in time', async () => {
    fail(new Error('broken'));
    await assert.rejects(answer.value, /broken/);
    assert.equal(clock.pending, 0);
  });

  it('is never known if it fails late', async () => {
    await clock.pass(3000);
    fail(new Error('broken'));
    await clock.pass(0);
    assert.equal(await answer.value, 'nothing');
    assert.deepEqual(late, []);
  });
});
