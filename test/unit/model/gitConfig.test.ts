import assert from 'node:assert/strict';
import { remotesIn } from '../../../src/model/gitConfig';

describe('a configuration of Git', () => {
  const cases: [what: string, config: string, remotes: string[]][] = [
    [
      'has the addresses of its remotes',
      '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:acme/billing.git\n' +
        '\tfetch = +refs/heads/*:refs/remotes/origin/*\n[remote "fork"]\n\turl=https://github.com/octocat/billing.git\n' +
        '\tpushurl = https://github.com/octocat/other.git\n',
      ['git@github.com:acme/billing.git', 'https://github.com/octocat/billing.git'],
    ],
    [
      'does not count submodules',
      '[submodule "lib"]\n\turl = https://github.com/acme/lib.git\n\tactive = true\n',
      [],
    ],
    [
      'does not count replaced addresses',
      '[url "https://github.com/"]\n\tinsteadOf = gh:\n\turl = a:b/c\n',
      [],
    ],
    [
      'counts a remote after a submodule',
      '[submodule "x"]\nurl = a:b/c\n[remote "y"]\nurl = d:e/f\n',
      ['d:e/f'],
    ],
    ['may write names in any case', '[Remote "origin"]\n\tURL = a:b/c\n', ['a:b/c']],
    ['may name a remote after a dot', '[remote.origin]\nurl = a:b/c\n', ['a:b/c']],
    ['may hold a section and a variable on one line', '[remote "x"] url = a:b/c\n', ['a:b/c']],
    ['may hold brackets and quotes in a name', '[remote "a]\\"b"]\nurl = a:b/c\n', ['a:b/c']],
    ['may quote a value', '[remote "x"]\nurl = "a:b/c" # ours\n', ['a:b/c']],
    ['may quote a part of a value', '[remote "x"]\nurl = a:"b c"/d ; ours\n', ['a:b c/d']],
    ['may have comments', '# [remote "x"]\n[remote "x"]\n; url = a:b/c\nurl = d:e/f\n', ['d:e/f']],
    ['may go on in the next line', '[remote "x"]\nurl = a:b/\\\nc\n', ['a:b/c']],
    ['may have CRLF', '[remote "x"]\r\nurl = a:b/c\r\n', ['a:b/c']],
    ['may be empty', '', []],
    ['may have an empty address', '[remote "x"]\nurl =\n', []],
  ];
  for (const [what, config, remotes] of cases)
    it(what, () =>
      assert.deepEqual(
        remotesIn(config).map(({ url }) => url),
        remotes,
      ),
    );

  it('has the names of its remotes', () => {
    const config =
      '[remote "origin"]\nurl = a:b/c\n[remote.up]\nurl = d:e/f\n[remote "a]\\"b"] url = g:h/i\n';
    assert.deepEqual(
      remotesIn(config).map(({ name }) => name),
      ['origin', 'up', 'a]"b'],
    );
  });
});
