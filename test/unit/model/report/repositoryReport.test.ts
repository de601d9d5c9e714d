import assert from 'node:assert/strict';
import { Store } from '../../../../src/cache/store';
import {
  repositoryCsv,
  repositoryJson,
  repositoryMarkdown,
  type RepositoryReport,
  type RepositoryReportWords,
  toRepositoryReport,
} from '../../../../src/model/report/repositoryReport';
import type { SecretApp } from '../../../../src/model/secretApp';
import { ownerName } from '../../../../src/model/secretStore';
import { connected } from '../../support';

const words: RepositoryReportWords = {
  title: fullName => `What ${fullName} receives`,
  introduction: (by, at) => `Made by ${by} on ${at.toISOString()}.`,
  notes: days => [`Stale after ${days} days.`],
  missing: ({ app, ownerKind = 'organization', failure }) => `${app} of ${ownerKind}: ${failure.reason.kind}`,
  app: app => app.toUpperCase(),
  secretCount: count => `${count} secrets`,
  columns: {
    secret: 'Secret',
    app: 'App',
    source: 'Comes from',
    hidden: 'Hidden',
    created: 'Created',
    updated: 'Updated',
    stale: 'Stale',
  },
  source: ({ owner, why = 'own' }) => `${ownerName(owner)} (${why})`,
  hidden: 'by its own',
  stale: 'stale',
  yes: 'yes',
};

describe('the report of a repository', () => {
  const connection = connected();
  const reportOf = async (apps: readonly SecretApp[] = ['codespaces']): Promise<RepositoryReport> => {
    const store = new Store(
      connection.gitHub(),
      () => [],
      undefined,
      () => apps,
      'octocat',
    );
    const details = await store.repository('acme/billing');
    const at = new Date(Date.UTC(2025, 0, 15));
    const received = await store.received('acme', details.repository);
    return toRepositoryReport(details, received, { by: 'octocat', at, staleAfterDays: 180, apps });
  };

  it('is a table of Markdown, with where each variable comes from and what is hidden', async () => {
    assert.equal(
      repositoryMarkdown(await reportOf(), words),
      [
        '# What acme/billing receives',
        'Made by octocat on 2025-01-15T00:00:00.000Z.',
        '## 6 secrets',
        [
          '| Secret | Comes from | Hidden | Created | Updated |',
          '| --- | --- | --- | --- | --- |',
          '| `DB_URL` | acme (private) |  | 2022-06-01 00:00:00 UTC | 2025-01-14 00:00:00 UTC |',
          '| `NPM_TOKEN` | acme (selected) | **by its own** | 2022-06-01 00:00:00 UTC | 2025-01-10 00:00:00 UTC |',
          '| `NPM_TOKEN` | acme/billing (own) |  | 2023-01-01 00:00:00 UTC | 2025-01-12 00:00:00 UTC |',
          '| `OPENAI_API_KEY` | octocat (selected) |  | 2023-01-01 00:00:00 UTC | 2025-01-13 00:00:00 UTC |',
          '| `SENTRY_DSN` | acme (all) |  | 2022-06-01 00:00:00 UTC | 2023-02-01 00:00:00 UTC **stale** |',
          '| `STRIPE_KEY` | acme/billing (own) |  | 2023-01-01 00:00:00 UTC | 2024-11-20 00:00:00 UTC |',
        ].join('\n'),
        'Stale after 180 days.\n',
      ].join('\n\n'),
    );
  });

  it('as Markdown has a column for the app of several', async () => {
    const text = repositoryMarkdown(await reportOf(['codespaces', 'actions']), words);
    const table = text.split('\n').filter(line => line.startsWith('|'));
    assert.deepEqual(table.slice(0, 4), [
      '| Secret | App | Comes from | Hidden | Created | Updated |',
      '| --- | --- | --- | --- | --- | --- |',
      '| `DB_URL` | CODESPACES | acme (private) |  | 2022-06-01 00:00:00 UTC | 2025-01-14 00:00:00 UTC |',
      '| `DEPLOY_KEY` | ACTIONS | acme (selected) |  | 2022-06-01 00:00:00 UTC | 2025-01-02 00:00:00 UTC |',
    ]);
  });

  it('is CSV with a column for the app of several, and a row for what is missing', async () => {
    connection.fakeGitHub.fault({
      path: '/repos/acme/billing/codespaces/secrets',
      kind: 'status',
      status: 422,
      message: 'no',
    });
    const lines = repositoryCsv(await reportOf(['codespaces', 'actions']), words).split('\r\n');
    assert.deepEqual(lines.slice(0, 3), [
      'Secret,App,Comes from,Hidden,Created,Updated,Stale',
      'DB_URL,CODESPACES,acme (private),,2022-06-01T00:00:00.000Z,2025-01-14T00:00:00.000Z,',
      'DEPLOY_KEY,ACTIONS,acme (selected),,2022-06-01T00:00:00.000Z,2025-01-02T00:00:00.000Z,',
    ]);
    assert.deepEqual(lines.slice(-2), ['codespaces of repository: refused,CODESPACES,,,,,', '']);
  });

  it('is JSON in the words of GitHub, whoever owns a secret', async () => {
    const text = repositoryJson(await reportOf());
    assert.match(text, /^\{\n {2}"repository": "acme\/billing",\n/);
    const json = JSON.parse(text) as { secrets: Record<string, unknown>[] };
    const { secrets, ...rest } = json;
    assert.deepEqual(rest, {
      repository: 'acme/billing',
      visibility: 'private',
      archived: false,
      apps: ['codespaces'],
      missing: [],
      made_by: 'octocat',
      at: '2025-01-15T00:00:00.000Z',
      stale_after_days: 180,
    });
    assert.deepEqual(
      secrets.map(it => [
        it['name'],
        it['owner_kind'],
        it['owner'],
        it['visibility'],
        it['hidden_by_repository'],
      ]),
      [
        ['DB_URL', 'organization', 'acme', 'private', false],
        ['NPM_TOKEN', 'organization', 'acme', 'selected', true],
        ['NPM_TOKEN', 'repository', 'acme/billing', undefined, false],
        ['OPENAI_API_KEY', 'user', 'octocat', undefined, false],
        ['SENTRY_DSN', 'organization', 'acme', 'all', false],
        ['STRIPE_KEY', 'repository', 'acme/billing', undefined, false],
      ],
    );
  });
});
