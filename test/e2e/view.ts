import type { Locator, Page } from 'playwright-core';
import { action, exactly } from './labels';
import { Menu } from './menu';

/** A row of a tree, as its user reads it. */
export interface RowText {
  label: string;
  description: string;
  /** What a screen reader says. */
  accessibleLabel: string;
  level: number;
  expanded: boolean | undefined;
}

/** A view of the sidebar with its tree, driven with mouse and keys. */
export class View {
  readonly pane: Locator;
  readonly #page: Page;
  readonly #list: Locator;
  readonly #rows: Locator;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.pane = page.locator('.sidebar .pane', {
      has: page.locator(`.pane-header[aria-label^="${name}"]`),
    });
    this.#list = this.pane.getByRole('tree');
    // Not the copies of parents that stick to the top.
    this.#rows = this.#list.locator('.monaco-list-rows > .monaco-list-row');
  }

  /** The rows with this label that are in sight. */
  row(label: string): Locator {
    return this.#rows.filter({ has: this.#page.locator('.label-name', { hasText: exactly(label) }) });
  }

  /** Waits until a row's grey text holds this. */
  async described(label: string, text: string | RegExp): Promise<void> {
    await this.row(label)
      .filter({ has: this.#page.locator('.label-description', { hasText: text }) })
      .first()
      .waitFor();
  }

  /**
   * Waits until an organization's secrets are shown for good: their count is written last, and writing it draws the rows
   * below once more.
   */
  async filled(organization: string): Promise<void> {
    await this.described(organization, /^\d+ secrets?$/);
    await this.#rows.and(this.#page.locator('[aria-level="2"]')).first().waitFor();
  }

  /** Waits until no row has this label. */
  async gone(label: string): Promise<void> {
    await this.row(label).first().waitFor({ state: 'detached' });
  }

  /** The labels of all rows in sight, from the top. */
  async labels(): Promise<string[]> {
    return (await this.rows()).map(({ label }) => label);
  }

  /** The labels of the rows in sight one level below a row, from the top. */
  async children(parent: string): Promise<string[]> {
    const rows = await this.rows();
    const start = rows.findIndex(({ label }) => label === parent);
    const level = rows[start]?.level ?? 0;
    const below = rows.slice(start + 1);
    const end = below.findIndex(row => row.level <= level);
    return below
      .slice(0, end < 0 ? below.length : end)
      .filter(row => row.level === level + 1)
      .map(({ label }) => label);
  }

  /** The labels of the selected rows in sight, from the top. */
  async selected(): Promise<string[]> {
    return this.#rows.and(this.#page.locator('.selected')).locator('.label-name').allInnerTexts();
  }

  /** Selects nothing, also nothing in branches that are collapsed. */
  async deselect(): Promise<void> {
    await this.#list.focus();
    await this.#page.keyboard.press('Escape');
    await this.#rows.and(this.#page.locator('.selected')).first().waitFor({ state: 'detached' });
  }

  /** Waits until a row has the focus. */
  async focused(label: string): Promise<void> {
    await this.row(label).and(this.#page.locator('.focused')).first().waitFor();
  }

  /** Clicks a row. */
  async click(label: string): Promise<void> {
    await (await this.scrollTo(label)).locator('.label-name').click();
  }

  /** The texts of all rows in sight, from the top. */
  async rows(): Promise<RowText[]> {
    return this.#rows.evaluateAll(rows =>
      rows
        .map(row => ({
          top: row.getBoundingClientRect().top,
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
          accessibleLabel: row.getAttribute('aria-label') ?? '',
          level: Number(row.getAttribute('aria-level')),
          expanded: row.hasAttribute('aria-expanded')
            ? row.getAttribute('aria-expanded') === 'true'
            : undefined,
        }))
        .sort((one, other) => one.top - other.top)
        .map(({ label, description, accessibleLabel, level, expanded }) => ({
          label,
          description,
          accessibleLabel,
          level,
          expanded,
        })),
    );
  }

  /** Turns the wheel until a row is in sight, and again from the top while rows may still be on their way. */
  async scrollTo(label: string): Promise<Locator> {
    const row = this.row(label).first();
    const patience = Date.now() + 15_000;
    while (!(await row.isVisible())) {
      if (Date.now() > patience)
        throw new Error(`No row ${label} among ${JSON.stringify(await this.rows())}`);
      if (!(await this.#turnWheel('down'))) while (await this.#turnWheel('up'));
    }
    return row;
  }

  async expand(label: string): Promise<void> {
    await this.#turn(label, true);
  }

  async collapse(label: string): Promise<void> {
    await this.#turn(label, false);
  }

  /** Clicks rows so that all of them are selected. */
  async select(...labels: string[]): Promise<void> {
    for (const [index, label] of labels.entries()) {
      const row = await this.scrollTo(label);
      await row.locator('.label-name').click(index > 0 ? { modifiers: ['ControlOrMeta'] } : {});
    }
  }

  /** Clicks one of a row's inline actions, e.g. "Rotate Value...". */
  async clickInline(label: string, title: string): Promise<void> {
    const row = await this.scrollTo(label);
    await row.hover();
    await row.getByRole('button', { name: action(title) }).click();
  }

  /** Opens a row's context menu. A selection that holds the row stays. */
  async openMenu(label: string): Promise<Menu> {
    return Menu.opened(this.#page, async () => {
      const row = await this.scrollTo(label);
      await row.locator('.label-name').click({ button: 'right' });
    });
  }

  /** Clicks an item of a row's context menu. */
  async clickMenu(label: string, item: string): Promise<void> {
    await (await this.openMenu(label)).click(item);
  }

  /** Clicks an action in the view's title, e.g. "Refresh". */
  async clickTitle(title: string): Promise<void> {
    await this.pane.hover();
    const header = await this.#header();
    await header.getByRole('button', { name: action(title) }).click();
  }

  /** Clicks an item of the "..." menu in the view's title. */
  async clickMore(item: string): Promise<void> {
    await this.pane.hover();
    // "Views and More Actions..." where it is the only view of its container.
    await (await this.#header()).getByRole('button', { name: /More Actions\.\.\./ }).click();
    await (await Menu.shown(this.#page)).click(item);
  }

  /** The texts and buttons that stand in the place of an empty tree. */
  get welcome(): Locator {
    return this.pane.locator('.welcome-view-content');
  }

  /** Clicks a button that stands in the place of an empty tree. */
  async clickWelcome(button: string): Promise<void> {
    await this.welcome.getByRole('button', { name: button, exact: true }).click();
  }

  /** The bar that moves in the view while something is under way. */
  get progress(): Locator {
    // The only view of a container uses the container's.
    const bar = '.monaco-progress-container.active';
    return this.pane.locator(bar).or(this.#page.locator(`.part.sidebar > .content > ${bar}`));
  }

  /** The tooltip of a row. */
  async tooltip(label: string): Promise<Locator> {
    const row = await this.scrollTo(label);
    // A pointer that rests there already would bring up nothing.
    await (await this.#header()).hover();
    await row.locator('.label-name').hover();
    const tooltip = this.#page.locator('.workbench-hover:not(.hidden)');
    await tooltip.waitFor();
    return tooltip;
  }

  /** Where the view's name and actions stand. The only view of a container has no header of its own. */
  async #header(): Promise<Locator> {
    const own = this.pane.locator('.pane-header');
    return (await own.isVisible()) ? own : this.#page.locator('.part.sidebar > .composite.title');
  }

  async #turn(label: string, expanded: boolean): Promise<void> {
    const row = await this.scrollTo(label);
    if ((await row.getAttribute('aria-expanded')) !== String(expanded))
      await row.locator('.monaco-tl-twistie').click();
    await this.row(label)
      .and(this.#page.locator(`[aria-expanded="${expanded}"]`))
      .first()
      .waitFor();
  }

  /** Moves the rows by most of a screen. Returns whether they moved; they do not where there are no more of them. */
  async #turnWheel(direction: 'up' | 'down'): Promise<boolean> {
    const end = direction === 'down' ? '[data-last-element="true"]' : '[data-index="0"]';
    if ((await this.#rows.count()) === 0 || (await this.#rows.and(this.#page.locator(end)).count()) > 0)
      return false;
    const rows = this.#list.locator('.monaco-list-rows');
    const before = await rows.getAttribute('style');
    // Not by hover(): the tooltip of a row under the pointer would stand in its way.
    const { x = 0, y = 0, width = 0, height = 0 } = (await this.#list.boundingBox()) ?? {};
    await this.#page.mouse.move(x + width / 2, y + height / 2);
    // However far the wheel is turned at once, VS Code moves the rows by 50 pixels.
    for (let left = height * 0.8; left > 0; left -= 50)
      await this.#page.mouse.wheel(0, direction === 'down' ? 50 : -50);
    const moved = `.monaco-list-rows:not([style="${before ?? ''}"])`;
    await this.#list.locator(moved).waitFor();
    return true;
  }
}
