import { loadFailures } from '../labels/loadFailures';
import { exportReportLabels as labels, repositoryReportWords } from '../labels/report';
import type { ReportFormat } from '../model/report/report';
import {
  repositoryCsv,
  repositoryJson,
  repositoryMarkdown,
  type RepositoryReport,
  toRepositoryReport,
} from '../model/report/repositoryReport';
import type { RepositoryOwner } from '../model/secretStore';
import { withRetryPrompt } from '../ui/failures';
import type { Flow } from './shared/commandContext';
import { askReportChoice, deliverReport } from './shared/deliverReport';
import { addressOf } from '../model/repositoryAddress';

/**
 * Exports what a repository receives as GitHub has it now: from its organization, of its own, and from the user where they
 * have given access to that before.
 */
export async function exportRepositoryReport(flow: Flow, owner: RepositoryOwner): Promise<void> {
  const { store, account: by, settings } = flow;
  const choice = await askReportChoice(labels.titleOf(owner.fullName));
  if (!choice) return;
  // As for the report of an organization.
  store.refreshOrganization(addressOf(owner.fullName).owner);
  store.refreshUser();
  const report = await withRetryPrompt(loadFailures.received(owner.fullName), async () => {
    const details = await store.repository(owner.fullName);
    const received = await store.received(addressOf(details.fullName).owner, details.repository);
    const { staleAfterDays } = settings;
    return toRepositoryReport(details, received, { by, at: new Date(), staleAfterDays, apps: store.apps });
  });
  await deliverReport(textOf(report, choice.format), choice, { name: report.fullName, apps: report.apps });
}

function textOf(report: RepositoryReport, format: ReportFormat): string {
  switch (format) {
    case 'markdown':
      return repositoryMarkdown(report, repositoryReportWords());
    case 'csv':
      return repositoryCsv(report, repositoryReportWords());
    case 'json':
      return repositoryJson(report);
  }
}
