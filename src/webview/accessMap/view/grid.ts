import { html, render } from 'lit';
import { cellLabel } from '../labels';
import { type Place, placeAfter, within } from '../navigation';
import { ColumnView } from './columnView';
import { Corner } from './corner';
import type { GridModel } from './gridModel';
import { columnWidth, headSizes, rowHeight } from './gridSizes';
import { GridWindow } from './gridWindow';
import { Recycler } from './recycler';
import { RowView } from './rowView';

/** The grid: draws the visible part of the map, and moves the focus by mouse and keyboard. */
export class Grid {
  readonly #corner = new Corner();
  readonly #heads = block('column-heads');
  readonly #rowsElement = block('rows');
  readonly #band = Object.assign(document.createElement('div'), { className: 'band', ariaHidden: 'true' });
  readonly #canvas = block('canvas');
  readonly element = Object.assign(document.createElement('div'), { className: 'grid', role: 'grid' });

  readonly #columnViews = new Recycler(this.#heads, () => new ColumnView());
  readonly #rowViews = new Recycler(this.#rowsElement, () => new RowView());
  readonly #window: GridWindow;
  readonly #toggle: (row: number, column: number) => void;
  #model: GridModel | undefined;
  #active: Place = { row: 1, column: 1 };
  #tabStop: HTMLElement | undefined;
  #frame = 0;
  /** Whether the active cell should get the focus, but is not drawn yet. */
  #isFocusDue = false;

