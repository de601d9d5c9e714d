import '@vscode-elements/elements/dist/vscode-button/index.js';
import { changesText } from '../labels';
import type { Tally } from '../pending';
import type { Texts } from '../texts';
import { element } from '../../elements';

/** The bar at the bottom: what is pending, and what to do with it. A screen reader hears it change. */
export class PlanBar {
  readonly #status = element('div', 'status', { role: 'status', 'aria-live': 'polite' });
  readonly #discard = element('vscode-button', 'discard', { secondary: '' });
  readonly #apply = element('vscode-button', 'apply');
  readonly #buttons = element('div', 'plan-buttons', {}, this.#apply, this.#discard);
  readonly element = element('div', 'plan', {}, this.#status, this.#buttons);

  constructor(onApply: () => void, onDiscard: () => void) {
    this.#apply.addEventListener('click', () => {
      if (!this.#apply.disabled) onApply();
    });
    this.#discard.addEventListener('click', () => {
      if (!this.#discard.disabled) onDiscard();
    });
  }

  /** @param remark what to say instead of that nothing is pending */
  fill(texts: Texts, tally: Tally, isApplying: boolean, remark: string | undefined): void {
    const isEmpty = tally.grants + tally.removals === 0;
    const text = isEmpty
      ? (remark ?? texts.noChanges)
      : [changesText(texts, tally), remark].filter(Boolean).join('. ');
    const shown = isApplying ? texts.applying : text;
    if (this.#status.textContent !== shown) this.#status.textContent = shown;
    this.element.classList.toggle('is-empty', isEmpty);
    this.#buttons.hidden = isEmpty;
    this.#apply.textContent = texts.apply;
    this.#discard.textContent = texts.discard;
    this.#apply.disabled = isApplying;
    this.#discard.disabled = isApplying;
  }
}
