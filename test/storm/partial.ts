import { type Call, isPage } from './call';

/** The list of a user secret's repositories without the last one: GitHub counts it, and documents no page for it. */
export async function partial(call: Call, response: Response): Promise<Response> {
  if (!isPage(call) || !call.path.startsWith('/user/') || response.status !== 200) return response;
  const text = await response.text();
  const { repositories, ...rest } = JSON.parse(text) as { repositories: unknown[] };
  const headers = new Headers(response.headers);
  // What was left out is not what the tag of the whole list stands for.
  headers.delete('etag');
  const body = JSON.stringify({ ...rest, repositories: repositories.slice(0, -1) });
  const { status, statusText, url } = response;
  return Object.defineProperty(new Response(body, { status, statusText, headers }), 'url', { value: url });
}
