import type { Locator, Page } from 'playwright-core';
import { openWindow, type Window } from './window';
import type { WindowOptions } from './windowOptions';

/** What is open, and what else of `WindowOptions`. */
export interface DevcontainerOptions extends Omit<WindowOptions, 'folder' | 'files'> {
  /** The folder, a clone of one of acme's repositories unless it has the address of another's. */
  folder?: string;
  /** Where the file is in it. Default: `.devcontainer/devcontainer.json`. */
  file?: string;
  /** The names that the file declares, each with an empty entry; or its text. */
  declares: readonly string[] | string;
  /** The addresses of the folder's remotes by their names. */
  remotes?: Record<string, string>;
}

/** The text of a file that declares some names. */
export function declaring(names: readonly string[]): string {
  return `{\n\t// What it needs.\n\t"secrets": {\n${names.map(name => `\t\t"${name}": {}`).join(',\n')}\n\t}\n}\n`;
}

/** Opens a window whose only editor shows the devcontainer.json of a folder. */
export async function openDevcontainer(options: DevcontainerOptions): Promise<DevcontainerEditor> {
  const { folder = 'folder:/billing', declares, remotes, settings, ...others } = options;
  const { file = '.devcontainer/devcontainer.json' } = options;
  const text = typeof declares === 'string' ? declares : declaring(declares);
  const window = await openWindow({
    ...others,
    folder,
    files: [`${folder}/${file}`],
    settings: {
      'openFolder.files': { [file]: text },
      // VS Code's own checks complain that the schema can't be downloaded.
      'json.validate.enable': false,
      // As on the desktop.
      'files.autoSave': 'off',
      ...(remotes && { 'openFolder.remotes': remotes }),
      ...settings,
    },
  });
  const editor = new DevcontainerEditor(window);
  await editor.lines.first().waitFor();
  return editor;
}

/** An editor of a devcontainer.json, with what the extension says of it. */
export class DevcontainerEditor {
  readonly window: Window;
  readonly lines: Locator;
  readonly #page: Page;
  readonly #editor: Locator;

  constructor(window: Window) {
    this.window = window;
    this.#page = window.page;
    this.#editor = this.#page.locator('.editor-instance .monaco-editor[role="code"]');
    this.lines = this.#editor.locator('.view-line');
  }

  /** What is underlined, from the top: by the first name or text of its line: `warning NPM_TOKEN`. */
  async problems(): Promise<string[]> {
    return this.#editor.evaluate(editor => {
      const lines = [...editor.querySelectorAll('.view-line')].map(line => ({
        top: line.getBoundingClientRect().top,
        text: line.textContent.replaceAll('\u00A0', ' ').trim(),
      }));
      const squiggles = [...editor.querySelectorAll('[class*="squiggly-"]')].map(squiggle => {
        const { top, height } = squiggle.getBoundingClientRect();
        const kind = squiggle.className.replace(/.*squiggly-(\w+).*/, '$1');
        const line = lines.find(it => Math.abs(it.top - (top + height / 2)) < height || it.top === top);
        return { top, text: `${kind} ${/"(.*?)"/.exec(line?.text ?? '')?.[1] ?? ''}` };
      });
      return squiggles.sort((a, b) => a.top - b.top).map(({ text }) => text);
    });
  }

  /** Waits until exactly this is underlined. */
  async shows(...expected: string[]): Promise<void> {
    const patience = Date.now() + 20_000;
    for (;;) {
      const found = await this.problems();
      if (JSON.stringify(found) === JSON.stringify(expected)) return;
      if (Date.now() > patience)
        throw new Error(`Expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
      await this.#page.waitForTimeout(100);
    }
  }

  /** A name as it stands in the text, without its quotation marks. */
  name(name: string): Locator {
    return this.lines.getByText(`"${name}"`, { exact: true }).first();
  }

  /** Puts the cursor into a name. */
  async goTo(name: string): Promise<void> {
    await this.#page.mouse.move(0, 0);
    await this.#page.locator('.monaco-hover:not(.hidden)').first().waitFor({ state: 'hidden' });
    // Not by click(): the cursor or a line that sticks to the top can lie above the name.
    const { x, y, height } = (await this.name(name).boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await this.#page.mouse.click(x + 12, y + height / 2);
  }

  /** Opens the quick fixes of a name; again where it opened none: the focus can move when a dialog has just closed. */
  async openFixes(name: string): Promise<Locator> {
    const menu = this.#page.locator('.action-widget:not(.action-list-submenu-panel)');
    const first = menu.locator('.monaco-list-row.action').first();
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.goTo(name);
        await this.#page.keyboard.press('ControlOrMeta+.');
        await first.waitFor({ timeout: 5000 });
        return menu;
      } catch (error) {
        if (attempt === 3) throw error;
      }
  }

  /** The titles of the quick fixes of a name, from the top. */
  async fixes(name: string): Promise<string[]> {
    const titles = await (
      await this.openFixes(name)
    )
      .locator('.monaco-list-row.action .title')
      .allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return titles;
  }

  /** Clicks a quick fix of a name. */
  async fix(name: string, title: string): Promise<void> {
    const menu = await this.openFixes(name);
    // By keys: VS Code keeps the pointer away from a menu that has just opened.
    const chosen = menu.locator('.monaco-list-row.action', { hasText: title });
    await chosen.waitFor();
    while (!(await chosen.and(menu.locator('.focused')).isVisible()))
      await this.#page.keyboard.press('ArrowDown');
    await this.#page.keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
  }

  /** What the pointer brings up on a name; again where it brings up nothing: the checks can still be loading. */
  async hover(name: string): Promise<string> {
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .hover-row', { hasText: name });
    for (let attempt = 1; ; attempt += 1)
      try {
        await this.#page.mouse.move(0, 0);
        await this.name(name).hover();
        await hover.first().waitFor({ timeout: 5000 });
        break;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    const text = (await this.#page.locator('.monaco-hover:not(.hidden)').allInnerTexts()).join('\n');
    return text.replaceAll('\u00A0', ' ');
  }

  /** The text of the language status. */
  async status(text: string): Promise<void> {
    const patience = Date.now() + 20_000;
    const details = this.#page.locator('.hover-language-status');
    while (!(await details.filter({ hasText: text }).first().isVisible())) {
      if (Date.now() > patience)
        throw new Error(`No status ${text} but ${(await details.allInnerTexts()).join()}`);
      await this.#page.mouse.move(0, 0);
      await this.#page.locator('[id="status.languageStatus"]').hover();
      await this.#page.waitForTimeout(600);
    }
  }

  /** The whole text. */
  async text(): Promise<string> {
    await this.lines.first().click();
    await this.#page.keyboard.press('ControlOrMeta+A');
    await this.window.copy('');
    await this.#page.keyboard.press('ControlOrMeta+C');
    return this.window.clipboardWith('{');
  }

  /** Whether the file has changes that are not saved. */
  get unsaved(): Locator {
    return this.#page.locator('.part.editor .tab.dirty');
  }
}
