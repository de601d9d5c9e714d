import assert from 'node:assert/strict';
import { hadSession, keepHadSession } from '../../../src/platform/lastSession';
import type { GitHubSession } from '../../../src/platform/session';

describe('what is kept of the last session', () => {
  const token = 'gho_canary';
  const octocat: GitHubSession = {
    provider: 'github',
    host: 'https://github.com',
    account: { id: '1', label: 'octocat' },
    token,
  };
  let kept: Map<string, unknown>;
  let listener: () => unknown;
  const state = {
    get: (key: string): unknown => kept.get(key),
    update: (key: string, value: unknown): Promise<void> => {
      kept.set(key, value);
      return Promise.resolve();
    },
  };
  const session = {
    current: undefined as GitHubSession | undefined,
    onDidChange: (listen: () => unknown) => {
      listener = listen;
      return { dispose: () => undefined };
    },
  };
  const becomes = (current: GitHubSession | undefined): void => {
    session.current = current;
    listener();
  };
  beforeEach(() => {
    kept = new Map();
    keepHadSession(state, session);
  });

  it('is whether there was one', () => {
    assert.equal(hadSession(state as never), false);
    becomes(octocat);
    assert.equal(hadSession(state as never), true);
    becomes(undefined);
    assert.equal(hadSession(state as never), false);
  });

  it('is neither its token nor its account', () => {
    becomes(octocat);
    assert.deepEqual([...kept.values()], [true]);
  });
});
