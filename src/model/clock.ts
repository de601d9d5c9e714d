/** The time, and what happens at a later one. */
export interface Clock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Calls `work` after so many milliseconds. */
  readonly after: (milliseconds: number, work: () => void) => void;
}

/** The machine's clock. Nothing waits for its timers to end the program. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, work) => {
    const timer: unknown = setTimeout(work, milliseconds);
    // Node would wait for the timer before it ends; a browser's timer is a number.
    if (typeof timer === 'object') (timer as { unref(): void }).unref();
  },
};
