/** Prints rows under a title and headings; numbers to the right. */
export function printTable(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const texts = [headings, ...rows].map(row => row.map(String));
  const widths = headings.map((_, column) => Math.max(...texts.map(row => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('   ');
  const [head = [], ...body] = texts;
  console.log(`\n${title}\n\n${line(head)}\n${widths.map(width => '-'.repeat(width)).join('   ')}`);
  for (const row of body) console.log(line(row));
}
