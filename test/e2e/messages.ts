import type { Locator, Page } from 'playwright-core';

/** VS Code shows three notifications within so many milliseconds, and those that come then only in its list of all. */
const crowded = 801;

/** The notifications in the corner of the window. */
export class Notifications {
  readonly toasts: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.toasts = page.locator('.notifications-toasts .notification-list-item');
  }

  /** Waits for a notification whose text holds this. */
  async shown(text: string | RegExp): Promise<Locator> {
    const toast = this.toasts.filter({
      has: this.#page.locator('.notification-list-item-message').filter({ hasText: text }),
    });
    await toast.first().waitFor();
    return toast.first();
  }

  /** The texts of all that are shown, the newest first. */
  async texts(): Promise<string[]> {
    return this.toasts.locator('.notification-list-item-message').allInnerTexts();
  }

  /** The buttons of a notification. */
  async buttons(text: string | RegExp): Promise<string[]> {
    return (await this.shown(text))
      .locator('.notification-list-item-buttons-container .monaco-button')
      .allInnerTexts();
  }

  /** Clicks a button of a notification, e.g. "Try Again". */
  async click(text: string | RegExp, button: string): Promise<void> {
    const toast = await this.shown(text);
    // Buttons are in sight while the pointer is on the notification.
    await toast.hover();
    await toast.getByRole('button', { name: button, exact: true }).click();
  }

  /**
   * Closes all of them, also those that come when one is closed, and waits for the end of what shows progress; the next
   * one is shown again.
   */
  async clear(): Promise<void> {
    if ((await this.toasts.count()) === 0) return;
    await this.#page.waitForFunction(() => {
      // A notification of progress goes by itself, at any moment, and has nothing to close it with before.
      const toasts = [...document.querySelectorAll('.notifications-toasts .notification-list-item')];
      for (const toast of toasts)
        toast
          .querySelector<HTMLElement>('.codicon-notifications-clear, .codicon-notifications-hide')
          ?.click();
      return toasts.length === 0;
    });
    await this.#page.waitForTimeout(crowded);
  }
}

/** The modal dialog in the middle of the window. */
export class Dialog {
  readonly box: Locator;

  constructor(page: Page) {
    this.box = page.locator('.monaco-dialog-box');
  }

  async message(): Promise<string> {
    // A message without a detail stands where the detail would.
    return this.box.locator('.dialog-message-text, .dialog-message-detail').first().innerText();
  }

  /** The smaller text below the message. */
  async detail(): Promise<string> {
    return this.box.locator('.dialog-message ~ .dialog-message-detail').innerText();
  }

  /** Its buttons, from the left. */
  async buttons(): Promise<string[]> {
    await this.box.waitFor();
    return this.box.locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  async click(button: string): Promise<void> {
    const box = this.box.filter({ has: this.box.page().getByRole('button', { name: button, exact: true }) });
    await box.getByRole('button', { name: button, exact: true }).click();
    // Another one may have come in its place.
    await box.waitFor({ state: 'detached' });
  }
}
