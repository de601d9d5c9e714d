type Cell = string | number;

/** Prints rows under a title and headings. The first cell of each row is its name. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  console.log(`\n${title}`);
  const [, ...columns] = headings;
  console.table(
    Object.fromEntries(
      rows.map(([name, ...cells]) => [
        name,
        Object.fromEntries(cells.map((cell, index) => [columns[index], plain(cell)])),
      ]),
    ),
  );
}

/** A number as such: `console.table` would put its text in quotation marks. */
function plain(cell: Cell): Cell {
  return cell === '' || Number.isNaN(Number(cell)) ? cell : Number(cell);
}
