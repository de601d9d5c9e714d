import type { Texts } from '../texts';
import { element, icon } from '../../elements';

/** A message above the map that stays until it is dismissed. */
export class Notice {
  readonly #text = element('span', 'notice-text', { role: 'status' });
  readonly #dismiss = element('button', 'icon-button', { type: 'button' }, icon('close'));
  readonly element = element('div', 'notice', { hidden: '' }, icon('warning'), this.#text, this.#dismiss);

  constructor() {
    this.#dismiss.addEventListener('click', () => {
      this.element.hidden = true;
    });
  }

  show(texts: Texts, text: string): void {
    this.#dismiss.title = texts.dismiss;
    this.#dismiss.setAttribute('aria-label', texts.dismiss);
    this.element.hidden = false;
    this.#text.textContent = text;
  }
}
