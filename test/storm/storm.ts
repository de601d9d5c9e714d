import fc from 'fast-check';
import { sequences } from './generators';
import { addTo, emptyResult, type StormResult } from './result';
import { type Outcome, runSequence } from './runSequence';
import { describe, type Sequence } from './sequence';

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
  const result = emptyResult();
  // Of all that fail the shortest is the last.
  let failed: Outcome | undefined;
  const property = fc.asyncProperty(sequences, async sequence => {
    // Where one stands still, each shorter one could take as long.
    if (failed?.stoodStill) return;
    const outcome = await runSequence(sequence, overHttp);
    addTo(result, { ...outcome, sequences: 1 });
    onSequence?.(result.sequences);
    if (outcome.violations.length === 0) return;
    failed = outcome;
    throw new Error(outcome.violations.join('\n'));
  });
  const details = await fc.check(property, {
    numRuns,
    seed,
    endOnFailure: isHasty,
    ...(path !== undefined && { path }),
  });
  const [sequence] = details.counterexample ?? [];
  if (!sequence) return result;
  const where = `--seed ${seed} --path ${details.counterexamplePath ?? ''}${overHttp ? ' --http' : ''}`;
  const { violations, log } = failed ?? { violations: [String(details.errorInstance)], log: [] };
  return { ...result, failure: story(sequence, { where, violations, log }) };
}

/** A failure for a person to read: what is wrong, the sequence, and what happened. */
function story(
  sequence: Sequence,
  { where, violations, log }: { readonly where: string } & Pick<Outcome, 'violations' | 'log'>,
): string {
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
