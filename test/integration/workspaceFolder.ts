import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Uri, workspace } from 'vscode';
import { nextOf } from './nextOf';
import { until } from './person';

/** A folder of the workspace. */
export interface TestFolder {
  readonly uri: Uri;
  readonly remove: () => Promise<void>;
}

/**
 * Adds a folder to the workspace: a clone of a repository, with these files, which can have another `.git/config`. It is
 * called like the repository. The workspace has another folder before it, without which VS Code would start its extension
 * host anew.
 */
export async function addFolder(
  fullName: string,
  files: Readonly<Record<string, string>>,
): Promise<TestFolder> {
  const root = await mkdtemp(join(tmpdir(), 'cos-folder-'));
  const path = join(root, fullName.split('/')[1] ?? fullName);
  const config = `[remote "origin"]\n\turl = https://github.com/${fullName}.git\n`;
  for (const [name, text] of Object.entries({ '.git/config': config, ...files })) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  const folder = await addUri(Uri.file(path));
  return {
    uri: folder.uri,
    remove: async () => {
      await folder.remove();
      await rm(root, { recursive: true });
    },
  };
}

/** Adds a folder that exists to the workspace, on whatever file system it is. */
export async function addUri(uri: Uri): Promise<TestFolder> {
  const index = (): number =>
    workspace.workspaceFolders?.findIndex(folder => folder.uri.toString() === uri.toString()) ?? -1;
  await changeFolders(() => [workspace.workspaceFolders?.length ?? 0, 0, { uri }]);
  return { uri, remove: () => changeFolders(() => [index(), 1]) };
}

/** Changes the folders of the workspace. Before VS Code has done that, it takes no other change. */
async function changeFolders(
  change: () => [start: number, deleteCount: number, ...add: { readonly uri: Uri }[]],
): Promise<void> {
  const changed = nextOf(workspace.onDidChangeWorkspaceFolders);
  await until(() => workspace.updateWorkspaceFolders(...change()) || undefined);
  await changed;
}
