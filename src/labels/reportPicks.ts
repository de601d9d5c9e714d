import { l10n } from 'vscode';
import type { ReportFormat } from '../model/report/report';

/** The questions before a report. */
export const reportPickLabels = {
  format: (): string => l10n.t('Which format?'),
  /** What a format is good for. */
  formatUse: (format: ReportFormat): string => {
    switch (format) {
      case 'markdown':
        return l10n.t('for reading and issues');
      case 'csv':
        return l10n.t('for spreadsheets');
      case 'json':
        return l10n.t('for scripts');
    }
  },
  place: (): string => l10n.t('Open or save?'),
  open: (): string => l10n.t('Open in Editor'),
  save: (): string => l10n.t('Save to File...'),
};
