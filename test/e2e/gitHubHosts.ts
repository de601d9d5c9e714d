import { type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate';

/** Stands where the browser looks for `https://api.github.com` and `https://github.com`. */
export interface GitHubHosts {
  /** What a Chromium needs to be started with. It reaches these hosts and this machine, and nothing else. */
  flags: string[];
  /** Leads both to a simulated GitHub, e.g. `http://localhost:8080`, from now on. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

/**
 * Starts the hosts. Requests reach the simulated GitHub over a connection of their own, untouched, and so do its answers:
 * preflights, the browser's cache and dropped connections are as they would be with GitHub.
 */
export async function startGitHubHosts(): Promise<GitHubHosts> {
  const { fingerprint, ...certificate } = selfSigned(['api.github.com', 'github.com']);
  let target: string | undefined;
  const server = createServer(certificate, (request, response) => {
    const isSignOn = request.url?.startsWith('/orgs/') === true;
    if (request.headers.host === 'github.com' && !isSignOn)
      response.setHeader('content-type', 'text/plain').end(request.url);
    else if (target) forward(target, request, response);
    else response.destroy();
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const rules = [
    `MAP api.github.com 127.0.0.1:${port}`,
    `MAP github.com 127.0.0.1:${port}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE localhost',
    'EXCLUDE *.localhost',
    'EXCLUDE 127.0.0.1',
  ];
  return {
    flags: [
      `--host-resolver-rules=${rules.join(',')}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
    leadTo: url => {
      target = url;
    },
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function forward(target: string, request: IncomingMessage, response: ServerResponse): void {
  const onward = send(target + (request.url ?? ''), {
    method: request.method,
    headers: request.headers,
    agent: false,
  });
  onward.on('response', answer => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.on('error', () => response.destroy()).pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
