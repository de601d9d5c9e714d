import assert from 'node:assert/strict';
import { csvField, csvReport } from '../../../../src/model/report/csv';
import { jsonReport } from '../../../../src/model/report/json';
import { markdownReport } from '../../../../src/model/report/markdown';
import { type Report, type ReportWords, toReport } from '../../../../src/model/report/report';
import { Store } from '../../../../src/cache/store';
import { connected } from '../../support';

const words: ReportWords = {
  title: organization => `Codespaces secrets of ${organization}`,
  introduction: (at, secrets) => `${secrets} secrets on ${at.toISOString()}.`,
  note: 'A value is at least as old.',
  columns: {
    name: 'Secret',
    visibility: 'Visibility',
    count: 'Repositories',
    repositories: 'Access',
    created: 'Created',
    updated: 'Updated',
  },
  visibility: visibility =>
    ({ all: 'All', private: 'Private and internal', selected: 'Selected' })[visibility],
};

describe('a report', () => {
  const connection = connected();
  const reportOf = async (organization: string): Promise<Report> => {
    const store = new Store(connection.gitHub(), () => []);
    return toReport(await store.access(organization), new Date(Date.UTC(2025, 0, 15)));
  };

  it('as CSV has a row for each secret', async () => {
    assert.deepEqual(csvReport(await reportOf('acme'), words).split('\r\n'), [
      'Secret,Visibility,Repositories,Access,Created,Updated',
      'DB_URL,Private and internal,7,Private and internal,2022-06-01T00:00:00.000Z,2025-01-14T00:00:00.000Z',
      'NPM_TOKEN,Selected,2,"billing, service-catalog",2022-06-01T00:00:00.000Z,2025-01-10T00:00:00.000Z',
      'PYPI_TOKEN,Selected,1,sdk-python,2022-06-01T00:00:00.000Z,2024-08-01T00:00:00.000Z',
      'SENTRY_DSN,All,12,All,2022-06-01T00:00:00.000Z,2023-02-01T00:00:00.000Z',
      'UNUSED,Selected,0,,2022-06-01T00:00:00.000Z,2024-12-24T00:00:00.000Z',
      '',
    ]);
  });

  it('as CSV quotes by RFC 4180, and gives no spreadsheet a formula', () => {
    const fields: [string, string][] = [
      ['plain', 'plain'],
      ['', ''],
      ['a, b', '"a, b"'],
      ['say "so"', '"say ""so"""'],
      ['a\r\nb', '"a\r\nb"'],
      ['=1+1', `"'=1+1"`],
      ['+1', `"'+1"`],
      ['-repository', `"'-repository"`],
      ['@SUM(A1)', `"'@SUM(A1)"`],
      ['\tx', `"'\tx"`],
      ['\rx', `"'\rx"`],
      ['=HYPERLINK("https://a.example","b")', `"'=HYPERLINK(""https://a.example"",""b"")"`],
      ['a=b-c', 'a=b-c'],
    ];
    for (const [text, field] of fields) assert.equal(csvField(text), field);
  });

  it('as Markdown is a table', async () => {
    const text = markdownReport(await reportOf('acme'), words);
    assert.match(text, /^# Codespaces secrets of acme\n\n5 secrets on 2025-01-15T/);
    assert.match(
      text,
      /\| `NPM_TOKEN` \| Selected \| 2 \| billing, service-catalog \| 2022-06-01 00:00:00 UTC \|/,
    );
    assert.match(text, /\| `SENTRY_DSN` \| All \| 12 \| All \|/);
    assert.equal(text.split('\n').filter(line => line.startsWith('|')).length, 7);
  });

  it('as Markdown shows a name of a repository as it is', () => {
    const secret = {
      name: 'A',
      visibility: 'selected',
      count: 1,
      createdAt: new Date(0),
      updatedAt: new Date(0),
    } as const;
    const report = {
      organization: 'acme',
      at: new Date(0),
      secrets: [{ ...secret, selection: ['__a__|b'] }],
    };
    assert.ok(markdownReport(report, words).includes(String.raw`\_\_a\_\_\|b`));
  });

  it('as JSON has what GitHub calls it', async () => {
    const report = JSON.parse(jsonReport(await reportOf('acme'))) as { secrets: unknown[] };
    assert.deepEqual(report.secrets.slice(0, 2), [
      {
        name: 'DB_URL',
        visibility: 'private',
        repository_count: 7,
        created_at: '2022-06-01T00:00:00.000Z',
        updated_at: '2025-01-14T00:00:00.000Z',
      },
      {
        name: 'NPM_TOKEN',
        visibility: 'selected',
        repository_count: 2,
        selected_repositories: ['billing', 'service-catalog'],
        created_at: '2022-06-01T00:00:00.000Z',
        updated_at: '2025-01-10T00:00:00.000Z',
      },
    ]);
  });

  it('of an organization without secrets says so', async () => {
    const report = await reportOf('umbrella');
    assert.match(markdownReport(report, words), /0 secrets/);
    assert.equal(csvReport(report, words).split('\r\n').length, 2);
    assert.deepEqual((JSON.parse(jsonReport(report)) as { secrets: unknown[] }).secrets, []);
  });
});
