/** A place in the grid. Row 0 has the names of the secrets, column 0 the names of the repositories. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** The number of rows and columns, headers included, and the number of rows in a page. */
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

/** Where a key moves the focus, by WAI-ARIA's grid pattern. Undefined for keys that don't move it. */
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

/** The nearest place inside the grid. */
export function within({ row, column }: Place, { rows, columns }: Pick<Extent, 'rows' | 'columns'>): Place {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(index, count - 1));
}
