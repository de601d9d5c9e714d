import { type Diagnostic, Disposable, languages } from 'vscode';
import { type CheckedFile, type Checks, declaredIn, findingsIn } from './checks';
import { findingDiagnostic } from './findingDiagnostic';
import { problemDiagnostics } from './problemDiagnostics';

/** Keeps the diagnostics of all files that are open. */
export function showDiagnostics(checks: Checks): Disposable {
  const collection = languages.createDiagnosticCollection('codespacesOrgSecrets');
  const show = (file: CheckedFile): void => collection.set(file.document.uri, diagnosticsOf(file));
  checks.files.forEach(show);
  return Disposable.from(
    collection,
    checks.onDidChange(show),
    checks.onDidClose(({ uri }) => collection.delete(uri)),
  );
}

function diagnosticsOf(file: CheckedFile): Diagnostic[] {
  const { document, knowledge } = file;
  const repository = typeof knowledge === 'string' ? '' : knowledge.fullName;
  return [
    ...problemDiagnostics(document, declaredIn(document).problems),
    ...findingsIn(file).map(finding => findingDiagnostic(document, finding, repository)),
  ];
}
