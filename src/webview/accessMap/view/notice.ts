import type { Texts } from '../texts';
import { element, icon } from '../../elements';

/** A message above the map. It stays until it is dismissed or no longer true. */
export class Notice {
  readonly #icon = element('span', 'notice-icon');
  readonly #text = element('span', 'notice-text', { role: 'status' });
  readonly #dismiss = element('button', 'icon-button', { type: 'button' }, icon('close'));
  readonly element = element('div', 'notice', { hidden: '' }, this.#icon, this.#text, this.#dismiss);

  constructor() {
    this.#dismiss.addEventListener('click', () => this.hide());
  }

  show(texts: Texts, kind: 'info' | 'warning', text: string): void {
    this.#dismiss.title = texts.dismiss;
    this.#dismiss.setAttribute('aria-label', texts.dismiss);
    this.#icon.replaceChildren(icon(kind));
    this.element.dataset['kind'] = kind;
    this.element.hidden = false;
    this.#text.textContent = text;
  }

  /** @param kind hides only this kind; any kind if not given */
  hide(kind = this.element.dataset['kind']): void {
    if (kind === this.element.dataset['kind']) this.element.hidden = true;
  }
}
