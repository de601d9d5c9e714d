import { loadFailures } from '../labels/loadFailures';
import { exportReportLabels as labels, reportWords } from '../labels/report';
import { csvReport } from '../model/report/csv';
import { jsonReport } from '../model/report/json';
import { markdownReport } from '../model/report/markdown';
import { type Report, type ReportFormat, toReport } from '../model/report/report';
import { withRetryPrompt } from '../ui/failures';
import { exportRepositoryReport } from './exportRepositoryReport';
import type { Flow } from './shared/commandContext';
import { askReportChoice, deliverReport } from './shared/deliverReport';
import { organizationOf } from './shared/organization';
import type { Place } from './shared/place';

/** Exports who can read what in an organization as GitHub has it now, or what a repository receives. */
export async function exportReport(flow: Flow, place?: Place): Promise<void> {
  if (place?.owner.kind === 'repository') return exportRepositoryReport(flow, place.owner);
  const { store } = flow;
  const title = labels.title();
  const organization = await organizationOf(flow, title, place);
  if (organization === undefined) return;
  const choice = await askReportChoice(title);
  if (!choice) return;
  const what = loadFailures.accessMatrix(organization);
  // Read everything from GitHub again, so that the report is up to date. Unchanged answers don't count against the rate
  // limit. Do it before the retries: after a wait for the rate limit, what was already read is used.
  store.refreshOrganization(organization);
  const access = await withRetryPrompt(what, () => store.access(organization));
  const { account: by, settings } = flow;
  const report = toReport(access, { by, at: new Date(), staleAfterDays: settings.staleAfterDays });
  await deliverReport(textOf(report, choice.format), choice, { name: organization, apps: report.apps });
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
