import { Diagnostic, DiagnosticSeverity, type TextDocument } from 'vscode';
import { devcontainerLabels as labels, findingSentence } from '../labels/devcontainer';
import type { Finding } from './findings';
import { toRange } from '../platform/ranges';

/** A finding as VS Code shows it. */
export function findingDiagnostic(document: TextDocument, finding: Finding, repository: string): Diagnostic {
  const diagnostic = new Diagnostic(
    toRange(document, finding.range),
    findingSentence(finding, repository),
    finding.severity === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Hint,
  );
  diagnostic.source = labels.source();
  diagnostic.code = finding.kind;
  return diagnostic;
}
