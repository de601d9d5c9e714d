import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { Place } from '../navigation';
import { columnWidth, rowHeight } from './gridSizes';

/** The number of rows and columns, and the sizes of the headers, which stay in sight. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  readonly headHeight: number;
  readonly nameWidth: number;
}

/** Tells which rows and columns of a grid to draw. The focused ones are always included. */
export class GridWindow {
  readonly #scroller: HTMLElement;
  readonly #onChange: () => void;
  readonly #active: () => Place;
  readonly #rows: Virtualizer<HTMLElement, HTMLElement>;
  readonly #columns: Virtualizer<HTMLElement, HTMLElement>;
  #size: GridSize = { rows: 0, columns: 0, headHeight: 0, nameWidth: 0 };

  constructor(scroller: HTMLElement, active: () => Place, onChange: () => void) {
    this.#scroller = scroller;
    this.#active = active;
    this.#onChange = onChange;
    this.#rows = new Virtualizer(this.#options('rows'));
    this.#columns = new Virtualizer(this.#options('columns'));
    for (const virtualizer of [this.#rows, this.#columns]) {
      virtualizer._didMount();
      virtualizer._willUpdate();
    }
  }

  resize(size: GridSize): void {
    this.#size = size;
    this.#rows.setOptions(this.#options('rows'));
    this.#columns.setOptions(this.#options('columns'));
    for (const virtualizer of [this.#rows, this.#columns]) virtualizer._willUpdate();
  }

  /** Indexes of the rows to draw, from 0 for the first repository. */
  get rows(): number[] {
    return withActive(this.#rows, this.#active().row - 1);
  }

  get columns(): number[] {
    return withActive(this.#columns, this.#active().column - 1);
  }

  /** How many whole rows are in sight. */
  get page(): number {
    return Math.max(1, Math.floor((this.#scroller.clientHeight - this.#size.headHeight) / rowHeight) - 1);
  }

  /** Scrolls as little as needed to show a place. */
  reveal({ row, column }: Place): void {
    if (row > 0) this.#rows.scrollToIndex(row - 1);
    if (column > 0) this.#columns.scrollToIndex(column - 1);
  }

  #options(
    direction: 'rows' | 'columns',
  ): ConstructorParameters<typeof Virtualizer<HTMLElement, HTMLElement>>[0] {
    const isRows = direction === 'rows';
    const before = isRows ? this.#size.headHeight : this.#size.nameWidth;
    return {
      count: this.#size[direction],
      getScrollElement: () => this.#scroller,
      estimateSize: () => (isRows ? rowHeight : columnWidth),
      horizontal: !isRows,
      overscan: isRows ? 8 : 4,
      paddingStart: before,
      scrollPaddingStart: before,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: this.#onChange,
    };
  }
}

/** The indexes in sight and nearby, plus the focused one, in ascending order. */
function withActive(virtualizer: Virtualizer<HTMLElement, HTMLElement>, active: number): number[] {
  const indexes = virtualizer.getVirtualItems().map(({ index }) => index);
  const [first, last] = [indexes[0], indexes.at(-1)];
  if (first === undefined || last === undefined || active < 0 || active >= virtualizer.options.count)
    return indexes;
  if (active < first) return [active, ...indexes];
  return active > last ? [...indexes, active] : indexes;
}
