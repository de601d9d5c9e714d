import type { IncomingMessage, ServerResponse } from 'node:http';
import { statusesWithoutBody } from './fetch';
import { textOf } from './answer';
import type { Reply } from './gitHub';
import { incomingOf, type Incoming, type RequestHeaders } from './incoming';

/** Reads a whole request from its connection. */
export async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, value && String(value)]),
  );
  return incomingOf(
    {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      headers,
      text: Buffer.concat(chunks).toString('utf8'),
    },
    originOf(headers),
  );
}

/** Sends an answer; one that `stalls` keeps the connection open before the end of its body, if it has one. */
export async function sendReply(response: ServerResponse, reply: Reply, stalls: boolean): Promise<void> {
  if (response.destroyed)
    // The client did not wait for its answer, and will not close again.
    return;
  const text = textOf(reply);
  const closed = new Promise<void>(resolve => response.on('close', resolve));
  response.writeHead(reply.status, { ...reply.headers });
  // Without a body the client has the whole answer, and would wait for the next one on the same connection for good.
  if (stalls && !statusesWithoutBody.includes(reply.status)) {
    response.flushHeaders();
    response.write(text.slice(0, text.length / 2));
  } else response.end(text);
  await closed;
}

/** A test that routes https://api.github.com here keeps its host, or names it in X-Forwarded-Host. */
function originOf(headers: RequestHeaders): string {
  const host = headers['x-forwarded-host'] ?? headers['host'] ?? 'localhost';
  const isGitHub = /(^|\.)(github\.com|ghe\.com)$/.test(host);
  const scheme = headers['x-forwarded-proto'] ?? (isGitHub ? 'https' : 'http');
  return `${scheme}://${host}`;
}
