import assert from 'node:assert/strict';
import { type FakeGitHubServer, startFakeGitHub } from '../github/fakeGitHubServer';
import { type DevcontainerEditor, type DevcontainerOptions, openDevcontainer } from './devcontainerEditor';

/** The GitHub of all tests of a `describe`. */
export interface DevcontainerStage {
  readonly fakeGitHub: FakeGitHubServer;
  /** Opens a window whose only editor shows a devcontainer.json. There is a session for the user's own secrets. */
  open(options: Omit<DevcontainerOptions, 'fakeGitHub'>): Promise<DevcontainerEditor>;
}

/** Sets GitHub to its start for each test of the `describe` that calls this. Every request has to fit GitHub's official description. */
export function devcontainerStage(): DevcontainerStage {
  let fakeGitHub: FakeGitHubServer | undefined;
  const stage: DevcontainerStage = {
    get fakeGitHub() {
      assert.ok(fakeGitHub, 'GitHub is started before the tests');
      return fakeGitHub;
    },
    open: options =>
      openDevcontainer({ fakeGitHub: stage.fakeGitHub, hasUserSecretsSession: true, ...options }),
  };
  before(async () => (fakeGitHub = await startFakeGitHub()));
  after(() => fakeGitHub?.close());
  afterEach(() => {
    assert.deepEqual(fakeGitHub?.violations, []);
    fakeGitHub.reset();
  });
  return stage;
}
