import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  Location,
  type TextDocument,
} from 'vscode';
import { devcontainerLabels as labels, problemSentence } from '../labels/devcontainer';
import type { DeclarationProblem } from './declaredSecrets';
import { toRange } from '../platform/ranges';

/** What does not fit the specification. */
export function problemDiagnostics(
  document: TextDocument,
  problems: readonly DeclarationProblem[],
): Diagnostic[] {
  return problems.map(problem => {
    const range = toRange(document, problem.range);
    const diagnostic = new Diagnostic(range, problemSentence(problem), severityOf(problem));
    diagnostic.source = labels.source();
    diagnostic.code = problem.kind;
    if ('first' in problem) {
      const first = new Location(document.uri, toRange(document, problem.first));
      diagnostic.relatedInformation = [new DiagnosticRelatedInformation(first, labels.first())];
    }
    return diagnostic;
  });
}

function severityOf({ kind }: DeclarationProblem): DiagnosticSeverity {
  switch (kind) {
    case 'secretsNotObject':
    case 'invalidName':
    case 'entryNotObject':
    case 'unknownProperty':
    case 'notText':
    case 'notAddress':
      return DiagnosticSeverity.Error;
    // The specification allows these.
    case 'reservedName':
    case 'duplicateName':
    case 'differsInCase':
      return DiagnosticSeverity.Warning;
  }
}
