import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from './clock';
import { controlPath, type ControlCommand } from './control';
import { preflightHeaders } from './cors';
import { execute } from './execute';
import { FakeGitHub, type FakeGitHubOptions } from './fakeGitHub';
import { readIncoming, sendReply } from './http';
import type { Incoming } from './incoming';

/** How the server of a simulated GitHub starts. */
export interface FakeGitHubServerOptions extends Omit<FakeGitHubOptions, 'url'> {
  /** A free one if not given. */
  readonly port?: number;
  /** Milliseconds since 1970; in place of the machine's clock where only the time of day matters. */
  readonly now?: () => number;
}

/** Starts a simulated GitHub on this machine alone. */
export async function startFakeGitHub(options: FakeGitHubServerOptions = {}): Promise<FakeGitHubServer> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return new FakeGitHubServer(server, port === 80 ? 'http://localhost' : `http://localhost:${port}`, options);
}

/** A simulated GitHub behind an HTTP server. Its `url` is the server's; the enterprise API is at `/api/v3` below it. */
export class FakeGitHubServer extends FakeGitHub {
  readonly #server: Server;

  /** Use `startFakeGitHub`. */
  constructor(server: Server, url: string, options: FakeGitHubServerOptions) {
    super({ clock: systemClock(options.now), ...options, url });
    this.#server = server;
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        if (response.destroyed)
          // The client went away while it was sending: nothing was asked.
          return;
        const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.violations.push({ method: request.method ?? '', path: request.url ?? '', problem });
        response.writeHead(500).end(problem);
      });
    });
  }

  /** Ends the server and every connection to it. */
  async close(): Promise<void> {
    this.endFaults();
    const closed = new Promise<void>(resolve => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(request);
    if (incoming.path === controlPath) {
      await this.#serveControl(incoming, response);
      return;
    }
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, { ...preflightHeaders }).end();
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const outcome = await this.exchange(incoming, gone.signal);
    if (outcome === 'lost') {
      response.destroy();
      return;
    }
    await sendReply(response, outcome.reply, outcome.stalls);
  }

  async #serveControl(incoming: Incoming, response: ServerResponse): Promise<void> {
    const headers = { ...preflightHeaders, 'Content-Type': 'application/json' };
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204, headers).end();
      return;
    }
    try {
      const result = await execute(this, incoming.body as ControlCommand);
      response.writeHead(200, headers).end(JSON.stringify(result));
    } catch (error) {
      response.writeHead(400, headers).end(JSON.stringify(String(error)));
    }
  }
}
