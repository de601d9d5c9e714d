import type { Report, ReportWords } from './report';

/**
 * A report as CSV, a row for each secret.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvReport({ secrets }: Report, { columns, visibility }: ReportWords): string {
  const { name, count, repositories, created, updated } = columns;
  const rows = [
    [name, columns.visibility, count, repositories, created, updated],
    ...secrets.map(secret => [
      secret.name,
      visibility(secret.visibility),
      String(secret.count),
      secret.visibility === 'selected' ? secret.selection.join(', ') : visibility(secret.visibility),
      secret.createdAt.toISOString(),
      secret.updatedAt.toISOString(),
    ]),
  ];
  return rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('');
}

/**
 * A text as a field of CSV. What a spreadsheet would take for a formula gets an apostrophe, which makes it a text.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
