import fc from 'fast-check';
import { sequences } from './generators';
import { type Outcome, runSequence } from './runSequence';
import { describe, type Sequence } from './sequence';

/** What a storm came to, all in all. */
export interface StormResult {
  sequences: number;
  actions: number;
  requests: number;
  writes: number;
  excused: number;
  readonly reports: Map<string, number>;
  /** What went wrong first, with the shortest sequence that shows it; nothing where nothing did. */
  failure: string | undefined;
}

export interface StormOptions {
  readonly sequences: number;
  readonly seed: number;
  readonly overHttp?: boolean;
  /** The way to one sequence, as a failure prints it. */
  readonly path?: string;
  /** Whether a failure is told as it was found, without looking for a shorter one. */
  readonly isHasty?: boolean;
  readonly onSequence?: (done: number) => void;
}

/** Runs so many sequences. The same seed gives the same sequences, and each of them the same run. */
export async function storm({
  sequences: numRuns,
  seed,
  overHttp = false,
  path,
  isHasty = false,
  onSequence,
}: StormOptions): Promise<StormResult> {
  const result: StormResult = {
    sequences: 0,
    actions: 0,
    requests: 0,
    writes: 0,
    excused: 0,
    reports: new Map(),
    failure: undefined,
  };
  const property = fc.asyncProperty(sequences, async sequence => {
    const outcome = await runSequence(sequence, overHttp);
    add(result, outcome);
    onSequence?.(result.sequences);
    if (outcome.violations.length > 0) throw new Error(outcome.violations.join('\n'));
  });
  const details = await fc.check(property, {
    numRuns,
    seed,
    endOnFailure: isHasty,
    ...(path !== undefined && { path }),
  });
  const [sequence] = details.counterexample ?? [];
  if (sequence) {
    const where = `--seed ${seed} --path ${details.counterexamplePath ?? ''}`;
    result.failure = await story(sequence, where, overHttp);
  }
  return result;
}

function add(result: StormResult, { actions, requests, writes, excused, reports }: Outcome): void {
  result.sequences += 1;
  result.actions += actions;
  result.requests += requests;
  result.writes += writes;
  result.excused += excused;
  for (const [kind, count] of reports) result.reports.set(kind, (result.reports.get(kind) ?? 0) + count);
}

/** A failure for a person to read: what is wrong, the sequence, and what happened. */
async function story(sequence: Sequence, where: string, overHttp: boolean): Promise<string> {
  const { violations, log } = await runSequence(sequence, overHttp);
  return [
    ...violations,
    '',
    `The shortest sequence (${where}):`,
    describe(sequence),
    '',
    'What happened:',
    ...log,
  ].join('\n');
}
