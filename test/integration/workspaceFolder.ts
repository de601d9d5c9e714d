import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Uri, workspace } from 'vscode';
import { until } from './person';

/** A folder of the workspace. */
export interface TestFolder {
  readonly uri: Uri;
  readonly remove: () => Promise<void>;
}

/**
 * Adds a folder to the workspace: a clone of a repository, with these files. It is called like the repository. The
 * workspace has another folder before it, without which VS Code would start its extension host anew.
 */
export async function addFolder(
  fullName: string,
  files: Readonly<Record<string, string>>,
): Promise<TestFolder> {
  const root = await mkdtemp(join(tmpdir(), 'cos-folder-'));
  const path = join(root, fullName.split('/')[1] ?? fullName);
  const config = `[remote "origin"]\n\turl = https://github.com/${fullName}.git\n`;
  for (const [name, text] of Object.entries({ ...files, '.git/config': config })) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  const uri = Uri.file(path);
  const index = (): number =>
    workspace.workspaceFolders?.findIndex(folder => folder.uri.toString() === uri.toString()) ?? -1;
  workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri });
  await until(() => index() >= 0 || undefined);
  return {
    uri,
    remove: async () => {
      workspace.updateWorkspaceFolders(index(), 1);
      await until(() => index() < 0 || undefined);
      await rm(root, { recursive: true });
    },
  };
}
