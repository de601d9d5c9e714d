// A separate bundle, so that the checks are loaded only when a devcontainer.json is open.
import { Disposable } from 'vscode';
import { Checks, type ChecksContext } from './checks';
import { checkDeclarations } from './checkDeclarations';
import { registerCompletion } from './completion';
import { registerCopyRequest } from './copyRequest';
import type { Devcontainer } from './deferredDevcontainer';
import { showDiagnostics } from './diagnostics';
import { registerFixes } from './fixes';
import { registerHover } from './hover';
import { declarationEdits } from './insertDeclaration';
import { showStatus } from './status';
import { completeStep } from '../platform/walkthrough';

/** Starts the checks of the files that are open. */
export function createDevcontainer(context: ChecksContext): Devcontainer {
  const checks = new Checks(context);
  const registered = Disposable.from(
    checks,
    showDiagnostics(checks),
    showStatus(checks),
    registerFixes(checks),
    registerHover(checks, context.failureLabel),
    registerCompletion(checks),
    registerCopyRequest(),
    checks.onDidCompare(() => void completeStep('devcontainer')),
  );
  return {
    checkDeclarations: files => checkDeclarations(context, files),
    editDeclarations: declarationEdits,
    dispose: () => void registered.dispose(),
  };
}
