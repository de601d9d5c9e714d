/** A place in the grid. Row 0 is the row of secrets' names, column 0 the column of repositories' names. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns the grid has, its headers among them, and how many rows are a page. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

/** The key that was pressed. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads to from a place, as in the grid pattern of WAI-ARIA; nothing where it leads nowhere. */
export function placeAfter(
  { key, ctrlKey, metaKey }: Key,
  { row, column }: Place,
  extent: Extent,
): Place | undefined {
  const isFar = ctrlKey || metaKey;
  const go = (toRow: number, toColumn: number): Place => within({ row: toRow, column: toColumn }, extent);
  switch (key) {
    case 'ArrowUp':
      return go(isFar ? 0 : row - 1, column);
    case 'ArrowDown':
      return go(isFar ? Infinity : row + 1, column);
    case 'ArrowLeft':
      return go(row, isFar ? 0 : column - 1);
    case 'ArrowRight':
      return go(row, isFar ? Infinity : column + 1);
    case 'Home':
      return go(isFar ? 0 : row, 0);
    case 'End':
      return go(isFar ? Infinity : row, Infinity);
    case 'PageUp':
      return go(Math.max(Math.min(row, 1), row - extent.page), column);
    case 'PageDown':
      return go(row + extent.page, column);
    default:
      return undefined;
  }
}

/** The nearest place that there is. */
export function within({ row, column }: Place, { rows, columns }: Pick<Extent, 'rows' | 'columns'>): Place {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
