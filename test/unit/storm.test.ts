import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chunksOf } from '../storm/chunks';
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

  it('runs in chunks, the first with the seed of the run and each with one of its own', () => {
    assert.deepEqual(chunksOf(100, 7), [{ sequences: 100, seed: 7 }]);
    const chunks = chunksOf(10_001, 7);
    assert.equal(
      chunks.reduce((sum, { sequences: count }) => sum + count, 0),
      10_001,
    );
    assert.deepEqual([chunks[0]?.seed, chunks.at(-1)?.sequences], [7, 1]);
    const seeds = [...chunks, ...chunksOf(10_000, 8)].map(({ seed }) => seed);
    assert.equal(new Set(seeds).size, seeds.length);
  });
});
