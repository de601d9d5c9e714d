import { type Clock, systemClock } from '../model/clock';

/**
 * The end of a rate limit as the machine's clock on the wall will show it then, with the date where it is not today's.
 * @param until by `clock`, which counts on where somebody sets the clock on the wall back
 * @param wall in milliseconds since 1970
 */
export function limitTime(until: Date, clock: Clock = systemClock, wall = Date.now()): string {
  const shown = new Date(wall + until.getTime() - clock.now());
  const isToday = shown.toDateString() === new Date(wall).toDateString();
  return isToday ? shown.toLocaleTimeString() : shown.toLocaleString();
}
