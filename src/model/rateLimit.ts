/**
 * GitHub's secondary limits: what all requests may cost in a minute, and how many writes it takes.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const secondaryLimits = { pointsAMinute: 900, writesAMinute: 80, writesAnHour: 500 };

/** An hour, which is the longest that GitHub limits anybody, and a minute for what is added to it. In milliseconds. */
const longestWait = 61 * 60_000;

/**
 * Whether a rate limit ends so late that nobody should wait for it without being asked: its end is told instead.
 * @param now in milliseconds since 1970, by the same clock as `until`
 */
export function isTooLongToWait(until: Date, now: number): boolean {
  return !(until.getTime() - now <= longestWait);
}
