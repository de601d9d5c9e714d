import { languages, Uri, window, workspace } from 'vscode';
import { loadFailures } from '../labels/loadFailures';
import { exportReportLabels as labels, formatWords, reportWords } from '../labels/report';
import { csvReport } from '../model/report/csv';
import { jsonReport } from '../model/report/json';
import { markdownReport } from '../model/report/markdown';
import { type Report, type ReportFormat, toReport } from '../model/report/report';
import { withRetryPrompt } from '../ui/failures';
import { showInformation } from '../ui/messages';
import { askFormat, askPlace, type ReportPlace } from '../ui/prompts/reportSteps';
import { askSteps, type Step } from '../ui/prompts/steps';
import type { Flow } from './shared/commandContext';
import { kept } from './shared/kept';
import { organizationOf } from './shared/organization';

/** Exports who can read what in an organization, as GitHub has it now. */
export async function exportReport(flow: Flow, node?: { readonly organization: string }): Promise<void> {
  const { store } = flow;
  const title = labels.title();
  const organization = await organizationOf(flow, title, node);
  if (organization === undefined) return;
  let format: ReportFormat = 'markdown';
  let place: ReportPlace | undefined;
  const askForFormat: Step = position => kept(askFormat(position), chosen => (format = chosen));
  const askForPlace: Step = position => kept(askPlace(position), chosen => (place = chosen));
  if (!(await askSteps(title, () => [askForFormat, askForPlace]))) return;

  const what = loadFailures.accessMatrix(organization);
  // Read everything from GitHub again, so that the report is up to date. Unchanged answers don't count against the rate
  // limit. Do it before the retries: after a wait for the rate limit, what was already read is used.
  store.refreshOrganization(organization);
  const access = await withRetryPrompt(what, () => store.access(organization));
  const { account: by, settings } = flow;
  const report = toReport(access, { by, at: new Date(), staleAfterDays: settings.staleAfterDays });
  const text = textOf(report, format);
  if (place === 'file') await save(text, format, fileName(report));
  else await show(text, format);
}

function textOf(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'markdown':
      return markdownReport(report, reportWords());
    case 'csv':
      return csvReport(report, reportWords());
    case 'json':
      return jsonReport(report);
  }
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
function fileName({ organization, apps }: Report): string {
  return [organization, ...(apps.length === 1 ? apps : []), 'secrets'].join('-');
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
