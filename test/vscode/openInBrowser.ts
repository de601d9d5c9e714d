import { spawn } from 'node:child_process';

/** Shows an address in the user's browser where there is one to be seen; `BROWSER=none` and `CI` say there is not. */
export function openInBrowser(url: string): void {
  const [command, ...args] = opener() ?? [];
  if (command === undefined) return;
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
  // The address has been printed: whoever has no such program can open it themselves.
  child.on('error', () => undefined).unref();
}

function opener(): string[] | undefined {
  const { BROWSER: browser, CI: ci, DISPLAY: x, WAYLAND_DISPLAY: wayland } = process.env;
  if (ci || browser === 'none') return undefined;
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (!x && !wayland) return undefined;
  return [browser ?? 'xdg-open'];
}
