import type { ChunkMessage, ChunkOptions } from './chunkProcess';
import { storm } from './storm';

/** The process of one chunk: gets what it is to run, and tells what came of it. */
async function main(options: ChunkOptions): Promise<void> {
  const result = await storm({ ...options, onSequence: done => tell({ done }) });
  // What a failure has left under way is no reason to stay.
  tell({ result }, () => process.exit());
}

function tell(message: ChunkMessage, sent?: () => void): void {
  process.send?.(message, undefined, undefined, sent);
}

process.once('message', (options: ChunkOptions) => void main(options));
process.once('disconnect', () => process.exit());
