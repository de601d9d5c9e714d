import { type Clock, systemClock } from './clock';
import type { Event, Subscription } from './event';

/** How long the window has to be without the focus, in milliseconds. */
const long = 5 * 60_000;

/** Calls `work` when the window gets the focus again after more than five minutes without it. */
export function afterAbsence(
  onDidChangeFocus: Event<{ readonly focused: boolean }>,
  work: () => void,
  clock: Clock = systemClock,
): Subscription {
  let lostAt: number | undefined;
  return onDidChangeFocus(({ focused }) => {
    if (!focused) {
      lostAt ??= clock.now();
      return;
    }
    const isLong = lostAt !== undefined && clock.now() - lostAt > long;
    lostAt = undefined;
    if (isLong) work();
  });
}
