import { performance } from 'node:perf_hooks';
import type { RecordedRequest } from '../github/control';
import type { RemoteFakeGitHub } from '../github/remote';

/** What one thing that a user does costs. */
export interface Cost {
  readonly what: string;
  readonly requests: number;
  /** Answers of 304, which GitHub does not count. */
  readonly notModified: number;
  /** How many requests had to wait for each other, at the most. */
  readonly roundTrips: number;
  readonly milliseconds: number;
}

/** Does `work` and counts what the simulated GitHub saw of it. */
export async function measure(
  fakeGitHub: RemoteFakeGitHub,
  what: string,
  work: () => Promise<unknown>,
): Promise<Cost> {
  await fakeGitHub.forgetRequests();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  const requests = await fakeGitHub.requests();
  return {
    what,
    requests: requests.length,
    notModified: requests.filter(({ status }) => status === 304).length,
    roundTrips: longestChain(requests),
    milliseconds,
  };
}

/** The most requests of which each began only after the one before it had ended. */
function longestChain(requests: readonly RecordedRequest[]): number {
  const ended = requests
    .filter(request => request.endedAt !== undefined)
    .map(({ startedAt, endedAt }) => ({ startedAt, endedAt: endedAt ?? startedAt }))
    .sort((a, b) => a.endedAt - b.endedAt);
  let chain = 0;
  let last = -Infinity;
  for (const { startedAt, endedAt } of ended) {
    if (startedAt < last) continue;
    chain += 1;
    last = endedAt;
  }
  return chain;
}
