import { textOf } from './answer';
import type { Reply } from './gitHub';
import type { RawRequest } from './incoming';

/** Of answers that never have a body. */
export const statusesWithoutBody = [204, 205, 304];

/** A request of `fetch`. */
export interface FetchRequest extends RawRequest {
  readonly signal: AbortSignal | undefined;
  readonly redirect: RequestRedirect;
}

/** What `fetch` was asked for, as a request, with the signal that can abort it. */
export async function requestOf(input: RequestInfo | URL, init: RequestInit = {}): Promise<FetchRequest> {
  const signal = init.signal ?? (input instanceof Request ? input.signal : undefined);
  const request = new Request(input, { ...init, signal: null });
  const text = typeof init.body === 'string' ? init.body : await request.text();
  // Every fetch names its client unless it is told to use another name.
  const headers = { 'user-agent': 'fetch', ...Object.fromEntries(request.headers) };
  return { method: request.method, url: request.url, headers, text, signal, redirect: request.redirect };
}

/** A reply as `fetch` gives it. The body of one that `stalls` stops halfway, until the signal aborts it. */
export function responseOf(
  { url, signal }: { readonly url: string; readonly signal: AbortSignal | undefined },
  reply: Reply,
  stalls: boolean,
): Response {
  const text = textOf(reply);
  const body = statusesWithoutBody.includes(reply.status) ? null : stalls ? stalled(text, signal) : text;
  const response = new Response(body, { status: reply.status, headers: { ...reply.headers } });
  return Object.defineProperty(response, 'url', { value: url });
}

/** The address that `fetch` goes on to by itself, where a reply sends it to one. Throws where it was told not to. */
export function redirected({ redirect }: FetchRequest, { status, headers }: Reply): string | undefined {
  if (redirect === 'manual' || (status !== 301 && status !== 307)) return undefined;
  if (redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  return headers['Location'];
}

/** What `fetch` rejects with where the connection breaks. */
export function connectionLost(): TypeError {
  return new TypeError('fetch failed', { cause: new Error('other side closed') });
}

function stalled(text: string, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: controller => {
      controller.enqueue(new TextEncoder().encode(text.slice(0, text.length / 2)));
      signal?.addEventListener('abort', () => controller.error(signal.reason), { once: true });
    },
  });
}
