import { l10n } from 'vscode';
import type { ReportFormat, ReportWords } from '../model/report/report';
import { exactTime } from './age';
import { secretCount } from './counts';
import { visibilityLabel } from './visibility';

/** The words of Export Access Report. */
export const exportReportLabels = {
  title: (): string => l10n.t('Export Access Report'),
  save: (): string => l10n.t('Export'),
  saved: (file: string): string => l10n.t('The report was saved as {0}.', file),
  open: (): string => l10n.t('Open'),
};

/** The words of a report. */
export function reportWords(): ReportWords {
  return {
    title: organization => l10n.t('Codespaces secrets of {0}', organization),
    introduction: (at, secrets) => l10n.t('{0} on {1}.', secretCount(secrets), exactTime(at)),
    note: l10n.t('"Updated" also changes when access changes, so a value is at least as old as that date.'),
    columns: {
      name: l10n.t('Secret'),
      visibility: l10n.t('Visibility'),
      count: l10n.t('Repositories'),
      repositories: l10n.t('Access'),
      created: l10n.t('Created'),
      updated: l10n.t('Updated'),
    },
    visibility: visibilityLabel,
  };
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
