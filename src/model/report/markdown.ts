import type { Repository } from '../repository';
import type { Report, ReportedRepository, ReportedSecret, ReportWords } from './report';

/** A report as two tables of Markdown: the secrets, and the repositories. */
export function markdownReport(report: Report, words: ReportWords): string {
  const { organization, by, at, staleAfterDays, secrets, repositories } = report;
  const parts = [
    `# ${text(words.title(organization))}`,
    text(words.introduction(by, at)),
    `## ${text(words.secretCount(secrets.length))}`,
    ...(secrets.length > 0 ? [secretTable(secrets, words)] : []),
    `## ${text(words.repositoryCount(repositories.length))}`,
    ...(repositories.length > 0 ? [repositoryTable(repositories, words)] : []),
    ...words.notes(staleAfterDays).map(text),
  ];
  return `${parts.join('\n\n')}\n`;
}

function secretTable(secrets: readonly ReportedSecret[], words: ReportWords): string {
  const { secret, visibility, repositories, selected, created, updated } = words.columns;
  return [
    row([secret, visibility, repositories, selected, created, updated].map(text)),
    row(['---', '---', '---:', '---', '---', '---']),
    ...secrets.map(it =>
      row([
        `\`${it.name}\``,
        text(words.visibility(it.visibility)),
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

function repositoryTable(repositories: readonly ReportedRepository[], words: ReportWords): string {
  const { repository, repositoryVisibility, secrets, receives } = words.columns;
  return [
    row([repository, repositoryVisibility, secrets, receives].map(text)),
    row(['---', '---', '---:', '---']),
    ...repositories.map(it =>
      row([
        text(it.repository.name),
        visibilityOf(it.repository, words),
        String(it.secrets.length),
        it.secrets
          .map(({ secret, why }) => `\`${secret.name}\` (${text(words.shortVisibility(why))})`)
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
  return marks.length > 0 ? `${text(name)} (${marks.join(', ')})` : text(name);
}

function visibilityOf({ visibility, archived }: Repository, words: ReportWords): string {
  const word = words.repositoryVisibility(visibility);
  const shown = visibility === 'public' ? mark(word) : text(word);
  return archived ? `${shown}, ${mark(words.archived)}` : shown;
}

function mark(word: string): string {
  return `**${text(word)}**`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A text as Markdown that shows it as it is. */
function text(plain: string): string {
  return plain.replaceAll(/[\\`*_[\]<>|#~]/g, '\\$&');
}

function date(moment: Date): string {
  return moment
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
}
