/** The time, and what happens at a later one. A test that has a clock of its own decides how fast it goes. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls `work` after so many milliseconds. */
  readonly after: (milliseconds: number, work: () => void) => void;
}

/** The machine's clock; `now` alone can be replaced. */
export function systemClock(now: () => number = Date.now): Clock {
  return { now, after: (milliseconds, work) => void setTimeout(work, milliseconds) };
}

/** Resolves after so many milliseconds; at once for none. */
export async function pause(clock: Clock, milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise<void>(resolve => clock.after(milliseconds, resolve));
}
