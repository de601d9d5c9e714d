import { type Disposable, env, l10n, UIKind, window } from 'vscode';

/** How long a value stays on the clipboard, in milliseconds. */
const minute = 60_000;

/**
 * Puts values on the clipboard for a minute. Afterwards it is cleared, unless it holds something else by then; to know
 * that, a digest of the value is kept, not the value.
 */
export class Clipboard implements Disposable {
  readonly #stay: number;
  #clear: (() => Promise<void>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(stay = minute) {
    this.#stay = stay;
  }

  /** Copies a value, and says until when it stays. */
  async lend(value: string): Promise<void> {
    const lent = await digest(value);
    await env.clipboard.writeText(value);
    clearTimeout(this.#timer);
    this.#clear = async () => {
      this.#clear = undefined;
      if ((await digest(await env.clipboard.readText())) !== lent) return;
      await env.clipboard.writeText('');
      window.setStatusBarMessage(l10n.t('The clipboard was cleared.'), 5000);
    };
    this.#timer = setTimeout(() => void whenReadable(() => this.#clear?.()), this.#stay);
    const end = new Date(Date.now() + this.#stay).toLocaleTimeString();
    window.setStatusBarMessage(
      l10n.t('The value is on the clipboard; it is cleared at {0}.', end),
      this.#stay,
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    void this.#clear?.();
  }
}

/** A browser lets a page read the clipboard only while it has the focus. */
async function whenReadable(work: () => Promise<void> | undefined): Promise<void> {
  if (env.uiKind === UIKind.Web && !window.state.focused)
    await new Promise<void>(resolve => {
      const listener = window.onDidChangeWindowState(({ focused }) => {
        if (!focused) return;
        listener.dispose();
        resolve();
      });
    });
  await work();
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return bytes.join();
}
