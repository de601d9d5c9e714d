import type { Locator, Page } from 'playwright-core';
import { action } from './labels';

/** VS Code's quick input: the box at the top of the window in which commands ask. */
export class QuickInput {
  readonly widget: Locator;
  readonly box: Locator;
  readonly items: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.widget = page.locator('.quick-input-widget:visible');
    this.box = this.widget.locator('.quick-input-box input');
    this.items = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** Waits until a box with this title is shown; a step stands in brackets behind it, e.g. `Create Secret (2/4)`. */
  async shown(title: string | RegExp): Promise<void> {
    const exact =
      typeof title === 'string' ? this.#page.getByText(title, { exact: true }) : this.#page.getByText(title);
    await this.widget.locator('.quick-input-title').and(exact).waitFor();
  }

  /** Waits until no box is shown. */
  async closed(): Promise<void> {
    await this.widget.waitFor({ state: 'hidden' });
  }

  async placeholder(): Promise<string> {
    return (await this.box.getAttribute('placeholder')) ?? '';
  }

  /** Whether what is typed is hidden. */
  async isMasked(): Promise<boolean> {
    return (await this.box.getAttribute('type')) === 'password';
  }

  /** The line below the box: the prompt, or what is wrong with the input. */
  get message(): Locator {
    return this.widget.locator('.quick-input-message');
  }

  /** Waits until the input is judged so, with a text that holds this; `none` means that nothing is said against it. */
  async judged(severity: 'error' | 'warning' | 'info' | 'none', text: string | RegExp = ''): Promise<void> {
    const shown = severity === 'none' ? '.idle' : `.${severity}`;
    await this.widget.locator(`.quick-input-box .monaco-inputbox${shown}`).waitFor();
    if (text !== '') await this.message.filter({ hasText: text }).waitFor();
  }

  /** Replaces what stands in the box by typing. */
  async type(text: string): Promise<void> {
    await this.box.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    if (text) await this.#page.keyboard.type(text);
    else await this.#page.keyboard.press('Delete');
  }

  /** Replaces what stands in the box by pasting, for what keys cannot type: line breaks, many characters. */
  async paste(text: string): Promise<void> {
    await this.box.focus();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.#page.keyboard.insertText(text);
  }

  /** Confirms with the Enter key. */
  async accept(): Promise<void> {
    await this.box.focus();
    await this.#page.keyboard.press('Enter');
  }

  async escape(): Promise<void> {
    await this.box.focus();
    await this.#page.keyboard.press('Escape');
  }

  /** Goes to the step before. */
  async back(): Promise<void> {
    await this.clickButton('Back');
  }

  /** Clicks a button of the box's title, by its title. */
  async clickButton(title: string): Promise<void> {
    await this.widget
      .locator('.quick-input-titlebar')
      .getByRole('button', { name: action(title) })
      .click();
  }

  /** The item with this label, if it is in sight. */
  item(label: string): Locator {
    return this.items.filter({ has: this.#page.locator('.label-name').getByText(label, { exact: true }) });
  }

  /** The labels of the items in sight, from the top. */
  async labels(): Promise<string[]> {
    return this.items.locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  /** Clicks an item. */
  async pick(label: string): Promise<void> {
    await this.item(label).first().click();
  }

  /** Checks or clears an item of a multi-select pick. Type first to bring it in sight. */
  async check(label: string, checked = true): Promise<void> {
    const box = this.item(label).first().locator('.monaco-checkbox');
    if ((await box.getAttribute('aria-checked')) !== String(checked)) await box.click();
    await this.item(label).first().locator(`.monaco-checkbox[aria-checked="${checked}"]`).waitFor();
  }

  /** The titles of the buttons of an item itself. */
  async itemButtons(label: string): Promise<string[]> {
    const buttons = await this.item(label)
      .locator('.quick-input-list-entry-action-bar [role="button"]')
      .all();
    return Promise.all(buttons.map(async button => (await button.getAttribute('aria-label')) ?? ''));
  }

  /** Clicks a button of an item itself, which is in sight while the pointer is on the item. */
  async clickItemButton(label: string, title: string): Promise<void> {
    await this.item(label).hover();
    await this.item(label)
      .getByRole('button', { name: action(title) })
      .click();
  }

  /** The labels of the checked items in sight, from the top. */
  async checked(): Promise<string[]> {
    const checked = this.items.filter({ has: this.#page.locator('.monaco-checkbox[aria-checked="true"]') });
    return checked.locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
  }

  /** Waits until exactly these items in sight are checked. */
  async checkedIs(...labels: string[]): Promise<void> {
    const patience = Date.now() + 15_000;
    for (;;) {
      const found = await this.checked();
      if (JSON.stringify(found) === JSON.stringify(labels)) return;
      if (Date.now() > patience) throw new Error(`${JSON.stringify(found)} is checked`);
      await this.#page.waitForTimeout(50);
    }
  }

  /** What VS Code counts as selected, e.g. `2 Selected`. */
  get count(): Locator {
    return this.widget.locator('.quick-input-count');
  }

  /** Accepts a multi-select pick with its button. */
  async ok(): Promise<void> {
    await this.widget.locator('.quick-input-action').getByRole('button', { name: 'OK', exact: true }).click();
  }
}
