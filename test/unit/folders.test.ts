import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { folders } from '../folders.mjs';

const root = (path: string): URL => new URL(`../../${path}`, `file://${__dirname}/`);

describe('the folders of src', () => {
  it('are all in the table that lint uses, and no others', () => {
    const found = readdirSync(root('src'), { withFileTypes: true }).filter(entry => entry.isDirectory());
    assert.deepEqual(found.map(({ name }) => name).sort(), Object.keys(folders).sort());
  });

  it('are described in CONTRIBUTING.md by the same table', () => {
    const table = markdownTable([
      ['folder', 'what it holds', 'may import', 'knows `vscode`'],
      ...Object.entries(folders).map(([folder, { holds, imports, vscode }]) => [
        code(folder),
        holds,
        imports.map(code).join(', ') || 'nothing',
        vscode ? 'yes' : 'no',
      ]),
    ]);
    const isShown = readFileSync(root('CONTRIBUTING.md'), 'utf8').includes(table);
    assert.ok(isShown, `Put this table into CONTRIBUTING.md:\n\n${table}`);
  });
});

function code(text: string): string {
  return `\`${text}\``;
}

/** A table in Markdown, padded as Prettier pads it. The first row is the header. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  return [header, widths.map(width => '-'.repeat(width)), ...body].map(line).join('');
}
