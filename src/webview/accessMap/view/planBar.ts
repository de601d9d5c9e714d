import '@vscode-elements/elements/dist/vscode-button/index.js';
import { changesText } from '../labels';
import type { Tally } from '../pending';
import type { Texts } from '../texts';
import { element } from '../../elements';

/** The bar at the bottom: the pending changes and their buttons. Screen readers announce its changes. */
export class PlanBar {
  readonly #status = element('div', 'status', { role: 'status', 'aria-live': 'polite' });
  readonly #discard = element('vscode-button', 'discard', { secondary: '' });
  readonly #review = element('vscode-button', 'apply');
  readonly #buttons = element('div', 'plan-buttons', {}, this.#review, this.#discard);
  readonly element = element('div', 'plan', {}, this.#status, this.#buttons);

  constructor(onReview: () => void, onDiscard: () => void) {
    this.#review.addEventListener('click', () => {
      if (!this.#review.disabled) onReview();
    });
    this.#discard.addEventListener('click', () => {
      if (!this.#discard.disabled) onDiscard();
    });
  }

  /** @param remark shown after the pending changes, or in place of "No changes" */
  fill(texts: Texts, tally: Tally, isApplying: boolean, remark: string | undefined): void {
    const isEmpty = tally.grants + tally.removals === 0;
    const shown = isApplying
      ? [texts.applying, remark].filter(Boolean).join(' ')
      : isEmpty
        ? (remark ?? texts.noChanges)
        : [changesText(texts, tally), remark].filter(Boolean).join('. ');
    if (this.#status.textContent !== shown) this.#status.textContent = shown;
    this.element.classList.toggle('is-empty', isEmpty && !isApplying);
    this.#buttons.hidden = isEmpty;
    this.#review.textContent = texts.review;
    this.#discard.textContent = texts.discard;
    for (const button of [this.#review, this.#discard]) {
      button.disabled = isApplying;
      button.ariaDisabled = String(isApplying);
    }
  }

  focusReview(): void {
    this.#review.focus();
  }
}