  /** @param toggle toggles a cell of the map */
  constructor(toggle: (row: number, column: number) => void) {
    this.#toggle = toggle;
    const content = html`
      <div class="head-row" role="row" aria-rowindex="1">${this.#corner.element}${this.#heads}</div>
      ${this.#band}${this.#rowsElement}
    `;
    render(content, this.#canvas);
    this.element.append(this.#canvas);
    this.#window = new GridWindow(
      this.element,
      () => this.#active,
      () => this.#drawSoon(),
    );
    new ResizeObserver(() => this.#layOut()).observe(this.element);
    this.element.addEventListener('keydown', event => this.#onKey(event));
    this.element.addEventListener('click', event => this.#onClick(event));
    this.element.addEventListener('focusin', event => this.#onFocus(event));
    this.element.addEventListener('pointerover', event => this.#onPointer(event));
    this.element.addEventListener('pointerleave', () => this.#showBand(undefined));
  }

  show(model: GridModel): void {
    const before = this.#model;
    const { rows, columns } = model.shown;
    this.#model = model;
    if (before && before.shown !== model.shown) this.#followActive(before, model);
    this.#active = within(this.#active, { rows: rows.length + 1, columns: columns.length + 1 });
    this.element.ariaLabel = model.texts.grid;
    this.element.ariaRowCount = String(rows.length + 1);
    this.element.ariaColCount = String(columns.length + 1);
    this.#corner.fill(model);
    this.#layOut();
    const hadFocus = this.element.contains(document.activeElement);
    this.#draw(true);
    if (hadFocus) this.#elementAt(this.#active)?.focus({ preventScroll: true });
  }

  /** Focuses the cell that last had the focus, as soon as it is drawn. */
  focus(): void {
    const element = this.#elementAt(this.#active);
    this.#isFocusDue = !element;
    element?.focus({ preventScroll: true });
  }

  /** Sets all sizes. Row headers depend on the grid's width, column headers on the longest name. */
  #layOut(): void {
    if (!this.#model) return;
    const { map, shown } = this.#model;
    const names = shown.columns.map(column => map.secrets[column]?.name ?? '');
    const { headHeight, nameWidth, isCompact } = headSizes(this.element, names);
    const [rows, columns] = [shown.rows.length, shown.columns.length];
    this.element.classList.toggle('is-compact', isCompact);
    this.element.style.setProperty('--head-height', `${headHeight}px`);
    this.element.style.setProperty('--name-width', `${nameWidth}px`);
    this.#canvas.style.width = `${nameWidth + columns * columnWidth}px`;
    this.#canvas.style.height = `${headHeight + rows * rowHeight}px`;
    this.#window.resize({ rows, columns, headHeight, nameWidth });
  }

  /** Draws once before the next frame, however often it is called. */
  #drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => this.#draw(false));
  }

  #draw(refill: boolean): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const model = this.#model;
    if (!model) return;
    const { rows, columns } = this.#window;
    this.#columnViews.show(columns, refill, (view, index) => view.fill(model, index));
    const entered = new Set<RowView>();
    this.#rowViews.show(rows, refill, (view, row) => {
      view.fill(model, row);
      entered.add(view);
    });
    for (const row of rows) {
      const view = this.#rowViews.at(row);
      view?.showCells(model, columns, entered.has(view));
    }
    this.#placeTabStop();
    if (this.#isFocusDue && document.activeElement === document.body) this.focus();
  }

  /** Makes the grid a single tab stop: the cell that last had the focus. */
  #placeTabStop(): void {
    const stop = this.#elementAt(this.#active);
    if (stop === this.#tabStop) return;
    if (this.#tabStop) this.#tabStop.tabIndex = -1;
    if (stop) stop.tabIndex = 0;
    this.#tabStop = stop;
  }

  #elementAt({ row, column }: Place): HTMLElement | undefined {
    if (row === 0) return column === 0 ? this.#corner.element : this.#columnViews.at(column - 1)?.element;
    const view = this.#rowViews.at(row - 1);
    return column === 0 ? view?.head : view?.cell(column - 1);
  }

  /** The place of an event's cell. */
  #placeOf(target: EventTarget | null): Place | undefined {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
    const rowIndex = cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
    if (!cell || rowIndex === null || rowIndex === undefined) return undefined;
    return { row: Number(rowIndex) - 1, column: Number(cell.getAttribute('aria-colindex')) - 1 };
  }

  /** Keeps the focus on the same repository and secret, if they are still shown. */
  #followActive(before: GridModel, after: GridModel): void {
    const repository = before.map.repositories[before.shown.rows[this.#active.row - 1] ?? -1];
    const secret = before.map.secrets[before.shown.columns[this.#active.column - 1] ?? -1];
    const row = after.shown.rows.indexOf(after.map.rows.get(repository?.id ?? -1) ?? -1);
    const column = after.shown.columns.indexOf(after.map.columns.get(secret?.key ?? '') ?? -1);
    this.#active = {
      row: row >= 0 ? row + 1 : this.#active.row,
      column: column >= 0 ? column + 1 : this.#active.column,
    };
  }

  #onKey(event: KeyboardEvent): void {
    const model = this.#model;
    if (!model || event.altKey) return;
    if (event.key === ' ' || event.key === 'Enter') this.#actAt(this.#active);
    else {
      const { rows, columns } = model.shown;
      const extent = { rows: rows.length + 1, columns: columns.length + 1, page: this.#window.page };
      const place = placeAfter(event, this.#active, extent);
      if (!place) return;
      this.#moveTo(place);
    }
    event.preventDefault();
  }

  #onClick({ target }: Event): void {
    const place = this.#placeOf(target);
    if (place) this.#actAt(place);
  }

  /** Toggles a cell, or opens the menu of a column. */
  #actAt({ row, column }: Place): void {
    if (row === 0) {
      this.#columnViews.at(column - 1)?.openMenu();
      return;
    }
    const { rows = [], columns = [] } = this.#model?.shown ?? {};
    const [mapRow, mapColumn] = [rows[row - 1], columns[column - 1]];
    if (mapRow !== undefined && mapColumn !== undefined) this.#toggle(mapRow, mapColumn);
  }

  #moveTo(place: Place): void {
    this.#active = place;
    this.#window.reveal(place);
    this.#draw(false);
    this.#elementAt(place)?.focus({ preventScroll: true });
  }

  #onFocus({ target }: Event): void {
    const place = this.#placeOf(target);
    if (!place) return;
    this.#active = place;
    this.#placeTabStop();
    this.#showBand(place.column);
  }

  #onPointer({ target }: Event): void {
    const place = this.#placeOf(target);
    this.#showBand(place?.column);
    const model = this.#model;
    const [row, column] = [
      model?.shown.rows[(place?.row ?? 0) - 1],
      model?.shown.columns[(place?.column ?? 0) - 1],
    ];
    const cell = place && this.#elementAt(place);
    if (model && cell && row !== undefined && column !== undefined)
      cell.title = cellLabel(model.texts, model.map, model.pending, row, column);
  }

  /** Highlights a whole column, so that the eye finds its header. */
  #showBand(column: number | undefined): void {
    this.#band.hidden = !column;
    if (column) this.#band.style.left = `calc(var(--name-width) + ${(column - 1) * columnWidth}px)`;
  }
}

/** A part of the grid that means nothing to screen readers. */
function block(className: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className, role: 'presentation' });
}
