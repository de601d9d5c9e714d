import assert from 'node:assert/strict';
import { isOn, remoteAddress, remotesIn } from '../../../src/model/remoteAddress';

describe('the address of a remote', () => {
  const billing = { host: 'github.com', owner: 'acme', name: 'billing' };
  for (const url of [
    'https://github.com/acme/billing.git',
    'https://github.com/acme/billing',
    'https://github.com/acme/billing/',
    'https://octocat:token@GitHub.com/acme/billing.git',
    'git@github.com:acme/billing.git',
    'github.com:acme/billing',
    'ssh://git@github.com/acme/billing.git',
    'ssh://git@github.com:22/acme/billing.git',
    'git://github.com/acme/billing.git',
  ])
    it(`is understood: ${url}`, () => assert.deepEqual(remoteAddress(url), billing));

  for (const url of [
    '',
    '/srv/git/billing.git',
    '../billing',
    'https://github.com/acme',
    'file:///srv/a/b',
    'C:\\a\\b',
  ])
    it(`is none of a server: ${url}`, () => assert.equal(remoteAddress(url), undefined));

  it('belongs to a site by its host, by the host for SSH, or by an alias', () => {
    const hosts = ['github.com', 'ssh.github.com', 'github-work', 'gitlab.com', 'notgithub.com'];
    assert.deepEqual(
      hosts.filter(host => isOn(host, 'github.com')),
      ['github.com', 'ssh.github.com', 'github-work'],
    );
  });

  it('is found in a configuration of Git', () => {
    const config = `[core]
	bare = false
[remote "origin"]
	url = git@github.com:acme/billing.git
	fetch = +refs/heads/*:refs/remotes/origin/*
[remote "fork"]
	url=https://github.com/octocat/billing.git
	pushurl = https://github.com/octocat/other.git
`;
    assert.deepEqual(remotesIn(config), [
      'git@github.com:acme/billing.git',
      'https://github.com/octocat/billing.git',
    ]);
  });
});
