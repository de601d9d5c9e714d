import assert from 'node:assert/strict';
import { startStandIn, type StandIn } from '../github/standIn';
import type { World } from '../github/world';
import { testWorld } from '../github/worlds';
import { AccessMapPage } from './accessMapPage';
import { noWebview } from './webview';
import { openWindow, type Window } from './window';

/** A window with an access map in it, and its GitHub, for all tests of a `describe`. */
export interface MapStage {
  readonly standIn: StandIn;
  readonly window: Window;
  readonly map: AccessMapPage;
  /** Opens the map of an organization from the palette. */
  open(organization: string): Promise<void>;
}

/** Opens the map of an organization anew before each test: GitHub as at the start, and no other editor. */
export function mapStage({
  world = testWorld,
  organization = 'acme',
}: { world?: () => World; organization?: string } = {}): MapStage {
  let standIn: StandIn | undefined;
  let window: Window | undefined;
  const stage: MapStage = {
    get standIn() {
      assert.ok(standIn);
      return standIn;
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
    standIn = await startStandIn({ world: world() });
  });
  beforeEach(async () => {
    stage.standIn.reset(world());
    if (window) {
      await window.notifications.clear();
      await window.run('View: Close All Editors');
      await noWebview(window.page);
      await window.run('Codespaces Secrets: Refresh');
    } else {
      window = await openWindow({ standIn: stage.standIn, isShared: true });
      await window.openContainer();
    }
    await stage.open(organization);
    await stage.map.frame
      .locator('.grid, .screen:not([data-kind="loading"])')
      .filter({ visible: true })
      .waitFor();
    stage.standIn.forgetRequests();
  });
  afterEach(async function () {
    assert.deepEqual(standIn?.violations, []);
    // What is pending is kept for the next test otherwise.
    if (this.currentTest?.state !== 'failed') return window && discardPending(new AccessMapPage(window));
    await window?.keepEvidence(this.currentTest.fullTitle());
    await window?.close();
    window = undefined;
  });
  after(async () => {
    await window?.close();
    await standIn?.close();
  });
  return stage;
}

async function discardPending(map: AccessMapPage): Promise<void> {
  const discard = map.button('Discard');
  if (!(await discard.isVisible())) return;
  await discard.click();
  await discard.waitFor({ state: 'hidden' });
}
