import { Refusal, type Answer } from './answer';
import type { FixtureEdit } from './edits';
import { primaryLimit, secondaryLimit, type RetryAfter } from './limits';

/** What to match a path with: the whole of it, where `*` stands for anything, or a regular expression over path and query. */
export type PathPattern = string | { readonly source: string; readonly flags?: string };

/** Which requests are meant. Paths are below the base, and name organizations by login. */
export interface RequestPattern {
  /** Any method if not given. */
  readonly method?: string;
  /** Any path if not given. */
  readonly path?: PathPattern;
}

/** What goes wrong. */
export type FaultEffect =
  /** The request is handled that many milliseconds later. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** The connection is cut before anything is done. */
  | { readonly kind: 'drop' }
  /** The request is carried out, and the connection is cut before the response. */
  | { readonly kind: 'dropAfter' }
  /**
   * Nothing is done, and this is answered. The body is GitHub's error shape unless given; a string is HTML, and null
   * is no body at all. `bare`: without GitHub's own headers, as a proxy answers.
   */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly bare?: boolean;
    }
  /** A secondary rate limit. The status is 403 unless given. */
  | { readonly kind: 'secondaryLimit'; readonly retryAfter: RetryAfter; readonly status?: number }
  /** The primary rate limit, which is renewed in that many seconds. */
  | { readonly kind: 'primaryLimit'; readonly resetIn: number }
  /** The request waits, before it is handled or (`after`) with its response ready, until the test releases it. */
  | { readonly kind: 'hold'; readonly when?: 'before' | 'after' }
  /**
   * The connection stays open and nothing comes, until the client gives up or the fault ends: before anything is done,
   * after it is done (`after`), or from the middle of the response's body on (`body`).
   */
  | { readonly kind: 'hang'; readonly when?: 'before' | 'after' | 'body' }
  /** Somebody else changes the fixture just before the request is handled. */
  | { readonly kind: 'before'; readonly edits: readonly FixtureEdit[] };

/** A fault that a test asks for. */
export type FaultSpec = RequestPattern &
  FaultEffect & {
    /** How many requests it happens to; once if not given. */
    readonly times?: number | 'always';
    /** How many matching requests go untouched first. */
    readonly skip?: number;
  };

/** A fault that has been asked for. */
export class Fault {
  readonly id: number;
  readonly spec: FaultSpec;
  #skip: number;
  #left: number;
  #isReleased = false;
  readonly #held: (() => void)[] = [];
  readonly #watchers: (() => void)[] = [];

  constructor(id: number, spec: FaultSpec) {
    this.id = id;
    this.spec = spec;
    this.#skip = spec.skip ?? 0;
    this.#left = spec.times === 'always' ? Infinity : (spec.times ?? 1);
  }

  /** Whether the fault happens to this request; counts it if so. */
  takes(method: string, path: string, query: string): boolean {
    if (this.#left <= 0 || !matches(this.spec, method, path, query)) return false;
    if (this.#skip > 0) {
      this.#skip -= 1;
      return false;
    }
    this.#left -= 1;
    return true;
  }

  /** Waits until `release`, or until the signal aborts. */
  readonly hold = async (signal?: AbortSignal): Promise<void> => {
    if (this.#isReleased || signal?.aborted) return;
    await new Promise<void>(resolve => {
      this.#held.push(resolve);
      signal?.addEventListener('abort', () => resolve(), { once: true });
      this.#watchers.splice(0).forEach(watcher => watcher());
    });
  };

  /** Resolves as soon as that many requests wait. */
  async holding(count = 1): Promise<void> {
    while (this.#held.length < count) await new Promise<void>(resolve => this.#watchers.push(resolve));
  }

  /** Lets those go that wait, and those that will come. */
  release(): void {
    this.#isReleased = true;
    this.#held.splice(0).forEach(resolve => resolve());
  }

  /** Ends the fault: it happens to no further request. */
  end(): void {
    this.#left = 0;
    this.release();
  }
}

/** What a fault answers in place of GitHub, if it does. */
export function forcedBy(spec: FaultSpec, user: string, now: number): Answer | Refusal | undefined {
  switch (spec.kind) {
    case 'status': {
      const { status, body, headers = {}, bare = false } = spec;
      const message = spec.message ?? usualMessages[status] ?? 'Server Error';
      return body === undefined && !bare
        ? new Refusal(status, message, {}, headers)
        : { status, body: body ?? undefined, headers, bare };
    }
    case 'secondaryLimit':
      return secondaryLimit(spec.retryAfter, now, spec.status);
    case 'primaryLimit':
      return primaryLimit(user, Math.ceil(now / 1000) + spec.resetIn, now);
    case 'latency':
    case 'drop':
    case 'dropAfter':
    case 'hold':
    case 'hang':
    case 'before':
      return undefined;
  }
}

/** The page that GitHub's front end answers 502 with. Ask for it as the `body` of a `status` fault. */
export const unicornPage =
  '<!DOCTYPE html><html><head><title>Unicorn! &middot; GitHub</title></head><body><p>This page is taking too long to load.</p></body></html>';

const usualMessages: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Validation Failed',
};

/** Whether a request is meant by a pattern. `query` is without its question mark. */
export function matches(pattern: RequestPattern, method: string, path: string, query: string): boolean {
  if (pattern.method !== undefined && pattern.method.toUpperCase() !== method) return false;
  if (pattern.path === undefined) return true;
  if (typeof pattern.path === 'string') {
    const source = pattern.path.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
    return new RegExp(`^${source}$`, 'i').test(path);
  }
  return new RegExp(pattern.path.source, pattern.path.flags).test(query ? `${path}?${query}` : path);
}
