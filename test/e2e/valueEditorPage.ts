import type { FrameLocator, Locator, Page } from 'playwright-core';
import { noWebview, webviewIn } from './webview';
import type { Window } from './window';

/** The multi-line editor in a window, driven with mouse and keys. */
export class ValueEditorPage {
  readonly frame: FrameLocator;
  readonly area: Locator;
  /** What is said of the value. */
  readonly words: Locator;
  readonly problem: Locator;
  readonly lineFeeds: Locator;
  readonly #window: Window;
  readonly #page: Page;

  constructor(window: Window) {
    const { page } = window;
    this.#window = window;
    this.#page = page;
    this.frame = webviewIn(page);
    this.area = this.frame.locator('textarea');
    this.words = this.frame.locator('.words');
    this.problem = this.frame.locator('.problem');
    this.lineFeeds = this.frame.locator('vscode-checkbox');
  }

  button(name: string): Locator {
    return this.frame.locator('vscode-button', { hasText: name });
  }

  /** The tab of the editor. */
  tab(title: string): Locator {
    return this.#page.locator('.tab', { hasText: title });
  }

  /** Pastes a text with all its line breaks, in place of what is selected. */
  async paste(text: string): Promise<void> {
    await this.#window.copy(text);
    await this.area.focus();
    await this.#page.keyboard.press('ControlOrMeta+V');
  }

  /** Closes it with Escape. Not by `press` on the text area, which would wait for an answer of the frame that goes. */
  async escape(): Promise<void> {
    await this.area.focus();
    await this.#page.keyboard.press('Escape');
  }

  /** Waits until the value is described so. */
  async described(text: string | RegExp): Promise<void> {
    await this.frame.locator('.words', { hasText: text }).waitFor();
  }

  /** Whether the characters cannot be read from the screen. */
  isMasked(): Promise<boolean> {
    return this.area.evaluate(
      area => getComputedStyle(area).getPropertyValue('-webkit-text-security') === 'disc',
    );
  }

  /** Waits until no editor is shown. */
  closed(): Promise<void> {
    return noWebview(this.#page);
  }
}
