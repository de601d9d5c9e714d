import { Disposable, LanguageStatusSeverity, languages, window } from 'vscode';
import { devcontainerLabels as labels } from '../labels/devcontainer';
import { type CheckedFile, type Checks, declaredIn, findingsIn } from './checks';
import { selector } from './file';
import { missingCount, undecidedCount } from './findings';

/** Keeps the language status of the file in the active editor: how many secrets it lacks for sure. */
export function showStatus(checks: Checks): Disposable {
  const item = languages.createLanguageStatusItem('codespacesOrgSecrets.devcontainer', []);
  item.name = labels.statusName();
  const show = (): void => {
    const active = window.activeTextEditor?.document;
    const file = active && checks.file(active);
    // Without one, the item must not say anything of a file that VS Code takes for one.
    item.selector = file ? selector : [];
    if (!file) return;
    const { text, isBusy, count } = statusOf(file);
    item.text = text;
    item.busy = isBusy;
    item.severity = count > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    item.command = { command: 'workbench.actions.view.problems', title: labels.showProblems() };
  };
  show();
  return Disposable.from(
    item,
    checks.onDidChange(show),
    checks.onDidClose(show),
    window.onDidChangeActiveTextEditor(show),
  );
}

function statusOf(file: CheckedFile): { text: string; isBusy: boolean; count: number } {
  const { document, knowledge } = file;
  const isKnown = typeof knowledge !== 'string';
  const isBusy = isKnown ? knowledge.isLoading : knowledge === 'loading';
  const findings = findingsIn(file);
  const count = missingCount(findings);
  if (isKnown && knowledge.isCompared) {
    const { secrets, unread } = declaredIn(document);
    const undecided = undecidedCount(secrets, knowledge.levels, findings);
    // Of what could not be read, secrets might be missing.
    const text = unread && count + undecided === 0 ? labels.statusUnknown() : labels.status(count, undecided);
    return { text, isBusy, count };
  }
  return { text: isBusy ? labels.statusLoading() : labels.statusUnknown(), isBusy, count };
}
