import type { Locator, Page } from 'playwright-core';

/** An open menu. On the web VS Code draws it itself, in a shadow root. */
export class Menu {
  readonly items: Locator;

  private constructor(menu: Locator) {
    this.items = menu.getByRole('menuitem');
  }

  /** Opens a menu by an action, again where it opened none: a row that is just being drawn takes no click. */
  static async opened(page: Page, action: () => Promise<void>): Promise<Menu> {
    const menu = page.locator('.monaco-menu');
    const first = menu.getByRole('menuitem').first();
    for (let attempt = 1; attempt < 4; attempt += 1) {
      await action();
      if (await appears(first)) return new Menu(menu);
    }
    await action();
    await first.waitFor();
    return new Menu(menu);
  }

  /** Waits for the menu that was asked for. */
  static async shown(page: Page): Promise<Menu> {
    const menu = page.locator('.monaco-menu');
    await menu.getByRole('menuitem').first().waitFor();
    return new Menu(menu);
  }

  /** The texts of its items, from the top. */
  async texts(): Promise<string[]> {
    return this.items.locator('.action-label').allInnerTexts();
  }

  async click(text: string): Promise<void> {
    const item = this.items.filter({ has: this.items.page().locator(`.action-label[aria-label="${text}"]`) });
    await item.hover();
    // A menu takes no click in its first moments, lest the one that opened it counts twice.
    const patience = Date.now() + 5000;
    do await item.click({ timeout: 1000 }).catch(() => undefined);
    while (!(await isGone(item)) && Date.now() < patience);
    await item.waitFor({ state: 'detached' });
  }

  async dismiss(): Promise<void> {
    await this.items.page().keyboard.press('Escape');
    await this.items.first().waitFor({ state: 'detached' });
  }
}

function appears(item: Locator): Promise<boolean> {
  return item.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
}

function isGone(item: Locator): Promise<boolean> {
  return item.waitFor({ state: 'detached', timeout: 200 }).then(
    () => true,
    () => false,
  );
}
