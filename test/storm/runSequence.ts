import type { Sequence, Step } from './sequence';
import { Stage } from './stage';
import { User } from './user';
import { viewProblems } from './views';

/** What one run came to. */
export interface Outcome {
  readonly violations: readonly string[];
  readonly log: readonly string[];
  /** Whether it ended because nothing went on any more: another try would take as long. */
  readonly stoodStill: boolean;
  readonly actions: number;
  readonly requests: number;
  readonly writes: number;
  readonly excused: number;
  /** How often each kind of flow reported what. */
  readonly reports: ReadonlyMap<string, number>;
}

/** How long a request may take, with its repetition, in milliseconds. */
const requestLimit = 2 * 30_000 + 5_000;

/** Runs a sequence from its beginning, and checks all that must never happen. */
export async function runSequence(sequence: Sequence, overHttp = false): Promise<Outcome> {
  const stage = await Stage.open(sequence, overHttp);
  try {
    const user = new User(stage);
    stage.use('octocat');
    for (const step of sequence.steps) {
      await runStep(stage, user, step);
      // Where nobody else changes anything, what is shown is true without a refresh.
      if (sequence.isAlone) await checkViews(stage, false);
      if (stage.violations.length > 0) break;
    }
    if (stage.violations.length === 0) await checkViews(stage, true);
    for (const { gitHub } of stage.sites)
      for (const violation of gitHub.violations) stage.violation(JSON.stringify(violation));
  } catch (error) {
    stage.violation(`the storm itself fails: ${error instanceof Error ? error.stack : String(error)}`);
  } finally {
    await stage.close();
  }
  return {
    violations: stage.violations,
    log: stage.log,
    stoodStill: stage.stoodStill,
    actions: sequence.steps.reduce((sum, { flows }) => sum + flows.length, 0),
    requests: stage.network.calls.length,
    writes: stage.network.calls.filter(({ method }) => method !== 'GET').length,
    excused: stage.judge.excused,
    reports: stage.reports,
  };
}

async function runStep(stage: Stage, user: User, { pause, flows, gap, incidents }: Step): Promise<void> {
  const { clock, network } = stage;
  if (pause > 0) await finish(stage, clock.pause(pause));
  network.plan(incidents);
  const begun = clock.now();
  const before = { calls: network.calls.length, waits: network.saidWaits };
  await finish(
    stage,
    Promise.all(
      flows.map(async (flow, index) => {
        if (index > 0 && gap > 0) await clock.pause(gap);
        await user.perform(flow);
      }),
    ),
  );
  const calls = network.calls.length - before.calls;
  const limit = gap + calls * requestLimit + network.saidWaits + limiterWaits(stage) + 60_000;
  if (clock.now() - begun > limit)
    stage.violation(`the step took ${(clock.now() - begun) / 1000} s, for ${calls} requests`);
}

/** What the client waits by itself: 80 writes a minute, 500 an hour. */
function limiterWaits({ network }: Stage): number {
  const writes = network.calls.filter(({ method }) => method !== 'GET').length;
  return (
    Math.floor(network.calls.length / 150) * 61_000 +
    Math.floor(writes / 80) * 61_000 +
    Math.floor(writes / 500) * 3_660_000
  );
}

/** Lets time pass until something has ended. */
async function finish(stage: Stage, work: Promise<unknown>): Promise<void> {
  const state = { isOver: false };
  const end = (): void => {
    state.isOver = true;
  };
  work.then(end, end);
  for (let rings = 0; ; rings += 1) {
    const still = await stage.network.settled();
    if (still.length > 0) {
      stage.stoodStill = true;
      stage.violation(`nothing goes on any more: ${still.join(', ')}`);
      return;
    }
    if (state.isOver) await work;
    if (state.isOver || stage.violations.length > 0) return;
    const isStuck = !stage.clock.ring();
    if (isStuck || rings > 50_000) {
      stage.violation(isStuck ? 'a flow waits for what never comes' : 'a flow never ends');
      return;
    }
  }
}

async function checkViews(stage: Stage, isRefreshed: boolean): Promise<void> {
  stage.network.plan([]);
  if (!isRefreshed && (!stage.account || stage.wroteForAnother)) return;
  if (!stage.account) stage.use('octocat');
  await finish(
    stage,
    viewProblems(stage, isRefreshed).then(problems => {
      for (const problem of problems) stage.violation(problem);
    }),
  );
}
