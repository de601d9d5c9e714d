import {
  type Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { declareLabels as labels } from '../labels/declareInDevcontainer';
import { proposedDescription } from '../labels/devcontainer';
import type { EditDeclarations } from '../model/declarationEdits';
import type { SecretId } from '../model/secret';
import { showInformation, showWarning } from '../ui/messages';
import { askDevcontainerFile } from '../ui/prompts/devcontainerFile';
import type { Flow } from './shared/commandContext';
import { secretOf } from './shared/targets';
import { toRange } from '../platform/ranges';

/**
 * Adds secrets to a devcontainer.json of the workspace, and leaves saving it to the user: those that the command was run
 * on, or one that they pick.
 */
export async function declareInDevcontainer(flow: Flow, secrets: readonly SecretId[]): Promise<void> {
  const chosen = secrets.length > 0 ? secrets : [await secretOf(flow, labels.title())];
  const names = chosen.flatMap(secret => (secret ? [secret.name] : []));
  const [first] = names;
  if (first === undefined) return;
  const file = await askDevcontainerFile(first);
  if (!file) return;
  const [editDeclarations, document] = await Promise.all([
    flow.editDeclarations(),
    workspace.openTextDocument(file),
  ]);
  const editor = await window.showTextDocument(document);
  for (const name of names) {
    const range = await declare(document, name, editDeclarations);
    if (!range) return;
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Adds one. Gives where its description is, or its name if it was declared already. Nothing if it can't be added. */
async function declare(
  document: TextDocument,
  name: string,
  editDeclarations: EditDeclarations,
): Promise<Range | undefined> {
  const description = proposedDescription(name);
  const made = editDeclarations(document.getText(), name, description);
  const path = workspace.asRelativePath(document.uri);
  switch (made.kind) {
    case 'uneditable':
      void showWarning(labels.uneditable(path));
      return undefined;
    case 'declared':
      void showInformation(labels.alreadyDeclared(made.name, path));
      return toRange(document, made.range);
    case 'edits': {
      const edit = new WorkspaceEdit();
      for (const { offset, length, newText } of made.edits)
        edit.replace(document.uri, toRange(document, { start: offset, end: offset + length }), newText);
      if (!(await workspace.applyEdit(edit))) {
        void showWarning(labels.notAdded(name, path));
        return undefined;
      }
      const start = document.getText().lastIndexOf(JSON.stringify(description)) + 1;
      return toRange(document, { start, end: start + description.length });
    }
  }
}
