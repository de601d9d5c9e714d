import assert from 'node:assert/strict';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import type { World } from '../github/fixture';
import { testWorld } from '../github/fixtures';
import { AccessMapPage } from './accessMapPage';
import { noWebview } from './webview';
import { openWindow, type Window } from './window';

/** A window with an access map in it, and its GitHub, for all tests of a `describe`. */
export interface MapStage {
  readonly fakeGitHub: FakeGitHubServer;
  readonly window: Window;
  readonly map: AccessMapPage;
  /** Opens the map of an organization from the palette. */
  open(organization: string): Promise<void>;
}

/** Before each test, resets GitHub and opens the map of an organization as the only editor. */
export function mapStage({
  world = testWorld,
  organization = 'acme',
}: { world?: () => World; organization?: string } = {}): MapStage {
  let fakeGitHub: FakeGitHubServer | undefined;
  let window: Window | undefined;
  const stage: MapStage = {
    get fakeGitHub() {
      assert.ok(fakeGitHub);
      return fakeGitHub;
    },
    get window() {
      assert.ok(window);
      return window;
    },
    get map() {
      return new AccessMapPage(stage.window);
    },
    async open(login) {
      await stage.window.run('Codespaces Secrets: Open Access Map');
      await stage.window.input.shown('Open Access Map');
      await stage.window.input.pick(login);
    },
  };
  before(async () => {
    fakeGitHub = await startFakeGitHub({ world: world() });
  });
  beforeEach(async () => {
    stage.fakeGitHub.reset(world());
    if (window) {
      await window.notifications.clear();
      await window.run('View: Close All Editors');
      await noWebview(window.page);
      await window.run('Codespaces Secrets: Refresh');
    } else {
      window = await openWindow({ fakeGitHub: stage.fakeGitHub, isShared: true });
      await window.openContainer();
    }
    await stage.open(organization);
    await stage.map.frame
      .locator('.grid, .screen:not([data-kind="loading"])')
      .filter({ visible: true })
      .waitFor();
    stage.fakeGitHub.forgetRequests();
  });
  afterEach(async function () {
    assert.deepEqual(fakeGitHub?.violations, []);
    // Otherwise pending changes are kept for the next test.
    if (this.currentTest?.state !== 'failed') return window && discardPending(new AccessMapPage(window));
    await window?.keepEvidence(this.currentTest.fullTitle());
    await window?.close();
    window = undefined;
  });
  after(async () => {
    await window?.close();
    await fakeGitHub?.close();
  });
  return stage;
}

async function discardPending(map: AccessMapPage): Promise<void> {
  const discard = map.button('Discard');
  if (!(await discard.isVisible())) return;
  await discard.click();
  await discard.waitFor({ state: 'hidden' });
}
