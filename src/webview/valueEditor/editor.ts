import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import { element } from '../elements';
import { edited, inserted, type Lines, linesOf, noLines, valueOf } from './lineBreaks';
import type { EditorMessage, HostMessage } from './protocol';
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
  readonly #label = element('label', 'label', { for: 'value' });
  readonly #reveal = element('vscode-button', 'reveal', { secondary: '' });
  readonly #area = element('textarea', 'value masked', {
    id: 'value',
    autocapitalize: 'off',
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    'aria-describedby': 'words problem',
  });
  readonly #words = element('p', 'words', { id: 'words', role: 'status' });
  readonly #problem = element('p', 'problem', { id: 'problem', role: 'status' });
  readonly #lineFeeds = element('vscode-checkbox', 'line-feeds');
  readonly #use = element('vscode-button', 'use');
  readonly #cancel = element('vscode-button', 'cancel', { secondary: '' });
  readonly #hint = element('p', 'hint');
  readonly element = element(
    'main',
    'editor',
    {},
    element('div', 'head', {}, this.#label, this.#reveal),
    this.#area,
    element('div', 'about', {}, this.#words, this.#problem),
    this.#lineFeeds,
    element('div', 'buttons', {}, this.#use, this.#cancel, this.#hint),
  );

  #texts: Texts | undefined;
  #lines: Lines = noLines;
  #paste: Paste | undefined;
  #isMasked = true;

  constructor(host: Host) {
    this.#host = host;
    this.#area.addEventListener('paste', ({ clipboardData }) => {
      const { selectionStart: start, selectionEnd: end } = this.#area;
      this.#paste = { start, end, value: clipboardData?.getData('text/plain') ?? '' };
    });
    this.#area.addEventListener('input', () => this.#read());
    // Like any masked box, it doesn't let anything be copied while it is hidden.
    for (const type of ['copy', 'cut', 'dragstart'])
      this.#area.addEventListener(type, event => {
        if (this.#isMasked) event.preventDefault();
      });
    this.#lineFeeds.addEventListener('change', () => this.#tell());
    this.#reveal.addEventListener('click', () => this.#mask(!this.#isMasked));
    // The extension decides whether the value is usable, because it has seen what was typed last.
    this.#use.addEventListener('click', () => host.postMessage({ type: 'use' }));
    this.#cancel.addEventListener('click', () => host.postMessage({ type: 'cancel' }));
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) host.postMessage({ type: 'use' });
      else if (event.key === 'Escape') host.postMessage({ type: 'cancel' });
    });
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'texts':
        this.#fill(message.texts);
        return;
      case 'draft':
        this.#lines = linesOf(message.draft.value);
        this.#area.value = this.#lines.text;
        this.#lineFeeds.checked = message.draft.hasLineFeeds;
        this.#area.focus();
        return;
      case 'described':
        this.#words.textContent = message.words;
        this.#problem.textContent = message.problem ?? '';
        this.#use.disabled = !message.isUsable;
        return;
    }
  }

  /** Deletes everything about the value. */
  forget(): void {
    this.#lines = noLines;
    this.#paste = undefined;
    this.#area.value = '';
  }

  #fill(texts: Texts): void {
    this.#texts = texts;
    this.#label.textContent = texts.value;
    this.#lineFeeds.label = texts.lineFeeds;
    this.#lineFeeds.title = texts.lineFeedsHint;
    this.#use.textContent = texts.use;
    this.#cancel.textContent = texts.cancel;
    this.#hint.textContent = texts.hint;
    this.#mask(this.#isMasked);
  }

  #mask(isMasked: boolean): void {
    this.#isMasked = isMasked;
    this.#area.classList.toggle('masked', isMasked);
    this.#reveal.textContent = (isMasked ? this.#texts?.reveal : this.#texts?.hide) ?? '';
  }

  #read(): void {
    const text = this.#area.value;
    const paste = this.#paste;
    this.#paste = undefined;
    const pasted = paste && inserted(this.#lines, paste.start, paste.end, paste.value);
    this.#lines = pasted?.text === text ? pasted : edited(this.#lines, text);
    this.#tell();
  }

  #tell(): void {
    const draft = { value: valueOf(this.#lines), hasLineFeeds: this.#lineFeeds.checked };
    this.#host.postMessage({ type: 'changed', draft });
  }
}
