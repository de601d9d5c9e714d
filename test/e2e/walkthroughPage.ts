import type { Locator, Page } from 'playwright-core';
import type { WalkthroughStep } from '../../src/manifest';
import { webviewIn } from './webview';
import type { Window } from './window';

/** The walkthrough in a window. */
export class WalkthroughPage {
  readonly #window: Window;
  readonly #page: Page;

  constructor(window: Window) {
    this.#window = window;
    this.#page = window.page;
  }

  /** Opens it as a user does who looks for it. */
  async open(): Promise<void> {
    const title = 'Get Started with Codespaces Org Secrets';
    await this.#window.run('Welcome: Open Walkthrough...');
    await this.#window.input.item(title).first().click();
    await this.#step('signIn').waitFor();
  }

  /** Shows the description and the picture of a step. */
  async show(step: WalkthroughStep): Promise<void> {
    const shown = this.#step(step);
    if ((await shown.getAttribute('aria-expanded')) !== 'true') await shown.locator('.step-title').click();
    await shown.and(this.#page.locator('.expanded')).waitFor();
  }

  /**
   * Does something with the picture of the step that is shown, once VS Code has drawn it: anew for each step, and each
   * time when the theme changes. A picture is used once; the next call waits for the next picture.
   */
  async withPicture(use: (picture: Locator) => Promise<void>): Promise<void> {
    const picture = webviewIn(this.#page).locator('svg:not([data-used])');
    await picture.waitFor();
    await use(picture);
    await picture.evaluate(svg => svg.setAttribute('data-used', ''));
  }

  /** Clicks the button of a step. */
  async click(step: WalkthroughStep, button: string): Promise<void> {
    await this.show(step);
    await this.#step(step).getByRole('button', { name: button, exact: true }).click();
  }

  /** Waits until a step is complete. */
  async completed(step: WalkthroughStep): Promise<void> {
    await this.#step(step).locator('[role="checkbox"][aria-checked="true"]').waitFor();
  }

  async isCompleted(step: WalkthroughStep): Promise<boolean> {
    return (await this.#step(step).getByRole('checkbox').getAttribute('aria-checked')) === 'true';
  }

  #step(step: WalkthroughStep): Locator {
    return this.#page.locator(`[data-step-id$="#getStarted#${step}"]`);
  }
}
