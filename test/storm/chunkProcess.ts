import { fork } from 'node:child_process';
import path from 'node:path';
import { emptyResult, type StormResult } from './result';
import type { StormOptions } from './storm';

/** What a process is to run; all of it can be sent. */
export type ChunkOptions = Omit<StormOptions, 'onSequence'>;

/** What the process of a chunk tells: how many sequences it has run, and what all came to. */
export type ChunkMessage = { readonly done: number } | { readonly result: StormResult };

/** How long a process may tell nothing, in milliseconds: longer than it takes to see itself that a request stands still. */
const patience = 300_000;

/** Runs a chunk in a process of its own. One that ends otherwise than it should, or says nothing any more, has failed. */
export function runChunk(options: ChunkOptions): Promise<StormResult> {
  const child = fork(path.join(__dirname, 'chunk.ts'), { serialization: 'advanced' });
  return new Promise(resolve => {
    let done = 0;
    let result: StormResult | undefined;
    const watchdog = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('message', (message: ChunkMessage) => {
      watchdog.refresh();
      if ('result' in message) result = message.result;
      else done = message.done;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      const where = `--seed ${options.seed} --path ${options.path ?? done}${options.overHttp ? ' --http' : ''}`;
      const failure = `The process ended with ${signal ?? code} after ${done} sequences, probably in ${where}.`;
      resolve(result ?? { ...emptyResult(), sequences: done, failure });
    });
    child.send(options);
  });
}
