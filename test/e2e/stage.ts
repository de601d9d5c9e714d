import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { testFixture } from '../github/fixtures';
import type { Fixture } from '../github/fixture';
import { AccessMapPage, openAccessMap } from './accessMapPage';
import { sharedWindow } from './sharedWindow';
import type { Window } from './window';

/** A window and its GitHub, for all tests of a `describe`. */
export interface Stage {
  readonly fakeGitHub: FakeGitHubServer;
  readonly window: Window;
}

/** How a stage is set for each test. */
export interface StageOptions {
  /** What GitHub knows at the start of each test. Default: the test fixture. */
  fixture?: () => Fixture;
  /** The organization whose access map is the only editor. Default: the Secrets view shows `acme`, and no editor is open. */
  accessMap?: string;
}

/**
 * Sets a stage before each test of the `describe` that calls this: GitHub as at the start, and the window showing it. All
 * stages share one window, which is tidied up before each test. Every request has to fit GitHub's official description.
 */
export function stage({ fixture = testFixture, accessMap }: StageOptions = {}): Stage {
  let fakeGitHub: FakeGitHubServer | undefined;
  let window: Window | undefined;
  const set: Stage = {
    get fakeGitHub() {
      assert.ok(fakeGitHub, 'The stage is set when a test begins');
      return fakeGitHub;
    },
    get window() {
      assert.ok(window, 'The stage is set when a test begins');
      return window;
    },
  };
  before(async () => {
    fakeGitHub = await startFakeGitHub({ fixture: fixture() });
  });
  beforeEach(async () => {
    set.fakeGitHub.reset(fixture());
    window = await sharedWindow.show(set.fakeGitHub);
    if (accessMap === undefined) await showSecrets(set);
    else await showAccessMap(window, accessMap);
    set.fakeGitHub.forgetRequests();
  });
  afterEach(async function () {
    sharedWindow.countWrites(set.fakeGitHub);
    // A test that is run once more has no state.
    if (this.currentTest && this.currentTest.state !== 'passed')
      await sharedWindow.discard(this.currentTest.fullTitle());
    assert.deepEqual(fakeGitHub?.violations, []);
  });
  after(() => fakeGitHub?.close());
  return set;
}

/** Has the view show the secrets of `acme` as they are, and nothing else open. */
async function showSecrets({ fakeGitHub, window }: Stage): Promise<void> {
  await window.secrets.expand('acme');
  await fakeGitHub.answered({ path: '/orgs/acme/codespaces/secrets' });
  const names = [...(fakeGitHub.fixture.organizations.get('acme')?.stores.codespaces.secrets.keys() ?? [])];
  // The count is written last, once the rows below it are there.
  await window.secrets.described('acme', names.length === 1 ? '1 secret' : `${names.length} secrets`);
  await window.secrets.row(names[0] ?? '').waitFor();
}

async function showAccessMap(window: Window, organization: string): Promise<void> {
  // VS Code gives the focus back to a view that had it, at the end of a refresh.
  await window.secrets.row(organization).waitFor();
  await window.secrets.progress.waitFor({ state: 'detached' });
  await openAccessMap(window, organization);
  await new AccessMapPage(window).filled();
}
