import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { contentFrame, webviewIn } from './webview';
import type { Window } from './window';

/** The access map in a window, used with mouse and keyboard. */
export class AccessMapPage {
  readonly frame: FrameLocator;
  readonly grid: Locator;
  readonly status: Locator;
  readonly notice: Locator;
  /** Which apps' secrets are missing. */
  readonly missing: Locator;
  /** The filter by app. */
  readonly app: Locator;
  readonly screen: Locator;
  /** The review of pending changes. */
  readonly review: Locator;
  readonly #page: Page;

  constructor({ page }: Window) {
    this.#page = page;
    this.frame = webviewIn(page);
    this.grid = this.frame.getByRole('grid');
    this.status = this.frame.locator('.plan .status');
    this.notice = this.frame.locator('.notice-text');
    this.missing = this.frame.locator('.missing');
    this.app = this.frame.getByRole('combobox', { name: 'Filter by app' });
    this.screen = this.frame.locator('.screen');
    this.review = this.frame.getByRole('dialog');
  }

  /** Waits until it shows more than that it is loading. */
  async filled(): Promise<void> {
    const shown = this.frame.locator('.grid, .screen:not([data-kind="loading"])');
    await shown.filter({ visible: true }).waitFor();
  }

  /** A cell by its accessible name. */
  cell(label: string): Locator {
    return this.frame.getByRole('gridcell', { name: label, exact: true });
  }

  /** The header of a column or a row, by the start of its label. */
  head(role: 'columnheader' | 'rowheader', name: string): Locator {
    return this.frame.getByRole(role, { name: new RegExp(`^${name},`) });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true });
  }

  /** Whether the buttons for pending changes are enabled. */
  async buttons(): Promise<{ review: boolean; discard: boolean }> {
    return {
      review: await this.button('Review and Apply...').isEnabled(),
      discard: await this.button('Discard').isEnabled(),
    };
  }

  /** Opens the review, and returns its lines. */
  async openReview(): Promise<string[]> {
    await this.button('Review and Apply...').click();
    return this.reviewLines();
  }

  async reviewLines(): Promise<string[]> {
    await this.review.waitFor();
    const lines = await this.review.getByRole('listitem').allInnerTexts();
    return lines.map(line => line.split(/\s+/).join(' '));
  }

  /** Applies the pending changes through the review. `count`: how many there are. */
  async apply(count: number): Promise<void> {
    await this.openReview();
    await this.button(count === 1 ? 'Apply 1 Change' : `Apply ${count} Changes`).click();
    await this.review.waitFor({ state: 'hidden' });
  }

  async filter(box: 'Filter repositories' | 'Filter secrets', text: string): Promise<void> {
    await this.frame.getByRole('textbox', { name: box }).fill(text);
  }

  checkbox(name: 'Only differences' | 'Only selected'): Locator {
    return this.frame.locator('vscode-checkbox', { hasText: name });
  }

  /** The labels of all drawn cells, row by row. */
  async labels(): Promise<string[]> {
    return this.frame
      .getByRole('gridcell')
      .evaluateAll(cells => cells.map(cell => cell.getAttribute('aria-label') ?? ''));
  }

  /** The names of the drawn repositories, from the top. */
  async repositories(): Promise<string[]> {
    return this.frame.locator('.row-name').allInnerTexts();
  }

  /** The names of the drawn secrets, from the left. */
  async secrets(): Promise<string[]> {
    return this.frame.locator('.column-name').allInnerTexts();
  }

  /** How many rows of repositories can be seen whole. */
  rowsInSight(): Promise<number> {
    return this.grid.evaluate(grid => {
      const top = grid.getBoundingClientRect().top + (grid.querySelector('.head-row')?.clientHeight ?? 0);
      const bottom = grid.getBoundingClientRect().top + grid.clientHeight;
      const boxes = [...grid.querySelectorAll('.row')].map(row => row.getBoundingClientRect());
      return boxes.filter(box => box.top >= top - 1 && box.bottom <= bottom + 1).length;
    });
  }

  /** The label of the focused element. */
  async focused(): Promise<string | null> {
    return this.frame.locator(':focus').getAttribute('aria-label');
  }

  /** The frame that the map runs in. */
  contentFrame(): Promise<Frame> {
    return contentFrame(this.#page);
  }

  /** Sends a message to the extension as the map would: through VS Code's page around it. */
  async send(message: unknown): Promise<void> {
    const outer = (await this.contentFrame()).parentFrame();
    await outer?.evaluate(sent => {
      const page = window as unknown as { __vscode_post_message__(command: string, data: unknown): void };
      page.__vscode_post_message__('onmessage', { message: sent });
    }, message);
  }
}

/** Opens the map of an organization from the palette. */
export async function openAccessMap(window: Window, organization: string): Promise<void> {
  await window.run('Codespaces Secrets: Open Access Map');
  await window.input.shown('Open Access Map');
  await window.input.pick(organization);
}
