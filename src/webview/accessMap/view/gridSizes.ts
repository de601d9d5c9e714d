/** Sizes in pixels; the style sheet has the same. */
export const rowHeight = 24;
export const columnWidth = 36;

/** What stands below a secret's name in the head of its column: icon, count, and what is pending. */
const belowName = 66;
/** The least leaves room for the legend. */
const headHeight = { least: 160, most: 280 };
const nameWidth = { least: 180, most: 320 };

const canvas = document.createElement('canvas').getContext('2d');

/** How high the heads of columns with these names are, and how wide the heads of rows. */
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
