import { type Diagnostic, Disposable, languages, type TextDocument } from 'vscode';
import { completeStep } from '../platform/walkthrough';
import { type CheckedFile, type Checks, declaredIn, findingsIn } from './checks';
import { findingDiagnostic } from './findingDiagnostic';
import { problemDiagnostics } from './problemDiagnostics';

/** How long after the last change of a text its diagnostics are made, in milliseconds. */
const pause = 150;

/** Keeps the diagnostics of all files that are open. */
export function showDiagnostics(checks: Checks): Disposable {
  const collection = languages.createDiagnosticCollection('codespacesOrgSecrets');
  const timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const cancel = (document: TextDocument): void => {
    clearTimeout(timers.get(document));
    timers.delete(document);
  };
  const show = (file: CheckedFile): void => {
    timers.delete(file.document);
    if (checks.file(file.document) !== file) return;
    collection.set(file.document.uri, diagnosticsOf(file));
    if (isCompared(file)) void completeStep('devcontainer');
  };
  const later = (file: CheckedFile): void => {
    cancel(file.document);
    timers.set(
      file.document,
      setTimeout(() => show(file), pause),
    );
  };
  for (const file of checks.files) show(file);
  return Disposable.from(
    collection,
    checks.onDidChange(file => {
      if (file) later(file);
    }),
    checks.onDidClose(document => {
      cancel(document);
      collection.delete(document.uri);
    }),
    { dispose: () => [...timers.keys()].forEach(cancel) },
  );
}

/** Whether GitHub has told what the repository of a file gets, of one level at least. */
function isCompared({ knowledge }: CheckedFile): boolean {
  if (typeof knowledge === 'string' || knowledge.isLoading) return false;
  const { organization, repository } = knowledge.levels;
  return organization.kind === 'known' || repository.kind === 'known';
}

function diagnosticsOf(file: CheckedFile): Diagnostic[] {
  const { document, knowledge } = file;
  const repository = typeof knowledge === 'string' ? '' : knowledge.fullName;
  return [
    ...problemDiagnostics(document, declaredIn(document).problems),
    ...findingsIn(file).map(finding => findingDiagnostic(document, finding, repository)),
  ];
}
