import assert from 'node:assert/strict';
import { restBase } from '../../../src/github/restBase';
import { isFailure } from '../../../src/model/failure';

describe("the REST API's address", () => {
  const addresses: [string | undefined, string][] = [
    [undefined, 'https://api.github.com'],
    ['https://octo.ghe.com', 'https://api.octo.ghe.com'],
    ['https://github.example.com/', 'https://github.example.com/api/v3'],
    ['https://github.example.com:8443/path/?query#fragment', 'https://github.example.com:8443/api/v3'],
    ['https://name:password@github.example.com', 'https://github.example.com/api/v3'],
    ['HTTPS://GitHub.Example.com', 'https://github.example.com/api/v3'],
    ['http://localhost:8080', 'http://localhost:8080/api/v3'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/api/v3'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/v3'],
    ['https://notghe.com', 'https://notghe.com/api/v3'],
  ];
  for (const [host, address] of addresses)
    it(`of ${host ?? 'github.com'} is ${address}`, () => assert.equal(restBase(host), address));

  for (const host of [
    'http://github.example.com',
    'http://octo.ghe.com',
    'http://localhost.example.com',
    'ftp://x',
  ])
    it(`of ${host} is refused, since a token would be sent in the clear`, () => {
      assert.throws(
        () => restBase(host),
        error =>
          isFailure(error, 'hostInsecure') &&
          error.reason.kind === 'hostInsecure' &&
          error.reason.host === host,
      );
    });
});
