import { type QuickPickItem, ThemeIcon, window } from 'vscode';
import { formatWords } from '../../labels/report';
import { reportPickLabels } from '../../labels/reportPicks';
import { type ReportFormat, reportFormats } from '../../model/report/report';
import { ask, type Answer, type Position } from './steps';

/** Where a report goes. */
export type ReportPlace = 'editor' | 'file';

/** Asks for the format of a report. */
export function askFormat(position: Position): Promise<Answer<ReportFormat>> {
  const input = window.createQuickPick<QuickPickItem & { readonly format: ReportFormat }>();
  input.placeholder = reportPickLabels.format();
  input.items = reportFormats.map(format => ({
    format,
    label: formatWords[format].label,
    description: reportPickLabels.formatUse(format),
  }));
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.format };
  });
}

/** Asks whether to open or save a report. */
export function askPlace(position: Position): Promise<Answer<ReportPlace>> {
  const input = window.createQuickPick<QuickPickItem & { readonly place: ReportPlace }>();
  input.placeholder = reportPickLabels.place();
  input.items = [
    { place: 'editor', label: reportPickLabels.open(), iconPath: new ThemeIcon('go-to-file') },
    { place: 'file', label: reportPickLabels.save(), iconPath: new ThemeIcon('save-as') },
  ];
  return ask(input, position, () => {
    const [item] = input.selectedItems;
    return item && { value: item.place };
  });
}
