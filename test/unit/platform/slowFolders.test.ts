import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { Git } from '../../../src/platform/git';
import { OpenRepositories } from '../../../src/platform/openRepositories';
import { settled, VirtualClock } from '../../virtualClock';
import { cloneOf, FakeGit, FakeWindow, uriOf } from './fakeWindow';

const billing = { owner: 'acme', name: 'billing' };
const docs = { owner: 'acme', name: 'docs' };
const limit = 3000;

/** What a promise has resolved with by now. */
async function now<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  let value: T | 'waiting' = 'waiting';
  void promise.then(it => (value = it));
  await settled();
  return value;
}

describe('a folder that does not answer', () => {
  let window: FakeWindow;
  let clock: VirtualClock;
  let open: OpenRepositories;
  let changes: number;
  let answer: (text: string) => void;
  let fail: () => void;
  const start = (...folders: (string | Uri)[]): void => {
    window = new FakeWindow(...folders);
    window.files.set('/billing/.git/config', cloneOf('acme/billing'));
    const text = new Promise<string>((resolve, reject) => {
      answer = resolve;
      fail = () => reject(new Error('gone'));
    });
    window.files.set('/slow/.git/config', text);
    clock = new VirtualClock();
    open = new OpenRepositories(window, () => uriOf('/', 'https', 'github.com'), clock);
    changes = 0;
    open.onDidChange(() => (changes += 1));
  };
  beforeEach(() => start('/billing', '/slow'));

  it('keeps back no other one', async () => {
    assert.deepEqual(await now(open.ofFolder(uriOf('/billing'))), billing);
    const slow = open.ofFolder(uriOf('/slow'));
    assert.equal(await now(slow), 'waiting');
    await clock.pass(limit);
    assert.equal(await now(slow), undefined);
  });

  it('tells nothing after a few seconds, which is not waited for again', async () => {
    const all = open.all();
    await clock.pass(limit - 1);
    assert.equal(await now(all), 'waiting');
    await clock.pass(1);
    assert.deepEqual(await now(all), [billing]);
    assert.deepEqual(await now(open.all()), [billing]);
    assert.equal((await open.lookUp('acme'))({ name: 'billing' }), true);
    assert.equal(changes, 0);
  });

  it('is a change when it answers after that', async () => {
    void open.all();
    await clock.pass(limit);
    answer(cloneOf('acme/docs'));
    await settled();
    assert.equal(changes, 1);
    assert.deepEqual(await open.all(), [billing, docs]);
    assert.deepEqual(await open.ofFolder(uriOf('/slow')), docs);
  });

  it('is no change when it fails after that', async () => {
    void open.all();
    await clock.pass(limit);
    fail();
    await settled();
    assert.equal(changes, 0);
    assert.deepEqual(await open.all(), [billing]);
  });

  it('is no change when it answers after it was closed', async () => {
    void open.all();
    await clock.pass(limit);
    window.setFolders('/billing');
    answer(cloneOf('acme/docs'));
    await settled();
    assert.equal(changes, 1);
    assert.deepEqual(await open.all(), [billing]);
  });

  it('is known by what the Git extension has found', async () => {
    const git = new FakeGit();
    git.set('/slow', [{ name: 'origin', fetchUrl: 'https://github.com/acme/docs.git' }]);
    window.git = Promise.resolve(git);
    assert.deepEqual(await now(open.ofFolder(uriOf('/slow'))), docs);
  });

  describe('like a Git extension that does not start', () => {
    let started: (git: Git) => void;
    beforeEach(() => {
      start('/billing');
      window.git = new Promise(resolve => (started = resolve));
    });

    it('keeps nothing back for more than a few seconds, together with it', async () => {
      window.setFolders('/billing', '/slow');
      const [all, one] = [open.all(), open.ofFolder(uriOf('/billing'))];
      await clock.pass(limit);
      assert.deepEqual(await now(all), [billing]);
      assert.deepEqual(await now(one), billing);
    });

    it('is a change when it starts after that', async () => {
      void open.all();
      await clock.pass(limit);
      const git = new FakeGit();
      git.set('/docs', [{ name: 'origin', fetchUrl: 'https://github.com/acme/docs.git' }]);
      started(git);
      await settled();
      assert.equal(changes, 1);
      assert.deepEqual(await open.all(), [docs, billing]);
      git.set('/docs', []);
      assert.equal(changes, 2);
    });

    it('decides about the folders around one that is open, even if it starts after that', async () => {
      window.setFolders('/billing/part');
      void open.all();
      await clock.pass(limit);
      assert.deepEqual(await open.all(), [billing]);
      started(new FakeGit());
      await settled();
      assert.deepEqual(await open.all(), []);
    });
  });
});
