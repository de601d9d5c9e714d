import { performance } from 'node:perf_hooks';
import type { RecordedRequest } from './control';
import { matches, type RequestPattern } from './faults';
import { tokenIn, type Incoming } from './incoming';

/** Every request of the API so far, and what became of it. */
export class RequestLog {
  /** In order of arrival. */
  readonly all: RecordedRequest[] = [];
  readonly #watchers = new Set<() => void>();

  /** Records a request that came. */
  begin(incoming: Incoming): RecordedRequest {
    const record = recordOf(incoming);
    this.all.push(record);
    return record;
  }

  /** Records that a request is over, whether it was answered or not. */
  end(record: RecordedRequest): void {
    record.endedAt = performance.now();
    this.#watchers.forEach(watcher => watcher());
    this.#watchers.clear();
  }

  /** The requests so far that a pattern means. */
  to(pattern: RequestPattern): RecordedRequest[] {
    return this.all.filter(({ method, path }) => {
      const [pathname = '', query = ''] = path.split('?', 2);
      return matches(pattern, method, pathname, query);
    });
  }

  /** Resolves as soon as that many requests that the pattern means are over. */
  async ended(pattern: RequestPattern, count: number): Promise<void> {
    while (this.to(pattern).filter(({ endedAt }) => endedAt !== undefined).length < count)
      await new Promise<void>(resolve => this.#watchers.add(resolve));
  }
}

function recordOf({ method, path, query, url, address, headers, text, body }: Incoming): RecordedRequest {
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    method,
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    url,
    address,
    token: tokenIn(headers),
    headers: Object.fromEntries(sent),
    text,
    body,
    status: undefined,
    responseHeaders: {},
    responseBody: undefined,
    startedAt: performance.now(),
    endedAt: undefined,
  };
}
