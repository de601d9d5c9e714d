import { secretLabel, tallySigns } from '../labels';
import { element } from '../../elements';
import type { GridModel } from './gridModel';
import { columnWidth } from './gridSizes';
import type { View } from './recycler';

/** A column header: a secret's name, its visibility, and how many repositories can use it. */
export class ColumnView implements View {
  readonly #name = element('span', 'column-name');
  readonly #icon = element('span', 'icon');
  readonly #count = element('span', 'count');
  readonly #tally = element('span', 'tally');
  readonly element = element(
    'div',
    'column-head',
    { role: 'columnheader', tabindex: '-1' },
    this.#name,
    this.#icon,
    this.#count,
    this.#tally,
  );

  fill({ map, shown, tallies, texts }: GridModel, index: number): void {
    const secret = map.secrets[shown.columns[index] ?? -1];
    if (!secret) return;
    const tally = tallies.secrets.get(secret.name);
    this.#name.textContent = secret.name;
    this.#icon.className = `icon icon-${secret.visibility}`;
    this.#count.textContent = String(secret.count);
    this.#tally.textContent = tally ? tallySigns(tally) : '';
    this.element.style.left = `${index * columnWidth}px`;
    this.element.setAttribute('aria-colindex', String(index + 2));
    this.element.setAttribute('aria-label', secretLabel(texts, secret, tally));
    this.element.title = secretLabel(texts, secret, tally);
  }
}
