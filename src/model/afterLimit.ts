import { type Clock, systemClock } from './clock';

/** How long after the end of a rate limit GitHub is asked again, in milliseconds. */
const moment = 1000;

/** The same where the limit was over before anybody heard of it: the answer was cached, and might come from the cache again. */
const minute = 60_000;

/** Calls `work` when a rate limit is over. What this returns calls that off. */
export function afterLimit(
  until: Date,
  work: () => void,
  clock: Clock = systemClock,
): { readonly dispose: () => void } {
  const wait = until.getTime() - clock.now();
  return { dispose: clock.after(wait > 0 ? wait + moment : minute, work) };
}
