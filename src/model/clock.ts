/** The time, and what happens at a later one. */
export interface Clock {
  /** In milliseconds since 1970. Never goes back. */
  readonly now: () => number;
  /** Calls `work` after that many milliseconds. What this returns calls it off. */
  readonly after: (milliseconds: number, work: () => void) => () => void;
}

/** What a machine tells the time by, in milliseconds. */
export interface TimeSources {
  /** Since 1970. It jumps when somebody sets it. */
  readonly wall: () => number;
  /** Since some moment. Nobody sets it, but it can stand still while the machine sleeps. */
  readonly monotonic: () => number;
  /** Calls `work` after a while, which can take longer where the machine sleeps. What this returns calls it off. */
  readonly timer: (milliseconds: number, work: () => void) => () => void;
}

/** The longest that a timer runs before the clock is looked at again, since timers stand still while a machine sleeps. */
const longestTimer = 5000;

/** How far apart two sources can be, in milliseconds, only because each rounds the time that it tells. */
const rounding = 10;

/**
 * A clock on which no wait lasts longer than it should. It goes on with whichever of the two sources went on further,
 * so that it counts sleep, and stays where it is while the wall clock is set back.
 */
export function steadyClock({ wall, monotonic, timer }: TimeSources): Clock {
  const look = () => ({ wall: wall(), monotonic: monotonic() });
  let from = look();
  let fromTime = from.wall;
  let time = fromTime;
  const now = (): number => {
    const seen = look();
    const [byWall, byMonotonic] = [seen.wall - from.wall, seen.monotonic - from.monotonic];
    const reached = fromTime + Math.max(byWall, byMonotonic);
    time = Math.max(time, reached);
    // Counted from look to look, what the sources round would add up: the more looks, the faster the clock.
    if (Math.abs(byWall - byMonotonic) > rounding || reached < time) [from, fromTime] = [seen, time];
    return time;
  };
  const after = (milliseconds: number, work: () => void): (() => void) => {
    const end = now() + milliseconds;
    let callOff: () => void;
    const set = (left: number): void => {
      callOff = timer(Math.min(left, longestTimer), () => {
        const rest = end - now();
        if (rest > 0) set(rest);
        else work();
      });
    };
    set(milliseconds);
    return () => callOff();
  };
  return { now, after };
}

/** Bundles share no module. If each had a clock of its own, they would differ once somebody sets the machine's clock. */
const sharedClock = Symbol.for('codespacesOrgSecrets.clock');
const shared = globalThis as typeof globalThis & { [sharedClock]: Clock | undefined };

/** The machine's clock. Nothing waits for its timers to end the program. */
export const systemClock: Clock = (shared[sharedClock] ??= steadyClock({
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  timer: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    // Node would wait for the timer before it ends; a browser's timer is a number.
    if (typeof timer === 'object') timer.unref();
    return () => clearTimeout(timer);
  },
}));

/** Resolves after that many milliseconds, or as soon as `signal` aborts. */
export function delay(clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const end = (): void => {
      callOff();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const callOff = clock.after(milliseconds, end);
    signal?.addEventListener('abort', end);
  });
}
