import { type AppFailure, type ReceivedAccess, type ReceivedSecret } from '../access';
import { isStale } from '../age';
import { markdownText } from '../markdownText';
import type { RepositoryDetails } from '../repository';
import type { SecretApp } from '../secretApp';
import { ownerName } from '../secretStore';
import { csvTable } from './csv';
import { date, mark, row } from './markdown';
import { appCells, type ReportCircumstances, type ReportWords } from './report';

/** What one repository receives at one moment, and of whom. There are no values in it: nobody can read them. */
export interface RepositoryReport
  extends ReportCircumstances, Pick<RepositoryDetails, 'repository' | 'fullName'> {
  /** The apps whose secrets it is about. */
  readonly apps: readonly SecretApp[];
  /** By name; of the same name in the order of the apps, and in an app the organization's, its own, the user's. */
  readonly secrets: readonly ReceivedSecret[];
  /** What is missing here. */
  readonly failures: readonly AppFailure[];
}

/** The words of such a report, in the reader's language. */
export interface RepositoryReportWords extends Pick<
  ReportWords,
  'introduction' | 'notes' | 'missing' | 'app' | 'secretCount' | 'stale' | 'yes'
> {
  readonly title: (fullName: string, apps: readonly SecretApp[]) => string;
  readonly columns: Pick<ReportWords['columns'], 'secret' | 'app' | 'created' | 'updated' | 'stale'> & {
    readonly source: string;
    readonly hidden: string;
  };
  /** Where a variable comes from: who owns the secret, and why the repository receives it. */
  readonly source: (secret: ReceivedSecret) => string;
  /** That the repository's own secret hides it. */
  readonly hidden: string;
}

export function toRepositoryReport(
  { repository, fullName }: RepositoryDetails,
  { secrets, failures }: ReceivedAccess,
  circumstances: ReportCircumstances & Pick<RepositoryReport, 'apps'>,
): RepositoryReport {
  return { repository, fullName, ...circumstances, secrets, failures };
}

/** A report as a table of Markdown. */
export function repositoryMarkdown(report: RepositoryReport, words: RepositoryReportWords): string {
  const { fullName, apps, by, at, staleAfterDays, secrets, failures } = report;
  const parts = [
    `# ${markdownText(words.title(fullName, apps))}`,
    markdownText(words.introduction(by, at)),
    ...failures.map(failure => mark(words.missing(failure))),
    `## ${markdownText(words.secretCount(secrets.length))}`,
    ...(secrets.length > 0 ? [table(report, words)] : []),
    ...words.notes(staleAfterDays).map(markdownText),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(report: RepositoryReport, words: RepositoryReportWords): string {
  const { secret, app, source, hidden, created, updated } = words.columns;
  const appCell = appCells(report);
  return [
    row([secret, ...appCell(app), source, hidden, created, updated].map(markdownText)),
    row(['---', ...appCell('---'), '---', '---', '---', '---']),
    ...report.secrets.map(received =>
      row([
        `\`${received.name}\``,
        ...appCell(markdownText(words.app(received.app))),
        markdownText(words.source(received)),
        received.isHidden ? mark(words.hidden) : '',
        date(received.secret.createdAt),
        `${date(received.secret.updatedAt)}${isStaleIn(report, received) ? ` ${mark(words.stale)}` : ''}`,
      ]),
    ),
  ].join('\n');
}

/** A report as CSV: a row for each secret, and one for what is missing. */
export function repositoryCsv(report: RepositoryReport, words: RepositoryReportWords): string {
  const { secret, app, source, hidden, created, updated, stale } = words.columns;
  const appField = appCells(report);
  return csvTable([
    [secret, ...appField(app), source, hidden, created, updated, stale],
    ...report.secrets.map(received => [
      received.name,
      ...appField(words.app(received.app)),
      words.source(received),
      received.isHidden ? words.yes : '',
      received.secret.createdAt.toISOString(),
      received.secret.updatedAt.toISOString(),
      isStaleIn(report, received) ? words.yes : '',
    ]),
    ...report.failures.map(failure => [
      words.missing(failure),
      ...appField(words.app(failure.app)),
      ...Array<string>(5).fill(''),
    ]),
  ]);
}

/** A report as JSON, in GitHub's own words and the same in every language. */
export function repositoryJson(report: RepositoryReport): string {
  const { repository, fullName, apps, by, at, staleAfterDays, secrets, failures } = report;
  const json = {
    repository: fullName,
    visibility: repository.visibility,
    archived: repository.archived,
    apps,
    missing: failures.map(({ app, ownerKind = 'organization', failure }) => ({
      app,
      owner_kind: ownerKind,
      reason: failure.reason.kind,
    })),
    made_by: by,
    at: at.toISOString(),
    stale_after_days: staleAfterDays,
    secrets: secrets.map(received => ({
      name: received.name,
      app: received.app,
      owner_kind: received.owner.kind,
      owner: ownerName(received.owner),
      ...(received.owner.kind === 'organization' && { visibility: received.why }),
      hidden_by_repository: received.isHidden === true,
      stale: isStaleIn(report, received),
      created_at: received.secret.createdAt.toISOString(),
      updated_at: received.secret.updatedAt.toISOString(),
    })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function isStaleIn({ staleAfterDays, at }: RepositoryReport, { secret }: ReceivedSecret): boolean {
  return isStale(secret, staleAfterDays, at.getTime());
}
