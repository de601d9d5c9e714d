import { whyReaches } from '../accessMap';
import { cellLabel } from '../labels';
import { pendingAt } from '../pending';
import { element } from '../../elements';
import type { GridModel } from './gridModel';
import { columnWidth } from './gridSizes';
import type { View } from './recycler';

/** A cell: whether and why a secret reaches a repository, or what is to become of that. */
export class CellView implements View {
  readonly element = element('div', 'cell', { role: 'gridcell', tabindex: '-1' });

  /** The column it stands in: a cell that moves within its column needs no other place. */
  #index = -1;

  /** `row` and `index`: where the cell stands among those that are shown. */
  fill(model: GridModel, row: number, index: number): void {
    const { map, pending, shown, texts } = model;
    const [mapRow, mapColumn] = [shown.rows[row] ?? -1, shown.columns[index] ?? -1];
    const change = pendingAt(pending, map, mapRow, mapColumn);
    const mark = change ? `to-${change.kind}` : (whyReaches(map, mapRow, mapColumn) ?? 'none');
    const isFixed = map.secrets[mapColumn]?.visibility !== 'selected';
    const isTitled = this.element.hasAttribute('title');
    this.element.className = `cell mark-${mark}${isFixed ? ' fixed' : ''}`;
    this.element.ariaLabel = cellLabel(texts, map, pending, mapRow, mapColumn);
    this.element.ariaReadOnly = isFixed ? 'true' : null;
    if (isTitled) this.element.removeAttribute('title');
    if (index === this.#index) return;
    this.#index = index;
    this.element.style.left = `${index * columnWidth}px`;
    this.element.ariaColIndex = String(index + 2);
  }
}
