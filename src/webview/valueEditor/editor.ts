import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { html, render } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EventOf } from '../eventOf';
import { edited, inserted, type Lines, linesOf, noLines, valueOf } from './lineBreaks';
import type { Description, EditorMessage, HostMessage } from './protocol';
import type { Texts } from './texts';

/** How a webview talks to its extension. */
export interface Host {
  postMessage(message: EditorMessage): void;
}

/** A paste that is about to happen: where and what. */
interface Paste {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/**
 * A text area for a value of several lines. It is masked until the user reveals it, and remembers the kinds of line
 * breaks that a text area forgets. Every change goes to the extension, because VS Code discards the page while hidden.
 */
export class Editor {
  readonly #host: Host;
  readonly element = Object.assign(document.createElement('main'), { className: 'editor' });
  #texts: Partial<Texts> = {};
  #description: Description = { words: '', problem: undefined, isUsable: false };
  #lines: Lines = noLines;
  #hasLineFeeds = false;
  #paste: Paste | undefined;
  #isMasked = true;

  constructor(host: Host) {
    this.#host = host;
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) host.postMessage({ type: 'use' });
      else if (event.key === 'Escape') host.postMessage({ type: 'cancel' });
    });
    this.#render();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'texts':
        this.#texts = message.texts;
        break;
      case 'draft':
        this.#lines = linesOf(message.draft.value);
        this.#hasLineFeeds = message.draft.hasLineFeeds;
        this.#write(this.#lines.text);
        this.#area?.focus();
        break;
      case 'described':
        this.#description = message;
        break;
    }
    this.#render();
  }

  /** Deletes everything about the value. */
  forget(): void {
    this.#lines = noLines;
    this.#paste = undefined;
    this.#write('');
  }

  #render(): void {
    const { words, problem, isUsable } = this.#description;
    const texts = this.#texts;
    const post = (type: 'use' | 'cancel') => () => this.#host.postMessage({ type });
    // The text is not part of the template: Lit would keep it after it is deleted.
    // The extension decides whether the value is usable, because it has seen what was typed last.
    const page = html`
      <div class="head">
        <label class="label" for="value">${texts.value}</label>
        <vscode-button class="reveal" secondary @click=${() => this.#toggleMask()}
          >${this.#isMasked ? texts.reveal : texts.hide}</vscode-button
        >
      </div>
      <textarea
        class="value ${this.#isMasked ? 'masked' : ''}"
        id="value"
        autocapitalize="off"
        autocomplete="off"
        autocorrect="off"
        spellcheck="false"
        aria-describedby="words problem"
        @paste=${(event: ClipboardEvent) => this.#onPaste(event)}
        @input=${({ currentTarget: { value } }: EventOf<'textarea'>) => this.#onInput(value)}
        @copy=${(event: Event) => this.#onTake(event)}
        @cut=${(event: Event) => this.#onTake(event)}
        @dragstart=${(event: Event) => this.#onTake(event)}
      ></textarea>
      <div class="about">
        <p class="words" id="words" role="status">${words}</p>
        <p class="problem" id="problem" role="status">${problem}</p>
      </div>
      <vscode-checkbox
        class="line-feeds"
        title=${texts.lineFeedsHint ?? ''}
        .label=${texts.lineFeeds ?? ''}
        .checked=${live(this.#hasLineFeeds)}
        @change=${({ currentTarget: { checked } }: EventOf<'vscode-checkbox'>) => this.#setLineFeeds(checked)}
      ></vscode-checkbox>
      <div class="buttons">
        <vscode-button class="use" .disabled=${!isUsable} @click=${post('use')}>${texts.use}</vscode-button>
        <vscode-button class="cancel" secondary @click=${post('cancel')}>${texts.cancel}</vscode-button>
        <p class="hint">${texts.hint}</p>
      </div>
    `;
    render(page, this.element);
  }

  get #area(): HTMLTextAreaElement | null {
    return this.element.querySelector('textarea');
  }

  #write(text: string): void {
    const area = this.#area;
    if (area) area.value = text;
  }

  #onPaste({ clipboardData }: ClipboardEvent): void {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = this.#area ?? {};
    this.#paste = { start, end, value: clipboardData?.getData('text/plain') ?? '' };
  }

  #onInput(text: string): void {
    const paste = this.#paste;
    this.#paste = undefined;
    const pasted = paste && inserted(this.#lines, paste.start, paste.end, paste.value);
    this.#lines = pasted?.text === text ? pasted : edited(this.#lines, text);
    this.#tell();
  }

  /** Like any masked box, it doesn't let anything be copied while it is hidden. */
  #onTake(event: Event): void {
    if (this.#isMasked) event.preventDefault();
  }

  #toggleMask(): void {
    this.#isMasked = !this.#isMasked;
    this.#render();
  }

  #setLineFeeds(hasLineFeeds: boolean): void {
    this.#hasLineFeeds = hasLineFeeds;
    this.#tell();
  }

  #tell(): void {
    const draft = { value: valueOf(this.#lines), hasLineFeeds: this.#hasLineFeeds };
    this.#host.postMessage({ type: 'changed', draft });
  }
}
