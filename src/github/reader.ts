import { RequestError } from '@octokit/request-error';
import type { Endpoints } from '@octokit/types';
import type { Client } from './client';
import { lastPage } from './pages';

type Route = keyof Endpoints & `GET ${string}`;
type Parameters<R extends Route> = Endpoints[R]['parameters'];
type Data<R extends Route> = Endpoints[R]['response']['data'];
export type Headers = Readonly<Record<string, string | number | undefined>>;

/** What is kept of an answer. Asked for again unchanged, it is the same object. */
export interface Answer<T> {
  readonly value: T;
  /** The number of the last page of the list that this is a page of. */
  readonly lastPage: number;
  readonly headers: Headers;
}

/** How something is read. */
export interface ReadOptions {
  /**
   * Whether GitHub may answer that nothing has changed. Its ETag covers the body and not the header that tells what single
   * sign-on hides, so a list over several organizations that is written back is asked for as a whole each time.
   */
  readonly isConditional?: boolean;
}

/** Whether single sign-on keeps something out of a list. */
export function hidesItems(headers: Headers): boolean {
  return String(headers['x-github-sso']).startsWith('partial-results');
}

/**
 * Reads from GitHub. What was read before is asked for with `If-None-Match`, which costs nothing of the rate limit
 * where nothing changed; only what `pick` takes of an answer is kept.
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate
 */
export class Reader {
  readonly #client: Client;
  readonly #kept = new Map<string, { readonly etag: string; readonly answer: unknown }>();

  constructor(client: Client) {
    this.#client = client;
  }

  async read<R extends Route, T>(
    route: R,
    parameters: Parameters<R>,
    pick: (data: Data<R>) => T,
    { isConditional = true }: ReadOptions = {},
  ): Promise<Answer<T>> {
    // Octokit's own types resolve a route only when it is a literal, so the generic call is made untyped and typed here.
    const request = this.#client.request as (
      route: string,
      parameters: object,
    ) => Promise<{ data: Data<R>; headers: Headers }>;
    const { url } = this.#client.request.endpoint(route as string, { ...parameters });
    const kept = this.#kept.get(url) as { etag: string; answer: Answer<T> } | undefined;
    try {
      const { data, headers } = await request(route, {
        ...parameters,
        ...(kept && isConditional && { headers: { 'if-none-match': kept.etag } }),
      });
      const answer = { value: pick(data), lastPage: lastPage(headers['link']), headers };
      const { etag } = headers;
      if (typeof etag !== 'string' || (!isConditional && hidesItems(headers))) this.#kept.delete(url);
      else if (kept?.etag === etag && kept.answer.lastPage === answer.lastPage) return kept.answer;
      else this.#kept.set(url, { etag, answer });
      return answer;
    } catch (error) {
      if (kept && error instanceof RequestError && error.status === 304) return kept.answer;
      throw error;
    }
  }
}
