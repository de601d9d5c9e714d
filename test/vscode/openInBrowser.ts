import open from 'open';

/** Shows an address in the user's browser where there is one to be seen; `BROWSER=none` and `CI` say there is not. */
export async function openInBrowser(url: string): Promise<void> {
  const { BROWSER: browser, CI: ci, DISPLAY: x, WAYLAND_DISPLAY: wayland } = process.env;
  if (ci || browser === 'none') return;
  if (process.platform === 'linux' && !x && !wayland) return;
  try {
    await open(url, browser ? { app: { name: browser } } : {});
  } catch {
    // The address has been printed: whoever has no such program can open it themselves.
  }
}
