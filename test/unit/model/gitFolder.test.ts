import assert from 'node:assert/strict';
import { type ReadFile, remotesAt } from '../../../src/model/gitFolder';

const config = (name: string): string => `[remote "origin"]\n\turl = git@github.com:acme/${name}.git\n`;

describe('the repository that a folder is a part of', () => {
  let reads: string[];
  beforeEach(() => (reads = []));
  const readerOf =
    (files: Readonly<Record<string, string>>): ReadFile =>
    path => {
      const text = files[path];
      if (text !== undefined) reads.push(path);
      const isFolder = Object.keys(files).some(it => it.startsWith(`${path}/`));
      return Promise.resolve(isFolder ? {} : text === undefined ? undefined : { text });
    };
  const repositoryAt = async (
    folder: string,
    files: Readonly<Record<string, string>>,
    inParents = true,
  ): Promise<string | undefined> => {
    const remotes = await remotesAt(folder, readerOf(files), () => Promise.resolve(inParents));
    return remotes.map(({ url }) => url.replace(/^git@github.com:acme\/|\.git$/g, '')).join();
  };

  const cases: [what: string, folder: string, files: Record<string, string>, expected: string][] = [
    ['is its own', '/main', { '/main/.git/config': config('billing') }, 'billing'],
    ['is its own with a slash at the end', '/main/', { '/main/.git/config': config('billing') }, 'billing'],
    [
      'is that of its worktree',
      '/w',
      {
        '/w/.git': 'gitdir: /main/.git/worktrees/w\n',
        '/main/.git/worktrees/w/commondir': '../..\n',
        '/main/.git/config': config('billing'),
      },
      'billing',
    ],
    [
      'is that of its worktree with a path from there, and line breaks of Windows',
      '/w',
      {
        '/w/.git': 'gitdir: ../main/./.git/worktrees/w\r\n',
        '/main/.git/worktrees/w/commondir': '/main/.git\r\n',
        '/main/.git/config': config('billing'),
      },
      'billing',
    ],
    [
      'is that of its worktree on Windows',
      '/c:/w',
      {
        '/c:/w/.git': 'gitdir: C:/main/.git/worktrees/w\n',
        '/C:/main/.git/worktrees/w/commondir': '../..\n',
        '/C:/main/.git/config': config('billing'),
      },
      'billing',
    ],
    [
      'is its own as a submodule, not that around it',
      '/main/lib',
      {
        '/main/lib/.git': 'gitdir: ../.git/modules/lib\n',
        '/main/.git/modules/lib/config': config('lib'),
        '/main/.git/config': config('billing'),
      },
      'lib',
    ],
    ['is that around it', '/main/a/b', { '/main/.git/config': config('billing') }, 'billing'],
    [
      'is the nearest around it',
      '/main/a/b',
      { '/main/.git/config': config('billing'), '/main/a/.git/config': config('docs') },
      'docs',
    ],
    ['is at the root', '/a/b', { '/.git/config': config('billing') }, 'billing'],
    ['is none', '/a/b', { '/c/.git/config': config('billing') }, ''],
    [
      'is its own without a remote',
      '/main/a',
      { '/main/a/.git/config': '[core]\n\tbare = false\n', '/main/.git/config': config('billing') },
      '',
    ],
    [
      'is that around it if its .git has no configuration',
      '/main/a',
      { '/main/a/.git/x': '', '/main/.git/config': config('billing') },
      'billing',
    ],
  ];
  for (const [what, folder, files, expected] of cases)
    it(what, async () => assert.equal(await repositoryAt(folder, files), expected));

  it('is not looked for around it where that does not count', async () => {
    const files = { '/main/.git/config': config('billing') };
    assert.equal(await repositoryAt('/main/part', files, false), '');
    assert.equal(await repositoryAt('/main', files, false), 'billing');
  });

  for (const [what, link] of [
    ['is no link', 'nonsense'],
    ['is empty', ''],
    ['leads nowhere', 'gitdir: ../gone'],
    ['leads to itself', 'gitdir: .'],
    ['leads above the root', 'gitdir: ../../../..'],
  ] as const)
    it(`is none where .git ${what}, although there is one around it`, async () => {
      const files = { '/main/a/.git': link, '/main/.git/config': config('billing') };
      assert.equal(await repositoryAt('/main/a', files), '');
    });

  it('is looked for in no other file, wherever .git leads', async () => {
    const files = {
      '/w/.git': 'gitdir: /home/me/.ssh/id_rsa\nsecond line',
      '/home/me/.ssh/id_rsa': 'secret',
      '/w/x/.git': 'gitdir: /home/me/link',
      '/home/me/link/commondir': '//server/share',
      '/home/me/link/HEAD': 'ref',
      '/server/share/config': '',
    };
    for (const folder of ['/w', '/w/x']) await repositoryAt(folder, files);
    assert.deepEqual(reads, ['/w/.git', '/w/x/.git', '/home/me/link/commondir', '/server/share/config']);
  });

  it('is not known where a file can not be read, although there is one around it', async () => {
    const read: ReadFile = path =>
      path === '/main/a/.git'
        ? Promise.reject(new Error('no permission'))
        : readerOf({ '/main/.git/config': config('billing') })(path);
    await assert.rejects(
      remotesAt('/main/a', read, () => Promise.resolve(true)),
      /no permission/,
    );
  });

  it('is looked for in fifty folders at most', async () => {
    const deep = '/a'.repeat(50);
    assert.equal(await repositoryAt(deep, { '/.git/config': config('billing') }), '');
    assert.equal(await repositoryAt(deep, { '/a/.git/config': config('billing') }), 'billing');
  });
});
