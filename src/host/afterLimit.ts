/** How long after the end of a rate limit GitHub is asked again, in milliseconds. */
const moment = 1000;

/** The same where by this machine's clock the limit was over before it was told of. */
const minute = 60_000;

/** Calls `work` when a rate limit is over. Gives the timer, by which that can be called off. */
export function afterLimit(until: Date, work: () => void): ReturnType<typeof setTimeout> {
  const wait = until.getTime() - Date.now();
  return setTimeout(work, wait > 0 ? wait + moment : minute);
}
