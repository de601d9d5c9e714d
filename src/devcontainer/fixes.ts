import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { devcontainerLabels as labels } from '../labels/devcontainer';
import { type Checks, declaredIn, findingsIn } from './checks';
import { selector } from './file';
import { type Fix, fixesOf } from './fixesOf';
import { toRange } from '../platform/ranges';

/** The quick fixes of findings and of misspelt properties. */
export function registerFixes(checks: Checks): Disposable {
  const provider: CodeActionProvider = {
    provideCodeActions: (document, range, { diagnostics }) => [
      ...findingFixes(checks, document, range, diagnostics),
      ...spellingFixes(checks, document, range, diagnostics),
    ],
  };
  return languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix],
  });
}

function findingFixes(
  checks: Checks,
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const file = checks.file(document);
  if (!file || typeof file.knowledge === 'string') return [];
  const { knowledge } = file;
  return findingsIn(file)
    .filter(finding => toRange(document, finding.range).intersection(range))
    .flatMap(finding => {
      const found = diagnosticAt(diagnostics, finding.kind, toRange(document, finding.range));
      return fixesOf(finding, knowledge, fileName(document)).map((fix, index) =>
        actionOf(fix, found, index === 0),
      );
    });
}

function spellingFixes(
  checks: Checks,
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  if (!checks.file(document)) return [];
  return declaredIn(document).problems.flatMap(problem => {
    if (problem.kind !== 'unknownProperty' || problem.suggestion === undefined) return [];
    const wrong = toRange(document, problem.range);
    if (!wrong.intersection(range)) return [];
    const action = new CodeAction(labels.replaceWith(problem.suggestion), CodeActionKind.QuickFix);
    action.edit = new WorkspaceEdit();
    action.edit.replace(document.uri, wrong, JSON.stringify(problem.suggestion));
    action.diagnostics = diagnosticAt(diagnostics, problem.kind, wrong);
    action.isPreferred = true;
    return [action];
  });
}

function actionOf(
  { title, command, argument }: Fix,
  diagnostics: Diagnostic[],
  isFirst: boolean,
): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [argument] };
  action.diagnostics = diagnostics;
  action.isPreferred = isFirst;
  return action;
}

function diagnosticAt(diagnostics: readonly Diagnostic[], code: string, range: Range): Diagnostic[] {
  return diagnostics.filter(diagnostic => diagnostic.code === code && diagnostic.range.isEqual(range));
}

function fileName({ uri }: TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}
