import assert from 'node:assert/strict';
import { restBase } from '../../../src/github/restBase';

describe('the REST API’s address', () => {
  const addresses: [string | undefined, string][] = [
    [undefined, 'https://api.github.com'],
    ['https://octo.ghe.com', 'https://api.octo.ghe.com'],
    ['https://github.example.com/', 'https://github.example.com/api/v3'],
    ['http://localhost:8080', 'http://localhost:8080/api/v3'],
    ['https://notghe.com', 'https://notghe.com/api/v3'],
  ];
  for (const [host, address] of addresses) {
    it(`of ${host ?? 'github.com'} is ${address}`, () => assert.equal(restBase(host), address));
  }
});
