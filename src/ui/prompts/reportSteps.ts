import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { formatWords } from '../../labels/report';
import { type ReportFormat, reportFormats } from '../../model/report/report';
import { ask, type Answer, type Position } from './steps';

/** Where a report goes. */
export type ReportPlace = 'editor' | 'file';

/** Asks what a report is to be written as. */
export function askFormat(position: Position): Promise<Answer<ReportFormat>> {
  const input = window.createQuickPick<QuickPickItem & { readonly format: ReportFormat }>();
  input.placeholder = l10n.t('Which format?');
  input.items = reportFormats.map(format => ({
    format,
    label: formatWords[format].label,
    description: {
      markdown: l10n.t('to read, and to paste into an issue'),
      csv: l10n.t('for a spreadsheet'),
      json: l10n.t('for a program'),
    }[format],
  }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.format };
  });
}

/** Asks whether a report is to be shown or saved. */
export function askPlace(position: Position): Promise<Answer<ReportPlace>> {
  const input = window.createQuickPick<QuickPickItem & { readonly place: ReportPlace }>();
  input.placeholder = l10n.t('Where is it to go?');
  input.items = [
    { place: 'editor', label: l10n.t('Open in an Editor'), iconPath: new ThemeIcon('go-to-file') },
    { place: 'file', label: l10n.t('Save as a File...'), iconPath: new ThemeIcon('save-as') },
  ];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.place };
  });
}
