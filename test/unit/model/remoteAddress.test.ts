import assert from 'node:assert/strict';
import { isOn, remoteAddress } from '../../../src/model/remoteAddress';

describe('the address of a remote', () => {
  const billing = { host: 'github.com', owner: 'acme', name: 'billing' };
  for (const url of [
    'https://github.com/acme/billing.git',
    'https://github.com/acme/billing',
    'https://github.com/acme/billing/',
    'https://github.com/acme/billing.git/',
    'https://octocat:token@GitHub.com/acme/billing.git',
    'https://github.com:443/acme/billing.git',
    'git://github.com/acme/billing.git',
  ])
    it(`is understood: ${url}`, () => assert.deepEqual(remoteAddress(url), { ...billing, isSsh: false }));

  for (const url of [
    'git@github.com:acme/billing.git',
    'git@github.com:/acme/billing.git/',
    'github.com:acme/billing',
    'ssh://git@github.com/acme/billing.git',
    'ssh://git@github.com:22/acme/billing.git',
    'git+ssh://git@github.com/acme/billing.git',
  ])
    it(`is understood as SSH: ${url}`, () =>
      assert.deepEqual(remoteAddress(url), { ...billing, isSsh: true }));

  for (const url of [
    '',
    '/srv/git/billing.git',
    '../billing',
    'https://github.com/acme',
    'https://github.com/acme/.git',
    'https://github.com/acme/billing/pulls',
    'file:///srv/a/b',
    'file://github.com/acme/billing',
    'C:\\a\\b',
    'C:/acme/billing',
    'c:acme/billing',
    'ext::ssh/billing',
    'git@github.com:../user',
    'git@github.com:acme/..',
    'git@github.com:acme/..git',
    'github.com:./x',
    'ssh://git@github.com/%2e%2e/user',
    'git@github.com:acme/a?b',
    'git@github.com:acme/a%2fb',
  ])
    it(`is none of a repository on a server: ${url}`, () => assert.equal(remoteAddress(url), undefined));

  const sites: [site: string, url: string, expected: boolean][] = [
    ['github.com', 'https://github.com/acme/x', true],
    ['github.com', 'https://www.github.com/acme/x', true],
    ['github.com', 'ssh://git@ssh.github.com:443/acme/x.git', true],
    ['github.com', 'git@github-work:acme/x', true],
    ['github.com', 'git@github.com-work:acme/x', true],
    ['github.com', 'https://gitlab/acme/x', false],
    ['github.com', 'https://gitlab.com/acme/x', false],
    ['github.com', 'https://notgithub.com/acme/x', false],
    ['github.com', 'https://gist.github.com/acme/x', false],
    ['github.com', 'https://github.com-work/acme/x', false],
    ['github.com', 'git@gitlab.com:acme/x', false],
    ['github.com', 'https://acme.ghe.com/acme/x', false],
    ['acme.ghe.com', 'https://acme.ghe.com/acme/x', true],
    ['acme.ghe.com', 'https://other.ghe.com/acme/x', false],
    ['acme.ghe.com', 'git@github.com:acme/x', false],
    ['localhost', 'https://localhost:8443/acme/x', true],
  ];
  for (const [site, url, expected] of sites)
    it(`is ${expected ? '' : 'not '}on ${site}: ${url}`, () => {
      const address = remoteAddress(url);
      assert.ok(address);
      assert.equal(isOn(address, site), expected);
    });
});
