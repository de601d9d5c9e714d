import '@vscode-elements/elements/dist/vscode-button/index.js';
import { element } from '../../elements';
import { changesText } from '../labels';
import type { Tally } from '../pending';
import { pairText, type ReviewLine, signOf } from '../review';
import { counted, type Texts } from '../texts';

/** A modal dialog that lists every pending change by name before any is applied. */
export class ReviewDialog {
  readonly #title = element('h2', 'review-title', { id: 'review-title' });
  readonly #tally = element('p', 'review-tally', { id: 'review-tally' });
  readonly #list = element('ul', 'review-list', { tabindex: '0', role: 'list' });
  readonly #apply = element('vscode-button', 'review-apply');
  readonly #back = element('vscode-button', 'review-back', { secondary: '' });
  readonly element = element(
    'dialog',
    'review',
    { 'aria-labelledby': 'review-title', 'aria-describedby': 'review-tally' },
    this.#title,
    this.#tally,
    this.#list,
    element('div', 'review-buttons', {}, this.#apply, this.#back),
  );

  /**
   * @param onApply called after the first button closed the dialog
   * @param onBack called after the user closed it in any other way
   */
  constructor(onApply: () => void, onBack: () => void) {
    this.#apply.addEventListener('click', () => {
      this.close();
      onApply();
    });
    const back = (): void => {
      this.close();
      onBack();
    };
    this.#back.addEventListener('click', back);
    this.element.addEventListener('cancel', event => {
      event.preventDefault();
      back();
    });
    // VS Code also handles keys pressed in a page: Escape would close something else.
    this.element.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      back();
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(): void {
    this.element.showModal();
    this.#list.scrollTop = 0;
    this.#list.focus();
  }

  close(): void {
    this.element.close();
  }

  fill(texts: Texts, lines: readonly ReviewLine[], tally: Tally): void {
    this.#title.textContent = texts.reviewTitle;
    this.#tally.textContent = changesText(texts, tally);
    this.#list.setAttribute('aria-label', texts.reviewList);
    this.#list.replaceChildren(...lines.map(line => item(texts, line)));
    this.#apply.textContent = counted(lines.length, texts.applyOne, texts.applyMany);
    this.#back.textContent = texts.back;
  }
}

function item(texts: Texts, line: ReviewLine): HTMLElement {
  const label = line.kind === 'add' ? texts.grantSign : texts.revokeSign;
  const sign = element('span', 'review-sign', { role: 'img', 'aria-label': label }, signOf(line));
  const pair = element('span', 'review-pair', {}, pairText(line));
  const badge =
    line.isPublic && line.kind === 'add' ? [element('span', 'review-public', {}, texts.public)] : [];
  return element('li', `review-line review-${line.kind}`, {}, sign, pair, ...badge);
}
