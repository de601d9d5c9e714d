import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountOf, forUserSecrets } from '../vscode/account';
import { launchBrowser } from '../vscode/browser';
import { repository } from '../vscode/repository';
import { startWebServer, type WebServer } from '../vscode/webServer';
import { type GitHubHosts, startGitHubHosts } from './gitHubHosts';
import { Menu } from './menu';
import { Dialog, Notifications } from './messages';
import { QuickInput } from './quickInput';
import { View } from './view';
import type { WindowOptions } from './windowOptions';

/** The size that a window opens in. */
export const usualSize = { width: 1280, height: 800 };

/** A whole VS Code window in a browser. */
export class Window {
  readonly page: Page;
  readonly isShared: boolean;
  readonly input: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  readonly secrets: View;
  readonly repositories: View;

  constructor(page: Page, isShared: boolean) {
    this.page = page;
    this.isShared = isShared;
    this.input = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.dialog = new Dialog(page);
    this.secrets = new View(page, 'Secrets');
    this.repositories = new View(page, 'Repositories');
  }

  /** Shows the extension's views by a click on its icon. */
  async openContainer(): Promise<void> {
    const icon = this.page.locator('.activitybar').getByRole('tab', { name: 'Codespaces Secrets' });
    if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click();
    await this.secrets.pane.waitFor();
    // The icon's tooltip would lie above the rows.
    await this.page.mouse.move(0, 0);
  }

  /** Runs a command from the palette, by the title that stands there. */
  async run(title: string): Promise<void> {
    await this.#openPalette(title, () => this.input.item(title).first().click({ timeout: 5000 }));
  }

