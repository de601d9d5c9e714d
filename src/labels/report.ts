import { l10n } from 'vscode';
import type { ReportFormat, ReportWords } from '../model/report/report';
import type { RepositoryReportWords } from '../model/report/repositoryReport';
import type { ReceivedSecret } from '../model/access';
import { exactTime } from './age';
import { appLabel } from './apps';
import { repositoryCount, secretCount } from './counts';
import { missingAppSentence } from './missingApps';
import { repositoryVisibilityWord } from './repositories';
import { receivedDescription } from './tree';
import { visibilityLabel } from './visibility';

/** The words of Export Access Report. */
export const exportReportLabels = {
  title: (): string => l10n.t('Export Access Report'),
  titleOf: (repository: string): string => l10n.t('Export Access Report of {0}', repository),
  save: (): string => l10n.t('Export'),
  saved: (file: string): string => l10n.t('The report was saved as {0}.', file),
  open: (): string => l10n.t('Open'),
};

/** The words of a report. */
export function reportWords(): ReportWords {
  return {
    title: (organization, apps) => {
      const [only, ...others] = apps;
      return only && others.length === 0
        ? l10n.t('{0} secrets of {1}', appLabel(only), organization)
        : l10n.t('Secrets of {0}', organization);
    },
    introduction: (by, at) => l10n.t('Made by {0} on {1}.', by, exactTime(at)),
    notes: staleAfterDays => [
      l10n.t('"Updated" also changes when access changes, so a value is at least as old as that date.'),
      ...(staleAfterDays > 0
        ? [l10n.t('"Stale" means that a secret has not been updated for more than {0} days.', staleAfterDays)]
        : []),
    ],
    missing: missingAppSentence,
    app: appLabel,
    secretCount,
    repositoryCount,
    columns: {
      secret: l10n.t('Secret'),
      app: l10n.t('App'),
      visibility: l10n.t('Visibility'),
      repositories: l10n.t('Repositories'),
      selected: l10n.t('Selected'),
      created: l10n.t('Created'),
      updated: l10n.t('Updated'),
      stale: l10n.t('Stale'),
      repository: l10n.t('Repository'),
      repositoryVisibility: l10n.t('Repository visibility'),
      archived: l10n.t('Archived'),
      secrets: l10n.t('Secrets'),
      receives: l10n.t('Receives'),
    },
    visibility: visibilityLabel,
    received: secret => receivedDescription(secret, undefined, false),
    repositoryVisibility: repositoryVisibilityWord,
    archived: l10n.t('archived'),
    stale: l10n.t('stale'),
    yes: l10n.t('yes'),
  };
}

/** The words of a report of one repository. */
export function repositoryReportWords(): RepositoryReportWords {
  const { columns, notes, ...words } = reportWords();
  return {
    ...words,
    title: (fullName, apps) => {
      const [only, ...others] = apps;
      return only && others.length === 0
        ? l10n.t('{0} secrets that {1} receives', appLabel(only), fullName)
        : l10n.t('Secrets that {0} receives', fullName);
    },
    notes: staleAfterDays => [
      ...notes(staleAfterDays),
      l10n.t('Your own Codespaces secrets are listed if VS Code can see them. Other people have others.'),
    ],
    columns: { ...columns, source: l10n.t('Comes from'), hidden: l10n.t('Hidden') },
    source: sourceSentence,
    hidden: l10n.t("by the repository's own"),
  };
}

/** Where a variable of a repository comes from: "acme (selected repositories)". */
function sourceSentence({ owner, why }: ReceivedSecret): string {
  switch (owner.kind) {
    case 'organization':
      return l10n.t('{0} ({1})', owner.login, visibilityLabel(why).toLocaleLowerCase());
    case 'repository':
      return l10n.t("{0} (the repository's own)", owner.fullName);
    case 'user':
      return l10n.t('{0} (your own)', owner.login);
  }
}

/** What a format is called, how its files end, and which of VS Code's languages it is. */
export const formatWords: Record<
  ReportFormat,
  { readonly label: string; readonly extension: string; readonly language: string }
> = {
  markdown: { label: 'Markdown', extension: 'md', language: 'markdown' },
  csv: { label: 'CSV', extension: 'csv', language: 'csv' },
  json: { label: 'JSON', extension: 'json', language: 'json' },
};
