import assert from 'node:assert/strict';
import { applyEdit, type WorldEdit } from '../github/edits';
import { startFakeGitHub, type FakeGitHubServer } from '../github/fakeGitHubServer';
import { testWorld } from '../github/fixtures';
import type { World } from '../github/fixture';
import { openWindow, type Window, type WindowOptions } from './window';

/** A window and its GitHub, for all tests of a `describe`. */
export interface Stage {
  readonly fakeGitHub: FakeGitHubServer;
  readonly window: Window;
}

/** How a stage is set for each test. */
export interface StageOptions extends Omit<WindowOptions, 'fakeGitHub'> {
  /** What GitHub knows at the start of each test. Default: the test world. */
  world?: () => World;
}

/**
 * Sets a stage before each test of the `describe` that calls this: GitHub as at the start, and the view showing it. The
 * window is the one of the test before, tidied up, unless that test failed. Every request has to fit GitHub's official
 * description.
 */
export function stage({ world = testWorld, ...options }: StageOptions = {}): Stage {
  let fakeGitHub: FakeGitHubServer | undefined;
  let window: Window | undefined;
  before(async () => {
    fakeGitHub = await startFakeGitHub({ world: world() });
  });
  beforeEach(async () => {
    fakeGitHub?.reset(world());
    if (window) await tidy(window);
    else if (fakeGitHub) {
      window = await openWindow({ fakeGitHub, isShared: true, ...options });
      await window.openContainer();
    }
    if (options.signedIn !== false && fakeGitHub && window) await showFirst(fakeGitHub, window);
    fakeGitHub?.forgetRequests();
  });
  afterEach(async function () {
    assert.deepEqual(fakeGitHub?.violations, []);
    if (this.currentTest?.state !== 'failed') return;
    await window?.keepEvidence(this.currentTest.fullTitle());
    await window?.close();
    window = undefined;
  });
  after(async () => {
    await window?.close();
    await fakeGitHub?.close();
  });
  const there = <T>(thing: T | undefined): T => {
    assert.ok(thing, 'The stage is set when a test begins');
    return thing;
  };
  return {
    get fakeGitHub() {
      return there(fakeGitHub);
    },
    get window() {
      return there(window);
    },
  };
}

/** Leaves nothing on the screen of what a test did, and has the view show GitHub as it is now, all branches shut. */
async function tidy(window: Window): Promise<void> {
  await window.page.mouse.move(0, 0);
  await window.notifications.clear();
  await window.secrets.clickTitle('Collapse All');
  await window.repositories.clickTitle('Collapse All');
  await window.secrets.clickTitle('Refresh');
}

/** Has the view show the secrets of `acme` as they are, and nothing else open. */
async function showFirst(fakeGitHub: FakeGitHubServer, window: Window): Promise<void> {
  await fakeGitHub.answered({ path: '/user/memberships/orgs' });
  await window.secrets.expand('acme');
  await fakeGitHub.answered({ path: '/orgs/acme/codespaces/secrets' });
  const names = [...(fakeGitHub.world.organizations.get('acme')?.secrets.keys() ?? [])];
  // The count is written last, once the rows below it are there.
  await window.secrets.described('acme', names.length === 1 ? '1 secret' : `${names.length} secrets`);
  await window.secrets.row(names[0] ?? '').waitFor();
}

/** The requests that change something, in order of arrival: `PUT /orgs/acme/codespaces/secrets/NPM_TOKEN`. */
export function writes(fakeGitHub: FakeGitHubServer): string[] {
  return fakeGitHub.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}

/** The address of a secret below the base, or of what stands below it. */
export function secretPath(name: string, below = '', organization = 'acme'): string {
  return `/orgs/${organization}/codespaces/secrets/${name}${below}`;
}

/** The test world after some edits, made a moment ago. */
export function worldWith(...edits: WorldEdit[]): World {
  const world = testWorld();
  for (const edit of edits) applyEdit(world, edit, Date.now());
  return world;
}

/** Edits that give `acme` that many more repositories, `repository-001` and so on, of which a secret has some. */
export function manyRepositories(count: number): { edits: WorldEdit[]; names: string[] } {
  const names = Array.from(
    { length: count },
    (_, index) => `repository-${String(index + 1).padStart(3, '0')}`,
  );
  const edits = names.map(repository => ({
    edit: 'createRepository' as const,
    organization: 'acme',
    repository,
  }));
  return { edits, names };
}

/** The bodies that were sent to a secret's own address, by create, rotate and a change of visibility. */
export function sentTo(
  fakeGitHub: FakeGitHubServer,
  name: string,
  organization = 'acme',
): Record<string, unknown>[] {
  return fakeGitHub
    .requestsTo({ method: 'PUT', path: secretPath(name, '', organization) })
    .map(({ body }) => body as Record<string, unknown>);
}

/** Goes through the rest of a sign-in that the user has allowed, as VS Code for the web has it: with a token made on GitHub. */
export async function enterToken(window: Window, token: string): Promise<void> {
  const address = await window.opens(() => window.dialog.click('Continue to GitHub'));
  assert.match(address, /^https:\/\/github\.com\/settings\/tokens\/new\?.*&scopes=admin:org,repo$/);
  const { input } = window;
  await input.message.filter({ hasText: 'GitHub Personal Access Token - admin:org repo' }).waitFor();
  await input.type(token);
  await input.accept();
  await input.closed();
}
