import assert from 'node:assert/strict';
import { csvField, csvReport } from '../../../../src/model/report/csv';
import { jsonReport } from '../../../../src/model/report/json';
import { markdownReport } from '../../../../src/model/report/markdown';
import { type Report, type ReportWords, toReport } from '../../../../src/model/report/report';
import type { Repository } from '../../../../src/model/repository';
import type { SecretApp } from '../../../../src/model/secretApp';
import { Store } from '../../../../src/cache/store';
import { connected } from '../../support';

const words: ReportWords = {
  title: (organization, apps) => `${apps.length > 1 ? 'Secrets' : 'Codespaces secrets'} of ${organization}`,
  introduction: (by, at) => `Made by ${by} on ${at.toISOString()}.`,
  notes: days => ['A value is at least as old.', ...(days > 0 ? [`Stale after ${days} days.`] : [])],
  missing: ({ app, failure }) => `${app} is missing: ${failure.reason.kind}`,
  app: app => app.toUpperCase(),
  secretCount: count => `${count} secrets`,
  repositoryCount: count => `${count} repositories`,
  columns: {
    secret: 'Secret',
    app: 'App',
    visibility: 'Visibility',
    repositories: 'Repositories',
    selected: 'Selected',
    created: 'Created',
    updated: 'Updated',
    stale: 'Stale',
    repository: 'Repository',
    repositoryVisibility: 'Repository visibility',
    archived: 'Archived',
    secrets: 'Secrets',
    receives: 'Receives',
  },
  visibility: visibility =>
    ({ all: 'All', private: 'Private and internal', selected: 'Selected' })[visibility],
  received: ({ why }) => why ?? 'own',
  repositoryVisibility: visibility => visibility,
  archived: 'archived',
  stale: 'stale',
  yes: 'yes',
};

