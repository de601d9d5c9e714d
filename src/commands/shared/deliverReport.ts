import { languages, Uri, window, workspace } from 'vscode';
import { exportReportLabels as labels, formatWords } from '../../labels/report';
import type { ReportFormat } from '../../model/report/report';
import type { SecretApp } from '../../model/secretApp';
import { showInformation } from '../../ui/messages';
import { askFormat, askPlace, type ReportPlace } from '../../ui/prompts/reportSteps';
import { askSteps, type Step } from '../../ui/prompts/steps';
import { kept } from './kept';

/** What the user wants of a report. */
export interface ReportChoice {
  readonly format: ReportFormat;
  readonly place: ReportPlace;
}

/** Asks for the format of a report, and where it goes. Undefined if the user leaves. */
export async function askReportChoice(title: string): Promise<ReportChoice | undefined> {
  let format: ReportFormat = 'markdown';
  let place: ReportPlace | undefined;
  const askForFormat: Step = position => kept(askFormat(position), chosen => (format = chosen));
  const askForPlace: Step = position => kept(askPlace(position), chosen => (place = chosen));
  if (!(await askSteps(title, () => [askForFormat, askForPlace])) || !place) return undefined;
  return { format, place };
}

/** What a report is about. */
export interface ReportSubject {
  /** An organization's login, or a repository's full name. */
  readonly name: string;
  readonly apps: readonly SecretApp[];
}

/** Opens a report, or saves it. */
export async function deliverReport(
  content: string,
  { format, place }: ReportChoice,
  subject: ReportSubject,
): Promise<void> {
  if (place === 'file') await save(content, format, fileName(subject));
  else await show(content, format);
}

async function show(content: string, format: ReportFormat): Promise<void> {
  const { language } = formatWords[format];
  // CSV is a language only where another extension makes it one.
  const isKnown = (await languages.getLanguages()).includes(language);
  const document = await workspace.openTextDocument({
    content,
    language: isKnown ? language : 'plaintext',
  });
  await window.showTextDocument(document);
}

/** Without the extension: `acme-codespaces-secrets`, or `acme-secrets` for those of several apps. */
function fileName({ name, apps }: ReportSubject): string {
  return [name.replace('/', '-'), ...(apps.length === 1 ? apps : []), 'secrets'].join('-');
}

async function save(content: string, format: ReportFormat, baseName: string): Promise<void> {
  const { extension, label } = formatWords[format];
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${baseName}.${extension}`;
  const uri = await window.showSaveDialog({
    filters: { [label]: [extension] },
    saveLabel: labels.save(),
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!uri) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  const open = labels.open();
  const sentence = labels.saved(uri.path.split('/').at(-1) ?? '');
  if ((await showInformation(sentence, open)) === open) await window.showTextDocument(uri);
}