  /** The titles that the palette offers for some text. */
  async commands(text: string): Promise<string[]> {
    await this.#openPalette(text, () =>
      this.page
        .getByText('Sort by relevance')
        .or(this.input.items.first())
        .first()
        .waitFor({ timeout: 5000 }),
    );
    const titles = await this.input.labels();
    await this.input.escape();
    await this.input.closed();
    return titles;
  }

  /**
   * Opens the palette with a text. It closes by itself where something else takes the focus meanwhile, as a view that is
   * just being drawn can do; it is then opened again.
   */
  async #openPalette(text: string, found: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.page.keyboard.press('F1');
        await this.input.box.fill(`>${text}`, { timeout: 5000 });
        await found();
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
  }

  /** The address that an action opens in the browser, beside VS Code. */
  async opens(action: () => Promise<void>): Promise<string> {
    const [popup] = await Promise.all([this.page.context().waitForEvent('page'), action()]);
    await popup.waitForLoadState();
    const address = popup.url();
    await popup.close();
    return address;
  }

  /** Signs an account out, by VS Code's Accounts menu. */
  async signOut(login: string): Promise<void> {
    await this.page.locator('.activitybar').getByRole('button', { name: 'Accounts' }).click();
    const menu = await Menu.shown(this.page);
    await menu.items.filter({ hasText: `${login} (GitHub)` }).hover();
    await menu.click('Sign Out');
    await this.dialog.click('Sign Out');
  }

  /** Puts a text on the clipboard, as another program would. */
  async copy(text: string): Promise<void> {
    await this.#inFocus(() => this.page.evaluate(copied => navigator.clipboard.writeText(copied), text));
  }

  /** What stands on the clipboard. */
  async clipboard(): Promise<string> {
    return this.#inFocus(() => this.page.evaluate(() => navigator.clipboard.readText()));
  }

  /** Uses the clipboard. A page may do so only while it has the focus, which is nobody's for a moment when it moves. */
  async #inFocus<T>(use: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.page.bringToFront();
        await this.page.waitForFunction(() => document.hasFocus());
        return await use();
      } catch (error) {
        if (attempt === 10 || !String(error).includes('not focused')) throw error;
      }
  }

  /** What stands on the clipboard, once it holds this. */
  async clipboardWith(text: string): Promise<string> {
    const patience = Date.now() + 15_000;
    for (;;) {
      const found = await this.clipboard();
      if (found.includes(text)) return found;
      if (Date.now() > patience) throw new Error(`The clipboard holds no ${text} but ${found}`);
    }
  }

  /** Waits until nothing stands in the clipboard. */
  async clipboardEmptied(timeout: number): Promise<void> {
    const patience = Date.now() + timeout;
    while ((await this.clipboard()) !== '') {
      if (Date.now() > patience) throw new Error('The clipboard still holds something');
      await this.page.waitForTimeout(500);
    }
  }

  /** All that stands in the log that the panel shows, once it holds this. */
  async log(text: string): Promise<string> {
    const editor = this.page.locator('.part.panel .monaco-editor[role="code"]');
    await editor.locator('.view-lines').getByText(text).first().waitFor();
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+C');
    return this.clipboardWith(text);
  }

  /** Writes a PNG of the window. */
  async screenshot(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }

  /** Keeps what the window of a failed test looked like, in `out/e2e`. */
  async keepEvidence(test: string): Promise<void> {
    const name = test.replaceAll(/[^\w]+/g, '-');
    await this.screenshot(join(repository, 'out/e2e', `${name}.png`));
  }

  /**
   * Reloads the page, and shows the extension's views, which VS Code may or may not do by itself.
   * @param options.isHidden whether the views stay as VS Code leaves them
   */
  async reload({ isHidden = false } = {}): Promise<void> {
    await this.page.reload();
    await ready(this.page);
    if (isHidden) return;
    await this.run('View: Show Codespaces Secrets');
    await this.secrets.pane.waitFor();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

let started: Promise<{ hosts: GitHubHosts; server: WebServer; browser: Browser }> | undefined;
const open = new Set<Window>();

/** Opens a window whose GitHub is the simulated GitHub. The windows of a process share one browser and one GitHub. */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const {
    fakeGitHub,
    signedIn = true,
    users = ['octocat'],
    scopes,
    theme,
    trusted,
    settings,
    folder,
    files,
    extensions = [],
  } = options;
  const accounts = signedIn ? users.map(login => accountOf(fakeGitHub.fixture, login, scopes)) : [];
  const { hosts, server, browser } = await (started ??= start());
  hosts.leadTo(fakeGitHub.url);
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: options.viewport ?? usualSize,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  const window = new Window(await context.newPage(), options.isShared ?? false);
  await window.page.goto(
    server.window({
      accounts: [...accounts, ...(options.hasUserSecretsSession ? accounts.map(forUserSecrets) : [])],
      extensions: [
        ...extensions.map(name => `/fixtures/${name}`),
        ...(folder === undefined ? [] : ['/openFolder']),
      ],
      ...(trusted !== undefined && { trusted }),
      ...(options.enterprise !== undefined && { enterprise: options.enterprise }),
      ...(settings && { settings }),
      ...(folder !== undefined && { folder }),
      ...(options.isRestricted && { isRestricted: true }),
      ...(files && { files }),
      ...(theme && { theme }),
    }),
  );
  track(context, window);
  await ready(window.page);
  return window;
}

/** Leads all windows to a simulated GitHub, from now on. */
export async function leadTo({ url }: { url: string }): Promise<void> {
  (await started)?.hosts.leadTo(url);
}

/** The windows that are open now. */
export function openWindows(): Window[] {
  return [...open];
}

/** Closes all windows and what they share. */
export async function closeAll(): Promise<void> {
  const running = await started;
  started = undefined;
  await running?.browser.close();
  await Promise.all([running?.server.close(), running?.hosts.close()]);
}

async function start(): Promise<{ hosts: GitHubHosts; server: WebServer; browser: Browser }> {
  const [hosts, server] = await Promise.all([
    startGitHubHosts(),
    startWebServer({
      folders: {
        '/fixtures': join(repository, 'test/e2e'),
        '/openFolder': join(repository, 'test/vscode/openFolder'),
      },
    }),
  ]);
  return { hosts, server, browser: await launchBrowser(hosts.flags) };
}

function track(context: BrowserContext, window: Window): void {
  open.add(window);
  context.once('close', () => open.delete(window));
}

/** A busy machine takes long to start a window. */
const patient = { timeout: 90_000 };

/** The extension's icon comes with the extensions, and the theme is one of them. */
async function ready(page: Page): Promise<void> {
  await page.locator('.activitybar').getByRole('tab', { name: 'Codespaces Secrets' }).waitFor(patient);
  await page.locator('.monaco-workbench[class*="vscode-theme-defaults"]').waitFor(patient);
}
