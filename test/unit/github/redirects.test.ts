import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, createClient } from '../../../src/github/client';
import { toFailure } from '../../../src/github/failures';
import { type FailureReason, isFailure } from '../../../src/model/failure';
import { systemClock } from '../../../src/model/clock';

const json = { 'content-type': 'application/json' };

describe('a redirect', () => {
  /** What came to the address that was asked, and to another one. */
  const came: { own: IncomingMessage[]; other: IncomingMessage[] } = { own: [], other: [] };
  let own: Server;
  let other: Server;
  let client: Client;
  let status: number;
  let location: string;

  const start = async (
    received: IncomingMessage[],
    answer: Parameters<typeof createServer>[1],
  ): Promise<Server> => {
    const server = createServer((request, response) => {
      received.push(request);
      answer?.(request, response);
    });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    return server;
  };
  const address = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  before(async () => {
    other = await start(came.other, (_, response) =>
      response.writeHead(200, json).end('{"login":"elsewhere"}'),
    );
    own = await start(came.own, ({ url }, response) => {
      if (url === '/organizations/1') response.writeHead(200, json).end('{"login":"renamed"}');
      else response.writeHead(status, { location }).end();
    });
    const quiet = (): void => undefined;
    client = createClient({
      baseUrl: address(own),
      token: () => 'gho_secret',
      userAgent: 'test',
      log: { info: quiet, warn: quiet, error: quiet },
      clock: { ...systemClock, after: (time, work) => systemClock.after(time === 1000 ? 1 : time, work) },
    });
  });
  after(async () => {
    for (const server of [own, other]) await new Promise(closed => server.close(closed));
  });
  beforeEach(() => {
    came.own.length = 0;
    came.other.length = 0;
  });
  const reason = async (request: Promise<unknown>): Promise<FailureReason> => {
    const failure = toFailure(await request.catch((error: unknown) => error));
    assert.ok(isFailure(failure));
    return failure.reason;
  };

  for (const given of [301, 302, 307, 308]) {
    it(`${given} of a read is followed where it stays with GitHub`, async () => {
      [status, location] = [given, '/organizations/1'];
      const { data } = await client.request('GET /orgs/{org}', { org: 'acme' });
      assert.equal(data.login, 'renamed');
      assert.equal(came.own[1]?.headers.authorization, 'Bearer gho_secret');
    });

    it(`${given} of a read to another address is no answer, and carries no token there`, async () => {
      [status, location] = [given, `${address(other)}/organizations/1`];
      assert.deepEqual(await reason(client.request('GET /orgs/{org}', { org: 'acme' })), {
        kind: 'offline',
        uncertain: false,
      });
      assert.ok(came.other.every(({ headers }) => headers.authorization === undefined));
    });

    it(`${given} of a write is not followed, and is told as that`, async () => {
      for (const to of ['/organizations/1', `${address(other)}/organizations/1`]) {
        [status, location] = [given, to];
        came.own.length = 0;
        const { kind } = await reason(
          client.request('PUT /orgs/{org}/codespaces/secrets/{secret_name}', {
            org: 'acme',
            secret_name: 'NPM_TOKEN',
            visibility: 'all',
            encrypted_value: 'c2VhbGVk',
            key_id: '1',
          }),
        );
        assert.equal(kind, 'moved');
        assert.equal(came.own.length, 1);
      }
      assert.equal(came.other.length, 0);
    });
  }
});
