/** Sizes in pixels. The style sheet repeats them. */
export const rowHeight = 24;
export const columnWidth = 36;

/** The height of what is below a secret's name in its column header: icon, count, and pending changes. */
const belowName = 66;
/** The minimum leaves room for the legend. */
const headHeight = { least: 160, most: 280 };
const nameWidth = { least: 180, most: 320 };

const canvas = document.createElement('canvas').getContext('2d');

/** The height of the column headers for these names, and the width of the row headers. */
export function headSizes(
  grid: HTMLElement,
  names: readonly string[],
): { readonly headHeight: number; readonly nameWidth: number } {
  const { fontSize, fontFamily } = getComputedStyle(grid);
  if (canvas) canvas.font = `${fontSize} ${fontFamily}`;
  const longest = names.reduce((most, name) => Math.max(most, canvas?.measureText(name).width ?? 0), 0);
  return {
    headHeight: between(headHeight, Math.ceil(longest) + belowName),
    nameWidth: between(nameWidth, Math.round(grid.clientWidth * 0.4)),
  };
}

function between({ least, most }: { readonly least: number; readonly most: number }, size: number): number {
  return Math.max(least, Math.min(size, most));
}
