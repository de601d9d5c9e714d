import { type Clock, systemClock } from '../model/clock';

/**
 * The end of a rate limit, as the wall clock will show it then. Has the date unless it is today.
 * @param until by `clock`, which keeps counting if somebody sets the wall clock back
 * @param wall the wall clock's time, in milliseconds since 1970
 */
export function limitTime(until: Date, clock: Clock = systemClock, wall = Date.now()): string {
  const shown = new Date(wall + until.getTime() - clock.now());
  const isToday = shown.toDateString() === new Date(wall).toDateString();
  return isToday ? shown.toLocaleTimeString() : shown.toLocaleString();
}
