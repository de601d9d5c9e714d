import { Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from 'vscode';
import { declareLabels as labels } from '../../labels/declareInDevcontainer';
import { devcontainerFiles } from '../../platform/devcontainerFiles';
import { showInformation, showWarning } from '../messages';

/** The only devcontainer.json of the workspace, or the one that the user picks; where there is none, one that they create. */
export async function askDevcontainerFile(name: string): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const files = (await Promise.all(folders.map(devcontainerFiles))).flat();
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
    void showInformation(labels.noFolder());
    return undefined;
  }
  const create = labels.createFile();
  if ((await showInformation(labels.noFile(), create)) !== create) return undefined;
  const file = Uri.joinPath(folder.uri, '.devcontainer', 'devcontainer.json');
  const edit = new WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  if (await workspace.applyEdit(edit)) return file;
  void showWarning(labels.notCreated(workspace.asRelativePath(file)));
  return undefined;
}
