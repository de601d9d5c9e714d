import type { Clock } from '../model/clock';
import { Failure } from '../model/failure';
import { withinTimeLimit } from './timeLimit';

/** The statuses that lead to another address. */
const redirects = [301, 302, 303, 307, 308];

/** The statuses of answers without a body. @see https://fetch.spec.whatwg.org/#null-body-status */
const bodiless = [101, 103, 204, 205, 304];

/** What requests are sent with. */
export interface Line {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

/**
 * Sends a request and reads its answer, headers and body. Rejects with `timedOut` where that takes too long, with the
 * reason of the caller's signal where that aborts, with `moved` where a write is led elsewhere, and else with an error that
 * says nothing: a network's own may quote the headers.
 */
export function timedFetch({ fetch, clock }: Line, url: string, init: RequestInit): Promise<Response> {
  const isRead = init.method === 'GET';
  return withinTimeLimit({ clock, signal: init.signal, uncertain: !isRead }, async signal => {
    let answer: Response;
    try {
      answer = await wholeAnswer(fetch, url, {
        ...init,
        signal,
        // GitHub lets a browser keep answers for a minute; after a change that minute would show what was before it.
        cache: 'no-store',
        // What a write carries goes to the address that it was meant for, and nowhere else.
        redirect: isRead ? 'follow' : 'manual',
      });
    } catch {
      throw new Error('GitHub could not be reached.');
    }
    if (isRedirect(answer)) throw new Failure({ kind: 'moved' });
    return answer;
  });
}

/**
 * On the way to another origin `fetch` leaves the token out, in Node and in every browser that VS Code supports. What
 * is there is not GitHub's answer.
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
async function wholeAnswer(fetch: Line['fetch'], url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init);
  if (answer.redirected && new URL(answer.url).origin !== new URL(url).origin)
    throw new Error('GitHub led to another address.');
  const { status, statusText, headers } = answer;
  // Such an answer cannot be made anew with a body, and in a browser it has one, an empty one.
  if (!answer.body || bodiless.includes(status)) return answer;
  const whole = new Response(await answer.arrayBuffer(), { status, statusText, headers });
  Object.defineProperty(whole, 'url', { value: answer.url });
  return whole;
}

/** A browser tells nothing of a redirect that was not followed but that it was one. */
function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || redirects.includes(status);
}
