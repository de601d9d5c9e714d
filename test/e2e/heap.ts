import type { Page } from 'playwright-core';

/** All that the page's JavaScript still holds after a collection of its garbage, as Chromium writes it down. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** The page's heap: VS Code lets go of a closed editor a while after it is closed, so that it is looked at again. */
export async function heapWithout(page: Page, traces: readonly string[]): Promise<string> {
  let heap = '';
  for (let look = 0; look < 3; look += 1) {
    heap = await heapOf(page);
    if (!traces.some(trace => heap.includes(trace))) break;
  }
  return heap;
}
