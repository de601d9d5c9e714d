import type { FakeGitHubServer } from '../github/fakeGitHubServer';
import { AccessMapPage } from './accessMapPage';
import { noWebview } from './webview';
import { leadTo, openWindow, usualSize, type Window } from './window';

/** The extension keeps within GitHub's 500 changes an hour, however many GitHubs a window was shown. */
const mostWrites = 300;

let window: Window | undefined;
let writes = 0;

/** The window of all stages. It is opened anew after a test that failed, and before it reaches GitHub's limits. */
export const sharedWindow = {
  /** Has it show this GitHub: nothing of an earlier test is left on the screen, and all branches are shut. */
  async show(fakeGitHub: FakeGitHubServer): Promise<Window> {
    if (writes > mostWrites) await sharedWindow.close();
    if (window) {
      await leadTo(fakeGitHub);
      await tidy(window);
    } else {
      window = await openWindow({ fakeGitHub, isShared: true });
      await window.openContainer();
    }
    await fakeGitHub.answered({ path: '/user/memberships/orgs' });
    return window;
  },
  countWrites({ requests }: FakeGitHubServer): void {
    writes += requests.filter(({ method }) => method !== 'GET').length;
  },
  /** Keeps what it looks like, and closes it. */
  async discard(test: string): Promise<void> {
    await window?.keepEvidence(test);
    await sharedWindow.close();
  },
  async close(): Promise<void> {
    await window?.close();
    window = undefined;
    writes = 0;
  },
};

/** Leaves nothing on the screen of what a test did, and has the views show GitHub as it is now, all branches shut. */
async function tidy(shown: Window): Promise<void> {
  await shown.page.setViewportSize(usualSize);
  await shown.page.mouse.move(0, 0);
  await shown.notifications.clear();
  await closeEditors(shown);
  await closePanel(shown);
  await shown.openContainer();
  await shown.secrets.clickTitle('Collapse All');
  await shown.repositories.clickTitle('Collapse All');
  await shown.repositories.deselect();
  await shown.secrets.deselect();
  await shown.secrets.clickTitle('Refresh');
}

async function closePanel(shown: Window): Promise<void> {
  const panel = shown.page.locator('.part.panel');
  if (!(await panel.isVisible())) return;
  await shown.run('View: Hide Panel');
  await panel.waitFor({ state: 'hidden' });
}

async function closeEditors(shown: Window): Promise<void> {
  const tabs = shown.page.locator('.part.editor .tab');
  if ((await tabs.count()) === 0) return;
  await discardPending(new AccessMapPage(shown));
  await shown.run('View: Close All Editors');
  await tabs.first().waitFor({ state: 'detached' });
  await noWebview(shown.page);
}

/** Pending changes of an access map would be kept for the next test. */
async function discardPending(map: AccessMapPage): Promise<void> {
  const discard = map.button('Discard');
  if (!(await discard.isVisible())) return;
  await discard.click();
  await discard.waitFor({ state: 'hidden' });
}
