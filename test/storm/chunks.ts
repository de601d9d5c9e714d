import type { StormOptions } from './storm';

/**
 * How many sequences share a seed. fast-check makes later ones longer, so that many of one seed take longer and longer;
 * in chunks a run takes as long as it has sequences.
 */
const chunkSize = 250;

/** Some sequences of a run. */
export type Chunk = Pick<StormOptions, 'sequences' | 'seed'>;

/** A run in chunks, each with a seed of its own that follows from the run's. The first has the run's own. */
export function chunksOf(sequences: number, seed: number): Chunk[] {
  return Array.from({ length: Math.ceil(sequences / chunkSize) }, (_, index) => ({
    sequences: Math.min(chunkSize, sequences - index * chunkSize),
    // Far enough apart that runs of neighbouring seeds have no chunk in common.
    seed: (seed + index * 1_000_003) % 2 ** 31,
  }));
}
