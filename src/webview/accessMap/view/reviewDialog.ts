import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { changesText } from '../labels';
import type { Tally } from '../pending';
import { pairText, type ReviewLine, signOf } from '../review';
import { counted, type Texts } from '../texts';

/** A modal dialog that lists every pending change by name before any is applied. */
export class ReviewDialog {
  readonly element = Object.assign(document.createElement('dialog'), { className: 'review' });
  readonly #onApply: () => void;
  readonly #onBack: () => void;

  /**
   * @param onApply called after the first button closed the dialog
   * @param onBack called after the user closed it in any other way
   */
  constructor(onApply: () => void, onBack: () => void) {
    this.#onApply = onApply;
    this.#onBack = onBack;
    this.element.setAttribute('aria-labelledby', 'review-title');
    this.element.setAttribute('aria-describedby', 'review-tally');
    this.element.addEventListener('cancel', event => {
      event.preventDefault();
      this.#close(onBack);
    });
    // VS Code also handles keys pressed in a page: Escape would close something else.
    this.element.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      this.#close(onBack);
    });
  }

  get isOpen(): boolean {
    return this.element.open;
  }

  open(texts: Texts, lines: readonly ReviewLine[], tally: Tally): void {
    this.fill(texts, lines, tally);
    this.element.showModal();
    const list = this.element.querySelector('ul');
    list?.scrollTo(0, 0);
    list?.focus();
  }

  close(): void {
    this.element.close();
  }

  fill(texts: Texts, lines: readonly ReviewLine[], tally: Tally): void {
    const content = html`
      <h2 class="review-title" id="review-title">${texts.reviewTitle}</h2>
      <p class="review-tally" id="review-tally">${changesText(texts, tally)}</p>
      <ul class="review-list" tabindex="0" role="list" aria-label=${texts.reviewList}>
        ${lines.map(line => item(texts, line))}
      </ul>
      <div class="review-buttons">
        <vscode-button class="review-apply" @click=${() => this.#close(this.#onApply)}
          >${counted(lines.length, texts.applyOne, texts.applyMany)}</vscode-button
        >
        <vscode-button class="review-back" secondary @click=${() => this.#close(this.#onBack)}
          >${texts.back}</vscode-button
        >
      </div>
    `;
    render(content, this.element);
  }

  #close(then: () => void): void {
    this.close();
    then();
  }
}

function item(texts: Texts, line: ReviewLine): TemplateResult {
  const label = line.kind === 'add' ? texts.grantSign : texts.revokeSign;
  const isMarked = line.isPublic && line.kind === 'add';
  return html`
    <li class="review-line review-${line.kind}">
      <span class="review-sign" role="img" aria-label=${label}>${signOf(line)}</span>
      <span class="review-pair">${pairText(line)}</span>
      ${isMarked ? html`<span class="review-public">${texts.public}</span>` : nothing}
    </li>
  `;
}
