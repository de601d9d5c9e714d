import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { GitRemote } from '../../../src/platform/git';
import { OpenRepositories } from '../../../src/platform/openRepositories';
import { cloneOf, FakeGit, FakeWindow, uriOf } from './fakeWindow';

const billing = { owner: 'acme', name: 'billing' };
const docs = { owner: 'acme', name: 'docs' };
const url = (fullName: string): string => `https://github.com/${fullName}.git`;
const origin = (fetchUrl: string): GitRemote => ({ name: 'origin', fetchUrl });
const upstream = (fetchUrl: string): GitRemote => ({ name: 'upstream', fetchUrl });

describe('the repositories that are open', () => {
  let window: FakeWindow;
  let open: OpenRepositories;
  let changes: number;
  const start = (...folders: (string | Uri)[]): void => {
    window = new FakeWindow(...folders);
    open = new OpenRepositories(window, () => uriOf('/', 'https', 'github.com'));
    changes = 0;
    open.onDidChange(() => (changes += 1));
  };
  afterEach(() => open.dispose());

  it('are those that folders are clones of, each once', async () => {
    start('/billing', '/docs', '/again', '/none');
    window.files.set('/billing/.git/config', cloneOf('acme/billing'));
    window.files.set('/docs/.git/config', cloneOf('acme/docs'));
    window.files.set('/again/.git/config', cloneOf('Acme/Billing'));
    assert.deepEqual(
      (await open.all()).map(({ name }) => name),
      ['Billing', 'docs'],
    );
    assert.deepEqual(await open.ofFolder(uriOf('/docs')), docs);
    assert.equal(await open.ofFolder(uriOf('/none')), undefined);
    const isOpen = await open.lookUp('ACME');
    assert.deepEqual([isOpen({ name: 'Docs' }), isOpen({ name: 'website' })], [true, false]);
  });

  it('are folders that are repositories on GitHub themselves', async () => {
    const folder = uriOf('/acme/billing', 'vscode-vfs', 'github+7b7d');
    start(folder, uriOf('/../user', 'vscode-vfs', 'github'));
    assert.deepEqual(await open.all(), [billing]);
    assert.deepEqual(await open.ofFolder(folder), billing);
    assert.deepEqual(window.reads, []);
  });

  it('are those that the Git extension has found, also around a folder', async () => {
    start('/mono/part');
    const git = new FakeGit();
    git.set('/mono', [{ name: 'origin', fetchUrl: url('acme/billing') }]);
    window.git = Promise.resolve(git);
    assert.deepEqual(await open.ofFolder(uriOf('/mono/part')), billing);
    git.set('/mono/part', [{ name: 'origin', fetchUrl: url('acme/docs') }]);
    assert.deepEqual(await open.ofFolder(uriOf('/mono/part')), docs);
    git.close('/mono/part');
    assert.deepEqual(await open.all(), [billing]);
    assert.equal(changes, 2);
  });

  describe('change', () => {
    const [mine, theirs] = [url('octocat/billing'), url('acme/billing')];
    const cases: [what: string, after: GitRemote[], expected: number][] = [
      ['with the names of remotes', [origin(mine), upstream(theirs)], 1],
      ['with addresses to push to', [{ ...upstream(mine), pushUrl: theirs }, origin(theirs)], 1],
      ['with addresses to fetch from', [upstream(theirs), origin(mine)], 1],
      ['with nothing else', [upstream(mine), origin(theirs)], 0],
    ];
    for (const [what, after, expected] of cases)
      it(what, async () => {
        start();
        const git = new FakeGit();
        git.set('/billing', [upstream(mine), origin(theirs)]);
        window.git = Promise.resolve(git);
        await open.all();
        git.set('/billing', after);
        assert.equal(changes, expected);
      });

    it('so that a clone is of another repository after its remotes were renamed', async () => {
      start('/billing');
      const git = new FakeGit();
      git.set('/billing', [{ name: 'mine', fetchUrl: mine }, origin(theirs)]);
      window.git = Promise.resolve(git);
      assert.deepEqual(await open.ofFolder(uriOf('/billing')), billing);
      git.set('/billing', [origin(mine), upstream(theirs)]);
      assert.deepEqual(await open.ofFolder(uriOf('/billing')), { ...billing, owner: 'octocat' });
      assert.equal(changes, 1);
    });
  });

  it('are others when the folders are others', async () => {
    start('/billing');
    window.files.set('/billing/.git/config', cloneOf('acme/billing'));
    window.files.set('/docs/.git/config', cloneOf('acme/docs'));
    assert.deepEqual(await open.all(), [billing]);
    window.setFolders('/docs');
    assert.equal(changes, 1);
    assert.deepEqual(await open.all(), [docs]);
  });

  describe('around a folder', () => {
    const mono = { '/mono/.git/config': cloneOf('acme/billing') };
    const part = (scheme: string, authority = ''): Uri => uriOf('/mono/part', scheme, authority);
    const found = async (folder: Uri): Promise<unknown> => {
      start(folder);
      for (const [path, text] of Object.entries(mono)) window.files.set(path, text);
      return open.ofFolder(folder);
    };

    it('are found without a Git extension, on this machine and on another one', async () => {
      assert.deepEqual(await found(part('file')), billing);
      assert.deepEqual(await found(part('vscode-remote', 'ssh-remote+host')), billing);
    });

    it('are not looked for on file systems that begin with the folder', async () => {
      assert.equal(await found(part('memory')), undefined);
    });

    it('are left to the Git extension where there is one', async () => {
      start('/mono/part');
      window.files.set('/mono/.git/config', cloneOf('acme/billing'));
      window.git = Promise.resolve(new FakeGit());
      assert.deepEqual(await open.all(), []);
      assert.deepEqual(window.reads, []);
    });
  });

  it('are not those of another GitHub', async () => {
    start('/billing');
    window.files.set('/billing/.git/config', cloneOf('acme/billing').replace('github.com', 'gitlab.com'));
    assert.deepEqual(await open.all(), []);
  });
});