describe('a report', () => {
  const connection = connected();
  const reportOf = async (
    organization: string,
    staleAfterDays = 180,
    apps: readonly SecretApp[] = ['codespaces'],
  ): Promise<Report> => {
    const store = new Store(
      connection.gitHub(),
      () => [],
      undefined,
      () => apps,
    );
    const at = new Date(Date.UTC(2025, 0, 15));
    return toReport(await store.access(organization), { by: 'octocat', at, staleAfterDays });
  };
  const docs: Repository = { id: 1, name: 'docs', visibility: 'public', archived: true, url: '' };
  const withSelected = (...receivers: Repository[]): Report => ({
    organization: 'acme',
    by: 'octocat',
    at: new Date(0),
    staleAfterDays: 0,
    apps: ['codespaces'],
    failures: [],
    secrets: [
      {
        app: 'codespaces',
        name: 'A',
        visibility: 'selected',
        receivers,
        isStale: false,
        createdAt: new Date(0),
        updatedAt: new Date(0),
      },
    ],
    repositories: [],
  });

  it('as CSV has a row for each secret and repository, and marks what is stale or archived', async () => {
    const rows = csvReport(await reportOf('acme'), words).split('\r\n');
    const created = '2022-06-01T00:00:00.000Z';
    assert.equal(
      rows[0],
      'Secret,Visibility,Created,Updated,Stale,Repository,Repository visibility,Archived',
    );
    assert.deepEqual(
      rows.filter(row => /^(NPM|PYPI)_TOKEN|^UNUSED/.test(row)),
      [
        `NPM_TOKEN,Selected,${created},2025-01-10T00:00:00.000Z,,acme/billing,private,`,
        `NPM_TOKEN,Selected,${created},2025-01-10T00:00:00.000Z,,acme/service-catalog,internal,`,
        `PYPI_TOKEN,Selected,${created},2024-08-01T00:00:00.000Z,,acme/sdk-python,public,`,
        `UNUSED,Selected,${created},2024-12-24T00:00:00.000Z,,,,`,
      ],
    );
    const all = rows.filter(row => row.startsWith('SENTRY_DSN'));
    assert.equal(all.length, 12);
    assert.ok(
      all.includes(`SENTRY_DSN,All,${created},2023-02-01T00:00:00.000Z,yes,acme/legacy-billing,private,yes`),
    );
    assert.equal(rows.length, 1 + 2 + 1 + 12 + 7 + 1 + 1);
  });

  it('as CSV changes no name, also where it begins as a formula does', () => {
    const report = withSelected({ ...docs, name: '-docs' });
    assert.match(csvReport(report, words), /,acme\/-docs,public,yes\r\n$/);
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

  it('as Markdown has a table of the secrets and one of the repositories, and says who made it', async () => {
    const text = markdownReport(await reportOf('acme'), words);
    assert.match(
      text,
      /^# Codespaces secrets of acme\n\nMade by octocat on 2025-01-15T[^\n]*\n\n## 5 secrets\n/,
    );
    assert.match(
      text,
      /\n\| `NPM_TOKEN` \| Selected \| 2 \| billing, service-catalog \| 2022-06-01 00:00:00 UTC \|/,
    );
    assert.match(text, /\n\| `PYPI_TOKEN` \| Selected \| 1 \| sdk-python \(\*\*public\*\*\) \|/);
    assert.match(text, /\n\| `SENTRY_DSN` \| All \| 12 \| {2}\|.* 2023-02-01 00:00:00 UTC \*\*stale\*\* \|/);
    assert.match(text, /\n## 12 repositories\n/);
    assert.match(
      text,
      /\n\| sdk-python \| \*\*public\*\* \| 2 \| `PYPI_TOKEN` \(selected\), `SENTRY_DSN` \(all\) \|/,
    );
    assert.match(text, /\n\| legacy-billing \| private, \*\*archived\*\* \| 2 \|/);
    assert.match(text, /\n\nStale after 180 days\.\n$/);
    assert.equal(text.split('\n').filter(line => line.startsWith('|')).length, 7 + 14);
  });

  it('as Markdown marks no secret as stale where that is turned off', async () => {
    assert.doesNotMatch(markdownReport(await reportOf('acme', 0), words), /stale/i);
  });

  it('as Markdown shows a name of a repository as it is, and what deserves a second look', () => {
    const text = markdownReport(withSelected({ ...docs, name: '__a__|b' }), words);
    assert.ok(text.includes(String.raw`\_\_a\_\_\|b (**public**, **archived**)`));
  });

  it('as Markdown makes no link of a repository that is named like a website', () => {
    const website = { ...docs, name: 'www.example.com' };
    const repositories = [{ repository: website, secrets: [] }];
    const text = markdownReport({ ...withSelected(website), repositories }, words);
    assert.doesNotMatch(text, /www\./);
    assert.equal(text.split(String.raw`| www\.example.com `).length, 3);
  });

  it('as JSON has what GitHub calls it', async () => {
    const report = JSON.parse(jsonReport(await reportOf('acme'))) as Record<string, unknown[]>;
    assert.deepEqual([report['made_by'], report['at']], ['octocat', '2025-01-15T00:00:00.000Z']);
    assert.deepEqual(report['secrets']?.slice(0, 2), [
      {
        name: 'DB_URL',
        app: 'codespaces',
        visibility: 'private',
        repository_count: 7,
        stale: false,
        created_at: '2022-06-01T00:00:00.000Z',
        updated_at: '2025-01-14T00:00:00.000Z',
      },
      {
        name: 'NPM_TOKEN',
        app: 'codespaces',
        visibility: 'selected',
        repository_count: 2,
        selected_repositories: ['billing', 'service-catalog'],
        stale: false,
        created_at: '2022-06-01T00:00:00.000Z',
        updated_at: '2025-01-10T00:00:00.000Z',
      },
    ]);
    assert.deepEqual(report['repositories']?.[1], {
      name: 'billing',
      visibility: 'private',
      archived: false,
      secrets: [
        { name: 'DB_URL', app: 'codespaces', visibility: 'private' },
        { name: 'NPM_TOKEN', app: 'codespaces', visibility: 'selected' },
        { name: 'SENTRY_DSN', app: 'codespaces', visibility: 'all' },
      ],
    });
  });

  it('as JSON is indented by two spaces a level', async () => {
    const lines = jsonReport(await reportOf('acme')).split('\n');
    const indentOf = (text: string): number | undefined => lines.find(it => it.endsWith(text))?.indexOf(text);
    assert.deepEqual(['"organization": "acme",', '"name": "DB_URL",', '"billing",'].map(indentOf), [2, 6, 8]);
  });

  describe('of several apps', () => {
    const both: readonly SecretApp[] = ['codespaces', 'actions'];

    it('names the app of each secret, as Markdown in both tables', async () => {
      const text = markdownReport(await reportOf('acme', 180, both), words);
      assert.match(text, /^# Secrets of acme\n/);
      assert.match(text, /\n\| Secret \| App \| Visibility \|/);
      assert.match(text, /\n\| `NPM_TOKEN` \| CODESPACES \| Selected \| 2 \| billing, service-catalog \|/);
      assert.match(text, /\n\| `NPM_TOKEN` \| ACTIONS \| All \| 12 \| {2}\|/);
      assert.match(
        text,
        /\n\| docs \| \*\*public\*\* \| 2 \| `NPM_TOKEN` \(ACTIONS, all\), `SENTRY_DSN` \(CODESPACES, all\) \|/,
      );
      const widths = text
        .split('\n')
        .filter(line => line.startsWith('|'))
        .map(line => line.split(' | ').length);
      assert.deepEqual([...new Set(widths)], [7, 4]);
    });

    it('names the app of each secret, as CSV in a column', async () => {
      const rows = csvReport(await reportOf('acme', 180, both), words).split('\r\n');
      assert.match(rows[0] ?? '', /^Secret,App,Visibility,Created,/);
      assert.ok(rows.some(row => row.startsWith('NPM_TOKEN,ACTIONS,All,') && row.includes('acme/docs,')));
      assert.deepEqual([...new Set(rows.slice(0, -1).map(row => row.split(',').length))], [9]);
    });

    it('names the app of each secret, as JSON in a property', async () => {
      const json = JSON.parse(jsonReport(await reportOf('acme', 180, both))) as {
        apps: string[];
        missing_apps: unknown[];
        secrets: { name: string; app: string }[];
        repositories: { name: string; secrets: unknown[] }[];
      };
      assert.deepEqual([json.apps, json.missing_apps], [both, []]);
      const npm = json.secrets.filter(({ name }) => name === 'NPM_TOKEN').map(({ app }) => app);
      assert.deepEqual(npm, both);
      assert.deepEqual(json.repositories.find(({ name }) => name === 'docs')?.secrets, [
        { name: 'NPM_TOKEN', app: 'actions', visibility: 'all' },
        { name: 'SENTRY_DSN', app: 'codespaces', visibility: 'all' },
      ]);
    });

    it('says which apps are missing, and why', async () => {
      connection.fakeGitHub.fault({
        path: '/orgs/acme/actions/secrets',
        kind: 'status',
        status: 403,
        body: { message: 'You must be an org admin or have the actions secrets fine-grained permission.' },
        times: 'always',
      });
      const report = await reportOf('acme', 180, both);
      assert.match(
        markdownReport(report, words),
        /\n\n\*\*actions is missing: notOwner\*\*\n\n## 5 secrets\n/,
      );
      assert.match(csvReport(report, words), /\r\nactions is missing: notOwner,ACTIONS,,,,,,,\r\n$/);
      const { missing_apps } = JSON.parse(jsonReport(report)) as { missing_apps: unknown[] };
      assert.deepEqual(missing_apps, [{ app: 'actions', reason: 'notOwner' }]);
    });
  });

  it('of an organization without secrets says so', async () => {
    const report = await reportOf('umbrella');
    const { length } = report.repositories;
    // No table without rows follows.
    assert.ok(markdownReport(report, words).includes(`\n\n## 0 secrets\n\n## ${length} repositories\n`));
    assert.equal(csvReport(report, words).split('\r\n').length, 2);
    assert.deepEqual((JSON.parse(jsonReport(report)) as { secrets: unknown[] }).secrets, []);
  });
});
