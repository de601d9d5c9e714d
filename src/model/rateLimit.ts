/** An hour, which is the longest that GitHub limits anybody, and a minute for what is added to it. In milliseconds. */
const longestWait = 61 * 60_000;

/**
 * Whether a rate limit ends so late that nobody should wait for it without being asked: its end is told instead.
 * @param now in milliseconds since 1970, by the same clock as `until`
 */
export function isTooLongToWait(until: Date, now: number): boolean {
  return !(until.getTime() - now <= longestWait);
}
