import { appCells, type Report, type ReportedSecret, type ReportWords } from './report';

/**
 * A report as CSV, a row for each secret and repository that receives it. A secret that none receives has one row,
 * and so has an app whose secrets are missing.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvReport(report: Report, words: ReportWords): string {
  const { organization, secrets, failures } = report;
  const { columns, visibility, yes } = words;
  const appField = appCells(report);
  const start = (secret: ReportedSecret): string[] => [
    secret.name,
    ...appField(words.app(secret.app)),
    visibility(secret.visibility),
    secret.createdAt.toISOString(),
    secret.updatedAt.toISOString(),
    secret.isStale ? yes : '',
  ];
  const rows = [
    [
      columns.secret,
      ...appField(columns.app),
      columns.visibility,
      columns.created,
      columns.updated,
      columns.stale,
      columns.repository,
      columns.repositoryVisibility,
      columns.archived,
    ],
    ...secrets.flatMap(secret =>
      secret.receivers.length === 0
        ? [[...start(secret), '', '', '']]
        : secret.receivers.map(repository => [
            ...start(secret),
            // The name of a repository can begin with a dash, as a formula can. That of an organization can't.
            `${organization}/${repository.name}`,
            words.repositoryVisibility(repository.visibility),
            repository.archived ? yes : '',
          ]),
    ),
    ...failures.map(failure => [
      words.missing(failure),
      ...appField(words.app(failure.app)),
      ...Array<string>(7).fill(''),
    ]),
  ];
  return csvTable(rows);
}

/** Rows of texts as CSV. */
export function csvTable(rows: readonly (readonly string[])[]): string {
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
