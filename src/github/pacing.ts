import type { ThrottlingOptions } from '@octokit/plugin-throttling';
import Bottleneck from 'bottleneck/light.js';

/**
 * How many writes GitHub takes in a stretch of time, in milliseconds.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const writeLimits = [
  { writes: 80, stretch: 60_000 },
  { writes: 500, stretch: 3_600_000 },
];

/** What a request may take longer on its way than another, in milliseconds: GitHub counts when it arrives. */
const jitter = 1000;

/**
 * How many requests are under way at once: GitHub allows a hundred, to all that the user runs.
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
const sideBySide = 32;

/** A wait that a user sits out without a word, in seconds. A longer one is told as a failure with its end. */
const quietWait = 5;

const waitQuietly = (retryAfter: number, _options: unknown, _client: unknown, retries: number): boolean =>
  retryAfter <= quietWait && retries < 1;

/** What the plugin takes; its types leave out that the limiter of all requests can be another too. */
export type Pacing = ThrottlingOptions & { readonly global: Bottleneck.Group };

/**
 * How Octokit keeps to GitHub's limits: writes go at once as long as the limits allow, and then as fast as they allow;
 * what was refused for a short while is sent once more.
 */
export function pacing(): Pacing {
  const [minute, hour] = writeLimits.map(slidingWindow) as [Bottleneck, Bottleneck];
  minute.chain(hour);
  // Octokit's own limiter sends one write a second, however few there are. Of a group it calls `key` alone.
  const write = { key: () => minute } as unknown as Bottleneck.Group;
  const all = new Bottleneck({ maxConcurrent: sideBySide });
  const global = { key: () => all } as unknown as Bottleneck.Group;
  return { global, write, onRateLimit: waitQuietly, onSecondaryRateLimit: waitQuietly };
}

/** Lets at most `writes` start in any stretch: each gives its place back when it has left the stretch. */
function slidingWindow({ writes, stretch }: (typeof writeLimits)[number]): Bottleneck {
  const limiter = new Bottleneck({ reservoir: writes });
  limiter.on('executing', () => {
    const timer: unknown = setTimeout(() => void limiter.incrementReservoir(1), stretch + jitter);
    // Node would wait for the timer before it ends; a browser's timer is a number.
    if (typeof timer === 'object') (timer as { unref(): void }).unref();
  });
  return limiter;
}
