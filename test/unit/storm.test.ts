import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sequences } from '../storm/generators';
import { runSequence } from '../storm/runSequence';
import { storm } from '../storm/storm';

/** More of them: `npm run test:storm -- --sequences N --seed S`. */
describe('a storm of flows, of other admins and of faults', function () {
  this.timeout(300_000);

  it('does nothing that must never happen', async () => {
    const { failure, sequences: count } = await storm({ sequences: 200, seed: 9 });
    assert.equal(failure, undefined, failure);
    assert.equal(count, 200);
  });

  it('does nothing of it over HTTP', async () => {
    const { failure } = await storm({ sequences: 5, seed: 9, overHttp: true });
    assert.equal(failure, undefined, failure);
  });

  it('is the same each time, and over HTTP', async () => {
    for (const sequence of fc.sample(sequences, { numRuns: 6, seed: 9 })) {
      const { log } = await runSequence(sequence);
      assert.deepEqual((await runSequence(sequence)).log, log);
      assert.deepEqual((await runSequence(sequence, true)).log, log);
    }
  });
});
