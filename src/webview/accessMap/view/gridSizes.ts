/** Sizes in pixels. The style sheet repeats them. */
export const rowHeight = 24;
export const columnWidth = 36;

/** The height of what is below a secret's name in its column header: icon, count, and pending changes. */
const belowName = 66;
/** The minimum leaves room for the legend. */
const headHeight = { least: 160, most: 280 };
/** In a low window the headers are shorter and the legend is folded away, so that this many rows have room. */
const compact = { rows: 5, least: 56 };
const nameWidth = { least: 140, most: 320 };

const canvas = document.createElement('canvas').getContext('2d');

/** The widths of names in `font`: a map can have hundreds, and is laid out again at each change of its size. */
const measured = { font: '', widths: new Map<string, number>() };

function widthOf(name: string, font: string): number {
  if (!canvas) return 0;
  if (measured.font !== font) {
    measured.font = canvas.font = font;
    measured.widths.clear();
  }
  const width = measured.widths.get(name) ?? canvas.measureText(name).width;
  measured.widths.set(name, width);
  return width;
}

/** The sizes of the headers. */
export interface HeadSizes {
  readonly headHeight: number;
  readonly nameWidth: number;
  /** Whether there is no room for the legend. */
  readonly isCompact: boolean;
}

/** The height of the column headers for these names, and the width of the row headers. */
export function headSizes(grid: HTMLElement, names: readonly string[]): HeadSizes {
  const { fontSize, fontFamily } = getComputedStyle(grid);
  const font = `${fontSize} ${fontFamily}`;
  const longest = names.reduce((most, name) => Math.max(most, widthOf(name, font)), 0);
  const wanted = between(headHeight, Math.ceil(longest) + belowName);
  const room = grid.clientHeight - compact.rows * rowHeight;
  return {
    headHeight: between({ least: compact.least, most: wanted }, room),
    nameWidth: between(nameWidth, Math.round(grid.clientWidth * 0.4)),
    isCompact: room < headHeight.least,
  };
}

function between({ least, most }: { readonly least: number; readonly most: number }, size: number): number {
  return Math.max(least, Math.min(size, most));
}
