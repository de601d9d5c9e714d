import { type Theme, themes } from '../vscode/webPage';
import { webviewIn } from './webview';
import type { Window } from './window';

/** The classes by which VS Code tells the kind of its theme: to its own styles, and to the styles of a webview. */
const kinds: Record<Theme, { workbench: string; webview: string }> = {
  light: { workbench: 'vs', webview: 'vscode-light' },
  highContrast: { workbench: 'hc-black', webview: 'vscode-high-contrast' },
  highContrastLight: { workbench: 'hc-light', webview: 'vscode-high-contrast-light' },
  dark: { workbench: 'vs-dark', webview: 'vscode-dark' },
};

/** One theme of each kind. The last one is the theme that a window opens in, so that the next test finds that. */
const oneOfEachKind = Object.keys(kinds) as Theme[];

/** Checks what is on the screen in a theme of each kind. Everything stays open, and keeps the focus. */
export async function inEachTheme(window: Window, check: (theme: Theme) => Promise<void>): Promise<void> {
  for (const theme of oneOfEachKind) {
    await switchTheme(window, theme);
    await check(theme);
  }
}

/**
 * Switches the theme by the command that also previews a theme of the Marketplace. The settings or the palette would
 * close a pick that is open.
 */
async function switchTheme({ page }: Window, theme: Theme): Promise<void> {
  await page.evaluate(async id => {
    const address = '/out/vs/workbench/workbench.web.main.internal.js';
    const { commands } = (await import(address)) as {
      commands: { executeCommand(command: string, ...values: unknown[]): Promise<unknown> };
    };
    const builtIn = { publisher: 'vscode', name: 'theme-defaults' };
    await commands.executeCommand('workbench.action.previewColorTheme', builtIn, id);
  }, themes[theme]);
  await page.locator(`.monaco-workbench.${kinds[theme].workbench}`).waitFor();
  await page.evaluate(transitionsEnded);
  if ((await page.locator('iframe.webview.ready').count()) === 0) return;
  const body = webviewIn(page).locator(`body[data-vscode-theme-kind="${kinds[theme].webview}"]`);
  // The walkthrough's has no height.
  await body.waitFor({ state: 'attached' });
  await body.evaluate(transitionsEnded).catch(unlessReplaced);
}

/** The walkthrough draws its picture anew in each theme, in a frame in place of the one before, where nothing moves. */
function unlessReplaced(error: Error): void {
  if (!/detached|destroyed/.test(error.message)) throw error;
}

/** Waits until nothing has a colour between those of two themes. */
async function transitionsEnded(): Promise<void> {
  const transitions = document.getAnimations().filter(animation => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}
