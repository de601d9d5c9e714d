import assert from 'node:assert/strict';
import { storedState } from '../vscode/storedState';
import { heapWithout } from './heap';
import type { Window } from './window';

/** What was told and sent while values went through a window. */
export interface Seen {
  readonly messages: string[];
  readonly requests: string[];
  readonly traffic: string[];
}

/** Keeps what a window sends to anybody, not to GitHub alone. */
export function watchTraffic({ page }: Window, { traffic }: Seen): void {
  page
    .context()
    .on('request', request =>
      traffic.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? ''),
    );
}

/** What is there for sure: the search has to find it. */
export interface Known {
  /** The name of a secret. */
  readonly name: string;
  /** A line of the log. */
  readonly logged: string;
  /** A part of what the window sent. */
  readonly sent: string;
}

/** Fails if a trace stands in what was seen or in what the window holds, or if the search can't find what is there. */
export async function assertNowhere(
  traces: readonly string[],
  window: Window,
  seen: Seen,
  { name, logged, sent }: Known,
): Promise<void> {
  await window.secrets.clickMore('Show Log');
  const log = await window.log(logged);
  const places = {
    messages: seen.messages.join('\n'),
    requests: seen.requests.join('\n'),
    traffic: seen.traffic.join('\n'),
    log,
    clipboard: await window.clipboard(),
    stored: await storedState(window.page),
    page: await window.page.content(),
    heap: await heapWithout(window.page, traces),
  };
  for (const [place, known] of Object.entries({
    messages: "GitHub didn't answer",
    requests: name,
    traffic: sent,
    log: name,
    stored: 'vscode-web-db',
    page: name,
    heap: name,
  }))
    assert.ok(
      places[place as keyof typeof places].includes(known),
      `The search does not find ${known} in ${place}`,
    );
  for (const [place, text] of Object.entries(places))
    for (const trace of traces) assert.ok(!text.includes(trace), `${trace} stands in ${place}`);
}
