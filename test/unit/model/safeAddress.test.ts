import assert from 'node:assert/strict';
import { isSafeAddress, isSecureAddress } from '../../../src/model/safeAddress';

describe('an address', () => {
  for (const address of [
    'https://github.com',
    'https://10.0.0.1/path',
    'http://localhost:3000/x',
    'http://127.0.0.1',
    'http://[::1]:80/',
  ])
    it(`${address} is secure`, () => assert.ok(isSecureAddress(address)));

  for (const address of [
    'http://github.com',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://localhost@evil.com',
    'ftp://localhost',
    'command:workbench.action.quit',
    'file:///etc/passwd',
    'github.com',
    '',
  ])
    it(`${address === '' ? 'that is empty' : address} is not secure`, () =>
      assert.ok(!isSecureAddress(address)));
});

describe('an address from outside', () => {
  const safe: [string, string][] = [
    ['https://github.com/orgs/acme/sso?authorization_request=A1', 'https://github.com'],
    ['https://gist.github.com/x', 'https://github.com/'],
    ['https://GitHub.com/x', 'https://github.com'],
    ['https://github.com:443/x', 'https://github.com'],
    ['https://ghe.acme.com:8443/sso', 'https://ghe.acme.com:8443'],
    ['http://localhost:3000/sso', 'http://localhost:3000'],
  ];
  for (const [address, site] of safe)
    it(`${address} can be opened from ${site}`, () => assert.ok(isSafeAddress(address, site)));

  const unsafe: [string, string][] = [
    ['http://github.com/x', 'https://github.com'],
    ['https://evil.com/github.com', 'https://github.com'],
    ['https://evilgithub.com', 'https://github.com'],
    ['https://github.com.evil.com', 'https://github.com'],
    ['https://github.com@evil.com', 'https://github.com'],
    ['https://name@github.com', 'https://github.com'],
    ['https://:secret@github.com', 'https://github.com'],
    ['https://github.com:8443', 'https://github.com'],
    ['https://acme.com', 'https://ghe.acme.com'],
    ['https://github.com', 'https://ghe.acme.com'],
    ['http://localhost:3000', 'https://github.com'],
    ['http://localhost:3001', 'http://localhost:3000'],
    ['http://ghe.acme.com', 'http://ghe.acme.com'],
    ['https://ghe.acme.com', 'http://ghe.acme.com'],
    ['javascript:alert(1)//github.com', 'https://github.com'],
    ['/orgs/acme/sso', 'https://github.com'],
  ];
  for (const [address, site] of unsafe)
    it(`${address} cannot be opened from ${site}`, () => assert.ok(!isSafeAddress(address, site)));
});
