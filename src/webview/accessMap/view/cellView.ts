import { whyCanUse } from '../accessMap';
import { cellLabel } from '../labels';
import { pendingAt } from '../pending';
import type { GridModel } from './gridModel';
import { columnWidth } from './gridSizes';
import type { View } from './recycler';

/** A cell: whether a repository can use a secret and why, or the pending change. */
export class CellView implements View {
  readonly element = Object.assign(document.createElement('div'), { role: 'gridcell', tabIndex: -1 });

  /** The cell's column. A cell that stays in its column need not be moved. */
  #index = -1;

  /** `row` and `index`: the cell's position among the shown rows and columns. */
  fill(model: GridModel, row: number, index: number): void {
    const { map, pending, shown, texts } = model;
    const [mapRow, mapColumn] = [shown.rows[row] ?? -1, shown.columns[index] ?? -1];
    const change = pendingAt(pending, map, mapRow, mapColumn);
    const mark = change ? `to-${change.kind}` : (whyCanUse(map, mapRow, mapColumn) ?? 'none');
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
