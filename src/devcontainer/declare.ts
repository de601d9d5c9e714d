import {
  Range,
  RelativePattern,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type WorkspaceFolder,
} from 'vscode';
import { declareLabels as labels } from '../labels/devcontainer';
import { declarationEdits } from './insertDeclaration';
import { toRange } from './ranges';

/** Where a devcontainer.json can be in a folder, as a glob. */
const places = '{.devcontainer.json,.devcontainer/devcontainer.json,.devcontainer/*/devcontainer.json}';

/** Adds secrets to a devcontainer.json of the workspace, and leaves saving it to the user. */
export async function declareSecrets(names: readonly string[]): Promise<void> {
  const [first] = names;
  if (first === undefined) return;
  const file = await askForFile(first);
  if (!file) return;
  const document = await workspace.openTextDocument(file);
  const editor = await window.showTextDocument(document);
  for (const name of names) {
    const range = await declare(document, name);
    if (!range) return;
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Adds one. Gives where its description is, or the name where it was declared already. Nothing if it can't be added. */
async function declare(document: TextDocument, name: string): Promise<Range | undefined> {
  const text = document.getText();
  const description = labels.description(name);
  const made = declarationEdits(text, name, description);
  switch (made.kind) {
    case 'uneditable':
      void window.showWarningMessage(labels.uneditable(fileName(document.uri)));
      return undefined;
    case 'declared':
      void window.showInformationMessage(labels.alreadyDeclared(made.name, fileName(document.uri)));
      return toRange(document, made.range);
    case 'edits': {
      const edit = new WorkspaceEdit();
      for (const { offset, length, newText } of made.edits)
        edit.replace(document.uri, toRange(document, { start: offset, end: offset + length }), newText);
      if (!(await workspace.applyEdit(edit))) return undefined;
      const start = document.getText().lastIndexOf(JSON.stringify(description)) + 1;
      return toRange(document, { start, end: start + description.length });
    }
  }
}

/** The only file, or the one that the user picks; where there is none, one that they create. */
async function askForFile(name: string): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(folder => workspace.findFiles(new RelativePattern(folder, places), null)),
  );
  const files = found.flat().sort((a, b) => a.path.localeCompare(b.path));
  const [only, ...others] = files;
  if (!only) return createFile(folders);
  if (others.length === 0) return only;
  const items = files.map(file => ({ label: workspace.asRelativePath(file), file }));
  const picked = await window.showQuickPick(items, {
    title: labels.title(),
    placeHolder: labels.whichFile(name),
  });
  return picked?.file;
}

async function createFile([folder]: readonly WorkspaceFolder[]): Promise<Uri | undefined> {
  if (!folder) {
    void window.showInformationMessage(labels.noFolder());
    return undefined;
  }
  const create = labels.createFile();
  if ((await window.showInformationMessage(labels.noFile(), create)) !== create) return undefined;
  const file = Uri.joinPath(folder.uri, '.devcontainer', 'devcontainer.json');
  const edit = new WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  return (await workspace.applyEdit(edit)) ? file : undefined;
}

function fileName(uri: Uri): string {
  return workspace.asRelativePath(uri);
}
