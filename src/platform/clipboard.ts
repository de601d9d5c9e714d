import { type Disposable, env, UIKind, window } from 'vscode';

/** How long a value stays on the clipboard, in milliseconds. */
const minute = 60_000;

/** What the status bar says about a value on the clipboard. */
export interface ClipboardMessages {
  /** @param until when the clipboard is cleared */
  readonly copied: (until: Date) => string;
  readonly cleared: () => string;
}

/**
 * Puts values on the clipboard for a minute, then clears it, unless it holds something else. To tell, it keeps a digest
 * of the value, not the value.
 */
export class Clipboard implements Disposable {
  readonly #messages: ClipboardMessages;
  readonly #stay: number;
  #clear: (() => Promise<void>) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(messages: ClipboardMessages, stay = minute) {
    this.#messages = messages;
    this.#stay = stay;
  }

  /** Copies a value, and says when the clipboard is cleared. */
  async lend(value: string): Promise<void> {
    const lent = await digest(value);
    await env.clipboard.writeText(value);
    clearTimeout(this.#timer);
    this.#clear = async () => {
      this.#clear = undefined;
      if ((await digest(await env.clipboard.readText())) !== lent) return;
      await env.clipboard.writeText('');
      window.setStatusBarMessage(this.#messages.cleared(), 5000);
    };
    this.#timer = setTimeout(() => void whenReadable(() => this.#clear?.()), this.#stay);
    const until = new Date(Date.now() + this.#stay);
    window.setStatusBarMessage(this.#messages.copied(until), this.#stay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    void this.#clear?.();
  }
}

/** Browsers let a page read the clipboard only while it has the focus. */
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
