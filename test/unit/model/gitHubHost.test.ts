import assert from 'node:assert/strict';
import { hostProblem, isEnterpriseServer } from '../../../src/model/gitHubHost';

describe('the enterprise host', () => {
  const own = 'https://ghe.acme.com';

  it('is used where the settings agree on it', () => {
    assert.equal(hostProblem(own, own), undefined);
  });

  it('may be spelled in another way in the workspace', () => {
    for (const spelling of ['https://ghe.acme.com/', 'https://GHE.acme.com', 'HTTPS://ghe.acme.com:443//'])
      assert.equal(hostProblem(own, spelling), undefined, spelling);
  });

  it('is overridden by a workspace that sets another address', () => {
    for (const effective of [
      'https://evil.example',
      'https://ghe.acme.com.evil.example',
      'https://ghe.acme.com:8443',
      'https://ghe.acme.com/elsewhere',
      'http://ghe.acme.com',
      'https://ghe.acme.com@evil.example',
      'https://ghe.acme.com\\@evil.example',
      'ghe.acme.com',
      '',
    ])
      assert.deepEqual(hostProblem(own, effective), { kind: 'hostOverridden', own, effective });
    assert.deepEqual(hostProblem(own, undefined), { kind: 'hostOverridden', own, effective: '' });
  });

  it('is unset where the user names no address, whatever the workspace says', () => {
    for (const unset of [
      undefined,
      '',
      'ghe.acme.com',
      'ghe.acme.com:8443',
      'ftp://ghe.acme.com',
      'https://user:password@ghe.acme.com',
      'https://ghe.acme.com\\@evil.example',
      42,
    ])
      assert.deepEqual(hostProblem(unset, own), { kind: 'hostUnset' }, String(unset));
  });

  it('is insecure with plain http, except on this machine', () => {
    for (const host of ['http://ghe.acme.com', 'HTTP://ghe.acme.com', 'http://localhost.evil.example'])
      assert.deepEqual(hostProblem(host, host), { kind: 'hostInsecure', host });
    for (const host of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080', 'https://a.b'])
      assert.equal(hostProblem(host, host), undefined, host);
  });
});

describe('a GitHub Enterprise Server', () => {
  it('is neither github.com, nor of ghe.com, nor this machine', () => {
    for (const host of ['https://ghe.acme.com', 'https://github.acme.com', 'https://notgithub.com'])
      assert.equal(isEnterpriseServer(host), true, host);
    for (const host of ['https://github.com', 'https://acme.ghe.com', 'http://localhost:8080'])
      assert.equal(isEnterpriseServer(host), false, host);
  });
});
