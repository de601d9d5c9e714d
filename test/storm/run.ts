import { parseArgs } from 'node:util';
import { storm } from './storm';

/**
 * `npm run test:storm -- --sequences N --seed S`; `--http` runs them over real servers, `--path` the
 * one of a failure, and `--hasty` tells a failure at once, without looking for a shorter sequence.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      http: { type: 'boolean', default: false },
      path: { type: 'string' },
      hasty: { type: 'boolean', default: false },
    },
  });
  const seed = Number(values.seed);
  console.log(`${values.sequences} sequences, seed ${seed}`);
  const begun = performance.now();
  const { failure, reports, ...counts } = await storm({
    sequences: Number(values.sequences),
    seed,
    overHttp: values.http,
    isHasty: values.hasty,
    ...(values.path !== undefined && { path: values.path }),
    onSequence: done => {
      if (done % 100 === 0) console.log(`${done} after ${Math.round((performance.now() - begun) / 1000)} s`);
    },
  });
  console.log(JSON.stringify({ ...counts, seconds: Math.round((performance.now() - begun) / 1000) }));
  console.log(Object.fromEntries([...reports].sort()));
  if (failure === undefined) return;
  console.error(`\n${failure}`);
  process.exitCode = 1;
}

void main();
