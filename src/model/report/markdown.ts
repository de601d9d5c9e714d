import type { ReceivedSecret } from '../access';
import { markdownText } from '../markdownText';
import type { Repository } from '../repository';
import { appCells, type Report, type ReportWords } from './report';

/** A report as two tables of Markdown: the secrets, and the repositories. */
export function markdownReport(report: Report, words: ReportWords): string {
  const { organization, apps, by, at, staleAfterDays, secrets, repositories, failures } = report;
  const parts = [
    `# ${markdownText(words.title(organization, apps))}`,
    markdownText(words.introduction(by, at)),
    ...failures.map(failure => mark(words.missing(failure))),
    `## ${markdownText(words.secretCount(secrets.length))}`,
    ...(secrets.length > 0 ? [secretTable(report, words)] : []),
    `## ${markdownText(words.repositoryCount(repositories.length))}`,
    ...(repositories.length > 0 ? [repositoryTable(report, words)] : []),
    ...words.notes(staleAfterDays).map(markdownText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function secretTable(report: Report, words: ReportWords): string {
  const { secret, app, visibility, repositories, selected, created, updated } = words.columns;
  const appCell = appCells(report);
  return [
    row([secret, ...appCell(app), visibility, repositories, selected, created, updated].map(markdownText)),
    row(['---', ...appCell('---'), '---', '---:', '---', '---', '---']),
    ...report.secrets.map(it =>
      row([
        `\`${it.name}\``,
        ...appCell(markdownText(words.app(it.app))),
        markdownText(words.visibility(it.visibility)),
        String(it.receivers.length),
        it.visibility === 'selected'
          ? it.receivers.map(repository => marked(repository, words)).join(', ')
          : '',
        date(it.createdAt),
        `${date(it.updatedAt)}${it.isStale ? ` ${mark(words.stale)}` : ''}`,
      ]),
    ),
  ].join('\n');
}

function repositoryTable(report: Report, words: ReportWords): string {
  const { repository, repositoryVisibility, secrets, receives } = words.columns;
  const appCell = appCells(report);
  const details = (secret: ReceivedSecret): string[] => [
    ...appCell(words.app(secret.app)),
    words.received(secret),
  ];
  return [
    row([repository, repositoryVisibility, secrets, receives].map(markdownText)),
    row(['---', '---', '---:', '---']),
    ...report.repositories.map(it =>
      row([
        markdownText(it.repository.name),
        visibilityOf(it.repository, words),
        String(it.secrets.length),
        it.secrets
          .map(received => `\`${received.name}\` (${details(received).map(markdownText).join(', ')})`)
          .join(', '),
      ]),
    ),
  ].join('\n');
}

/** The name of a repository, with what deserves a second look. */
function marked({ name, visibility, archived }: Repository, words: ReportWords): string {
  const marks = [
    ...(visibility === 'public' ? [mark(words.repositoryVisibility(visibility))] : []),
    ...(archived ? [mark(words.archived)] : []),
  ];
  return marks.length > 0 ? `${markdownText(name)} (${marks.join(', ')})` : markdownText(name);
}

function visibilityOf({ visibility, archived }: Repository, words: ReportWords): string {
  const word = words.repositoryVisibility(visibility);
  const shown = visibility === 'public' ? mark(word) : markdownText(word);
  return archived ? `${shown}, ${mark(words.archived)}` : shown;
}

/** A word that deserves a second look. */
export function mark(word: string): string {
  return `**${markdownText(word)}**`;
}

/** A row of a table. */
export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A time in a table, to the second. */
export function date(moment: Date): string {
  return moment
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}
