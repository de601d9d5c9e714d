import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runChunk } from './chunkProcess';
import { type Chunk, chunksOf } from './chunks';
import { addTo, emptyResult, type StormResult } from './result';

/**
 * `npm run test:storm -- --sequences N --seed S`; `--jobs` of its processes run at once, `--http` runs over real servers,
 * `--path` the one of a failure, and `--hasty` tells a failure at once, without looking for a shorter sequence.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      jobs: { type: 'string', default: '1' },
      http: { type: 'boolean', default: false },
      path: { type: 'string' },
      hasty: { type: 'boolean', default: false },
    },
  });
  const { path } = values;
  const seed = wholeNumber(values.seed);
  const sequences = wholeNumber(values.sequences);
  const chunks = path === undefined ? chunksOf(sequences, seed) : [{ sequences: 1, seed }];
  const jobs = Math.min(Math.max(1, wholeNumber(values.jobs)), availableParallelism());
  console.log(path === undefined ? `${sequences} sequences, seed ${seed}` : `seed ${seed}, path ${path}`);
  const begun = performance.now();
  const seconds = (): number => Math.round((performance.now() - begun) / 1000);
  const { reports, failure, ...counts } = await runAll(chunks, jobs, async chunk => {
    const result = await runChunk({
      ...chunk,
      overHttp: values.http,
      isHasty: values.hasty,
      ...(path !== undefined && { path }),
    });
    console.log(`seed ${chunk.seed}: ${result.sequences} sequences, after ${seconds()} s`);
    return result;
  });
  console.log(JSON.stringify({ ...counts, seconds: seconds() }));
  console.log(Object.fromEntries([...reports].sort()));
  if (failure === undefined) return;
  console.error(`\n${failure}`);
  process.exitCode = 1;
}

/** Runs the chunks, some at once. After a failure none is begun. */
async function runAll(
  chunks: readonly Chunk[],
  jobs: number,
  run: (chunk: Chunk) => Promise<StormResult>,
): Promise<StormResult> {
  const total = emptyResult();
  const failures: string[] = [];
  const rest = chunks.values();
  const work = async (): Promise<void> => {
    for (const chunk of rest) {
      const result = await run(chunk);
      addTo(total, result);
      if (result.failure !== undefined) failures.push(result.failure);
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return { ...total, failure: failures.length > 0 ? failures.join('\n\n') : undefined };
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${text} is no whole number.`);
  return number;
}

void main();
